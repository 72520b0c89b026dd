import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { bareOutlet } from '../../../src/newsroom/outlet.ts'
import { buildAssets, loadPalettes } from '../../../src/pages/assets.ts'
import { type Problem, ProblemsError } from '../../../src/problems/problem.ts'
import { root } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const build = (layouts: string) => buildAssets(layouts, 'public', bareOutlet(), loadPalettes(layouts), {})
const stylesheet = (layouts: string): string => {
  const [sheet] = build(layouts).outputs.filter(({ url }) => url.endsWith('.css'))
  return (sheet?.props as { text: string } | undefined)?.text ?? ''
}

const findProblems = (layouts: string): readonly Problem[] => {
  try {
    build(layouts)
  } catch (error) {
    if (error instanceof ProblemsError) return error.problems
  }
  return []
}

describe('style sheets', () => {
  it('that cannot be read are named with the place in their own file', () => {
    const layouts = join(scratch, 'layouts')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    const base = join(layouts, 'styles/base.css')
    const lines = readFileSync(base, 'utf8').split('\n').length
    appendFileSync(base, '..wide {}\n')
    expect(findProblems(layouts)).toMatchObject([
      { name: 'style-sheet-unreadable', file: 'layouts/styles/base.css', start: { line: lines, column: 2 } },
    ])
  })

  it('end with outlet.css, if the outlet has one', () => {
    const layouts = join(scratch, 'outlet')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    const before = stylesheet(layouts)
    writeFileSync(join(layouts, 'styles/outlet.css'), 'main { color: teal; }\n')
    expect(stylesheet(layouts)).toBe(`${before}main{color:teal}`)
    appendFileSync(join(layouts, 'styles/outlet.css'), '..wide {}\n')
    expect(findProblems(layouts)).toMatchObject([{ file: 'outlet/styles/outlet.css', start: { line: 2, column: 2 } }])
  })
})
