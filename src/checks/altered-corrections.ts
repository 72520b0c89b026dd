import { splitFrontMatter } from '../content/front-matter.ts'
import type { ChangedFile } from '../content/git-history.ts'
import { decodeText } from '../content/read.ts'
import { correction } from '../newsroom/correction.ts'
import { list } from '../newsroom/fields.ts'
import { correctionAltered } from '../problems/catalogue/corrections.ts'
import { fileStart, type Problem } from '../problems/problem.ts'

/**
 * Corrections are only ever added to: one that was published stays as readers saw it.
 *
 * @param shownContent the content folder as problems name it
 */
export function checkAlteredCorrections(files: readonly ChangedFile[], shownContent: string): Problem[] {
  return files
    .filter(({ path }) => path.startsWith('articles/'))
    .flatMap(({ path, before, after }): Problem[] => {
      const shown = `${shownContent}/${path}`
      const earlier = frontMatterOf(before, shown)
      const current = frontMatterOf(after, shown)
      if (earlier === undefined || current === undefined || earlier.data.status === 'draft') return []
      const now = new Set(correctionsIn(current.data))
      const missing = correctionsIn(earlier.data).filter((text) => !now.has(text))
      const { place, placeOfKey, data } = current
      const where = (index: number) =>
        data.corrections === undefined
          ? fileStart
          : Array.isArray(data.corrections)
            ? place(['corrections', index])
            : placeOfKey(['corrections'])
      return missing.map((text) => {
        const [date = '', , words = ''] = JSON.parse(text) as string[]
        const index = correctionsIn(earlier.data).indexOf(text)
        return { ...correctionAltered(date, words), file: shown, ...where(index) }
      })
    })
}

function frontMatterOf(bytes: Buffer, shown: string) {
  const file = decodeText(bytes, shown)
  return splitFrontMatter(file, file.data.text ?? '')?.frontMatter
}

/** What readers saw of each correction. */
function correctionsIn(data: Readonly<Record<string, unknown>>): string[] {
  const parsed = list(correction()).safeParse(data.corrections)
  return parsed.success ? parsed.data.map(({ date, kind, text }) => JSON.stringify([date, kind, text])) : []
}
