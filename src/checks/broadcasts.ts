import type { Content } from '../compile/compile-content.ts'
import { countWords } from '../markdown/remark-word-count.ts'
import { formatDuration } from '../newsroom/broadcast.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { durationDiffers, transcriptTooShort } from '../problems/catalogue/recordings.ts'
import { placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import type { FindMedium } from '../site/medium.ts'

/** Seconds by which what is typed may differ from what is measured. */
const slack = 2
/** How much longer than its transcript a recording may be: music, silence, a slow voice. */
const slowest = 1.6
const frame = 20

/** What is said of a recording must fit what is measured of it. */
export function checkBroadcasts({ articles }: Content, media: FindMedium, { broadcast }: Outlet): Problem[] {
  return articles.flatMap(({ document, file }): Problem[] => {
    const audio = document?.front.audio
    const seconds = audio && media(file.path, audio.src)?.seconds
    if (document === undefined || audio === undefined || seconds === undefined) return []
    const at = (key: string, finding: Finding): Problem => ({
      ...finding,
      file: file.displayPath,
      ...placeAt(document.places, `audio.${key}`),
    })
    const { duration, transcript } = audio
    const words =
      transcript === undefined ? undefined : transcript === 'story' ? document.body.words : countWords(transcript)
    const longest = ((words ?? 0) / broadcast.wordsPerMinute) * 60 * slowest + frame
    return [
      ...(duration !== undefined && Math.abs(duration - seconds) > slack
        ? [at('duration', durationDiffers(formatDuration(duration), formatDuration(seconds)))]
        : []),
      ...(words !== undefined && seconds > longest
        ? [at('transcript', transcriptTooShort(words, formatDuration(seconds)))]
        : []),
    ]
  })
}
