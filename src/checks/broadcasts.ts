import { countWords } from '../markdown/count-words.ts'
import { formatDuration } from '../newsroom/broadcast.ts'
import { durationDiffers, transcriptTooShort } from '../problems/catalogue/recordings.ts'
import type { Problem } from '../problems/problem.ts'
import { defineCheck, problemIn } from './check.ts'

/** The seconds by which the typed duration may differ from the measured one. */
const durationTolerance = 2
/** The time that music, silence and a slow voice may take, as a multiple of the transcript's. */
const slowestPace = 1.6
/** The seconds of opening and closing that no transcript holds. */
const openingAndClosing = 20

export const broadcasts = defineCheck({
  name: 'broadcasts',
  rule: 'The duration and the transcript of a recording fit its measured length.',
  stage: 'content',
  run({ content, findMediaItem, outlet }) {
    return content.articles.flatMap((article): Problem[] => {
      const { document, file } = article
      const audio = document?.front.audio
      const seconds = audio && findMediaItem(file.path, audio.src)?.seconds
      if (document === undefined || audio === undefined || seconds === undefined) return []
      const problems: Problem[] = []
      const { duration, transcript } = audio
      if (duration !== undefined && Math.abs(duration - seconds) > durationTolerance) {
        const finding = durationDiffers(formatDuration(duration), formatDuration(seconds))
        problems.push(problemIn(article, finding, 'audio.duration'))
      }
      if (transcript !== undefined) {
        const words = transcript === 'story' ? document.body.words : countWords(transcript)
        const longest = (words / outlet.broadcast.wordsPerMinute) * 60 * slowestPace + openingAndClosing
        if (seconds > longest) {
          problems.push(problemIn(article, transcriptTooShort(words, formatDuration(seconds)), 'audio.transcript'))
        }
      }
      return problems
    })
  },
})
