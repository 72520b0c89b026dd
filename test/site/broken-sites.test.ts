import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { problemKinds as catalogue } from '../../src/problems/catalogue/catalogue.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { reportText } from '../../src/problems/report-text.ts'
import { prepare, root, writeSite } from '../helpers/site-fixture.ts'

const brokenSites = join(root, 'test/broken-sites')
const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** The report of everything that is wrong with a content folder. */
async function report(folder: string): Promise<string> {
  const lines = (file: string) => {
    const path = join(folder, file)
    return existsSync(path) && readdirSync(folder).length > 0 && !/\/$|^content$|^public\//.test(file)
      ? readFileSync(path, 'utf8').split('\n')
      : undefined
  }
  try {
    const { problems } = await prepare(join(folder, 'content'), { cwd: folder })
    return reportText(problems, lines, false)
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return reportText(error.problems, lines, false)
  }
}

// Each folder is named by a problem and holds a content folder with that mistake, and what the writer is actual of it. Warnings are
// actual beside an error, so that they are seen in a report that fails. `UPDATE_FIXTURES=1` writes the reports anew, to be read before
// they are committed.
describe('a writer is told', () => {
  for (const name of readdirSync(brokenSites)) {
    it(`of ${name.replaceAll('-', ' ')}`, async () => {
      const actual = await report(join(brokenSites, name))
      const expected = join(brokenSites, name, 'report.txt')
      if (process.env.UPDATE_FIXTURES === '1') writeFileSync(expected, actual)
      expect(actual).toBe(readFileSync(expected, 'utf8'))
      if (name in Object.fromEntries(names.map((problem) => [problem, true]))) expect(actual).toContain(`   ${name}\n`)
    })
  }

  it('of a file of 20 MB', async () => {
    const content = writeSite(join(scratch, 'large'), { 'articles/large.md': 'word '.repeat(4 * 1024 * 1024) })
    expect(await report(join(content, '..'))).toContain(
      '1:1  error    Unexpected file of 20.0 MB, expected at most 2 MB of text   file-too-large',
    )
  })

  it('of a layout that throws: the page, the layout and the reason, for every page', async () => {
    const content = writeSite(join(scratch, 'layout'), {})
    const site = await prepare(content, {
      layoutOverrides: {
        article: () => {
          throw new Error('no ink')
        },
      },
    })
    await expect(site.render('/news/rain-comes/')).rejects.toMatchObject({
      problems: [
        expect.objectContaining({
          name: 'layout-failed',
          message: 'Layout `article` failed on /news/rain-comes/: no ink',
        }),
      ],
    })
  })
})

// Said of e-mails, in replies.test.ts.
const emailProblems = [
  'not-an-email',
  'email-too-large',
  'email-unreadable',
  'email-without-text',
  'email-charset',
  'email-html-only',
  'email-letters-lost',
  'letter-without-story',
  'letter-to-no-story',
]
const names = catalogue.map(({ definition }) => definition.name)

describe('the catalogue', () => {
  it('has a broken site for every problem, but for those that are made in tests of their own', () => {
    const madeInTests = [
      'file-too-large',
      'file-unreadable',
      'layout-failed',
      'compiling-failed',
      'correction-altered',
      'third-party',
      'transform-failed',
      'template-failed',
      'photo-too-large',
      'theme-file-too-large',
      'style-sheet-unreadable',
      ...emailProblems,
    ]
    expect(names.filter((name) => !madeInTests.includes(name) && !existsSync(join(brokenSites, name)))).toEqual([])
  })

  it('names every problem once', () => {
    expect(new Set(names).size).toBe(names.length)
  })
})
