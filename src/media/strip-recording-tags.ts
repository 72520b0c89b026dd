import { stripM4a } from './m4a.ts'
import { stripMp3 } from './mp3.ts'
import { stripOgg } from './ogg.ts'

/**
 * Removes from a recording what programs and recorders write beside the sound: names, places, times, devices.
 *
 * It keeps what it knows to be sound, byte for byte, and removes everything else: nobody can list every kind of tag.
 *
 * @param extension of the file, such as `.mp3`
 * @returns the same buffer if there is nothing to remove; an empty one if no sound is found
 */
export function stripRecordingTags(bytes: Buffer, extension: string): Buffer {
  if (extension === '.mp3') return stripMp3(bytes)
  return extension === '.m4a' ? stripM4a(bytes) : stripOgg(bytes)
}
