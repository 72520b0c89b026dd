import { soundOfM4a } from './m4a.ts'
import { soundOfMp3 } from './mp3.ts'
import { soundOfOgg } from './ogg.ts'

/**
 * Takes out of a recording what programs and recorders write into it beside the sound: who speaks, where, when, with what.
 *
 * What is known to be sound stays, byte for byte, and all else goes: there are more kinds of tags than anybody knows.
 *
 * @param ending of its file, such as `.mp3`
 * @returns the same bytes where there was nothing; none where no sound is found
 */
export function withoutTags(bytes: Buffer, ending: string): Buffer {
  if (ending === '.mp3') return soundOfMp3(bytes)
  return ending === '.m4a' ? soundOfM4a(bytes) : soundOfOgg(bytes)
}
