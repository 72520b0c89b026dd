import type { Content } from '../compile/compile-content.ts'
import {
  correctionBeforeStory,
  correctionFromTheFuture,
  correctionOutOfOrder,
} from '../problems/catalogue/corrections.ts'
import { placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'

/**
 * Corrections stand in the order in which they were made: none before its story, none before the one above it, none after today.
 *
 * @param today the day of the build in the outlet's time zone, as YYYY-MM-DD
 */
export function checkCorrections({ articles }: Content, today: string): Problem[] {
  return articles.flatMap(({ document, file }) => {
    if (document === undefined) return []
    const { front } = document
    return front.corrections.flatMap(({ date }, index): Problem[] => {
      const at = (finding: Finding): Problem[] => [
        { ...finding, file: file.displayPath, ...placeAt(document.places, 'corrections', index) },
      ]
      const above = front.corrections[index - 1]
      // A story that is to appear later may come with its correction.
      if (date > today && date > front.date.day) return at(correctionFromTheFuture(date, today))
      if (date < front.date.day) return at(correctionBeforeStory(date, front.date.day))
      return above !== undefined && date < above.date ? at(correctionOutOfOrder(date, above.date)) : []
    })
  })
}
