import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'
import { checks } from '../../../src/checks/checks.ts'

it('lists every check once, by the name of its file', () => {
  const folder = join(import.meta.dirname, '../../../src/checks')
  const files = readdirSync(folder).filter((name) => /= defineCheck\(/.test(readFileSync(join(folder, name), 'utf8')))
  expect(checks.map(({ name }) => name).sort()).toEqual(files.map((name) => basename(name, '.ts')).sort())
})

it('says each rule in one sentence', () => {
  for (const { name, rule } of checks) expect(rule, name).toMatch(/^[A-Z][^\n]*[^.]\.$/)
})
