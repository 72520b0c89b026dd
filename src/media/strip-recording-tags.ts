import { stripM4a } from './m4a.ts'
import { stripMp3 } from './mp3.ts'
import { stripOgg } from './ogg.ts'

/**
 * Takes out of a recording what programs and recorders write into it beside the sound: who speaks, where, when, with what.
 *
 * What is known to be sound stays, byte for byte, and all else goes: there are more kinds of tags than anybody knows.
 *
 * @param ending of its file, such as `.mp3`
 * @returns the same bytes where there was nothing; none where no sound is found
 */
export function stripRecordingTags(bytes: Buffer, ending: string): Buffer {
  if (ending === '.mp3') return stripMp3(bytes)
  return ending === '.m4a' ? stripM4a(bytes) : stripOgg(bytes)
}
