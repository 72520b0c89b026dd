import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { splitFrontMatter } from '../../../src/content/front-matter.ts'
import { compileBody } from '../../../src/markdown/compile-body.ts'
import { createPipeline } from '../../../src/markdown/pipeline.ts'
import { resolvePlaceholders } from '../../../src/markdown/resolve-placeholders.ts'
import { fileProblems } from '../../../src/problems/problem.ts'
import { resolveAsWritten } from '../../helpers/placeholders.ts'

const pipelines = {
  en: await createPipeline({ agency: 'FNS', language: 'en', url: 'https://farfield.example' }),
}
const root = join(import.meta.dirname, '../../fixtures/markdown')

// A fixture is a folder named by a sentence: in.md, out.html, and problems.txt where there are any. The front matter of in.md may
// give `language` and `pseudonyms`. `UPDATE_FIXTURES=1 npx vitest run test/unit/markdown/pipeline.test.ts` writes them anew, to be read before they
// are committed.
for (const transform of readdirSync(root)) {
  describe(transform, () => {
    for (const sentence of readdirSync(join(root, transform))) {
      it(sentence.replaceAll('-', ' '), () => {
        const folder = join(root, transform, sentence)
        const text = readFileSync(join(folder, 'in.md'), 'utf8')
        const file = new VFile({ path: 'in.md', data: { text } })
        const split = splitFrontMatter(file, text)
        if (split === undefined) throw new Error('the front matter of a fixture must be sound')
        const { language = 'en', pseudonyms = [] } = split.frontMatter.data as {
          language?: string
          pseudonyms?: string[]
        }
        const body = compileBody(pipelines.en, file, split.body, {
          language,
          uiLanguage: language,
          pseudonyms: pseudonyms.map((name, index) => ({
            name,
            ...split.frontMatter.place(['pseudonyms', index]).start,
          })),
          isArticle: true,
        })
        const html =
          body === undefined
            ? ''
            : `${resolvePlaceholders(body.html, { placeholders: resolveAsWritten(body.placeholders) })}\n`
        const problems = fileProblems(file)
          .map(
            ({ start, severity, name, message }) => `${start.line}:${start.column} ${severity} ${name}: ${message}\n`,
          )
          .join('')
        const out = join(folder, 'out.html')
        const problemsFile = join(folder, 'problems.txt')
        if (process.env.UPDATE_FIXTURES === '1') {
          writeFileSync(out, html)
          if (problems !== '') writeFileSync(problemsFile, problems)
        }
        expect(html).toBe(readFileSync(out, 'utf8'))
        expect(problems).toBe(existsSync(problemsFile) ? readFileSync(problemsFile, 'utf8') : '')
      })
    }
  })
}
