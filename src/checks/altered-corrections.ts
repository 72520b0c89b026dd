import { splitFrontMatter } from '../content/front-matter.ts'
import { decodeText } from '../content/read-text.ts'
import { correctionSchema } from '../newsroom/correction.ts'
import { list } from '../newsroom/fields.ts'
import { correctionAltered } from '../problems/catalogue/corrections.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { defineCheck } from './check.ts'

export const alteredCorrections = defineCheck({
  name: 'altered-corrections',
  rule: 'A published correction stays as readers saw it; new ones are added below it.',
  stage: 'history',
  run({ changedFiles, contentDisplayPath }) {
    return changedFiles
      .filter(({ path }) => path.startsWith('articles/'))
      .flatMap(({ path, before, after }): Problem[] => {
        const file = `${contentDisplayPath}/${path}`
        const old = readFrontMatter(before, file)
        const current = readFrontMatter(after, file)
        if (old === undefined || current === undefined || old.data.status === 'draft') return []
        const { place, placeOfKey, data } = current
        const placeOfItem = (index: number) => {
          if (data.corrections === undefined) return fileStart
          return Array.isArray(data.corrections) ? place(['corrections', index]) : placeOfKey(['corrections'])
        }
        const remaining = new Set(visibleCorrections(data))
        return visibleCorrections(old.data).flatMap((correction, _, all): Problem[] => {
          if (remaining.has(correction)) return []
          const [date = '', , text = ''] = JSON.parse(correction) as string[]
          return [{ ...correctionAltered(date, text), file, ...placeOfItem(all.indexOf(correction)) }]
        })
      })
  },
})

function readFrontMatter(bytes: Buffer, displayPath: string) {
  const file = decodeText(bytes, displayPath)
  return splitFrontMatter(file, file.data.text ?? '')?.frontMatter
}

/** Returns what readers see of each correction, as JSON. */
function visibleCorrections(data: Readonly<Record<string, unknown>>): string[] {
  const parsed = list(correctionSchema()).safeParse(data.corrections)
  return parsed.success ? parsed.data.map(({ date, kind, text }) => JSON.stringify([date, kind, text])) : []
}
