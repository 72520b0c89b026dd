import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand } from '../helpers/run-command.ts'
import { story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const content = writeSite(
  scratch,
  Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `articles/story-${index}.md`,
      story(`tags: [Water, Tag ${index % 7}]`).replace('Rain comes', `Story ${index}`),
    ]),
  ),
)
const buildTo = (out: string) =>
  lampstand(['build', '--content', content, '--out', out, '--now', '2026-11-23T12:00:00Z'])

describe('two builds at once', () => {
  it('are one where they write to one folder; the other is told so, and what is published is whole', async () => {
    const clean = join(scratch, 'clean')
    expect((await buildTo(clean)).exitCode).toBe(0)
    const out = join(scratch, 'site')
    for (const _ of [1, 2, 3]) {
      const built = await Promise.all([buildTo(out), buildTo(out)])
      const refused = built.filter(({ exitCode }) => exitCode === 2)
      expect(built.filter(({ exitCode }) => exitCode === 0).length + refused.length).toBe(2)
      expect(refused.length).toBeLessThan(2)
      for (const { stderr } of refused)
        expect(stderr).toMatch(/Unexpected build in process \d+, which writes to .*site already/)
      expect(readFiles(out)).toEqual(readFiles(clean))
      rmSync(join(out, '.lampstand'), { force: true })
    }
    expect(existsSync(join(scratch, '.site.lock'))).toBe(false)
  })

  it('are not, where the other one was killed', async () => {
    writeFileSync(join(scratch, '.other.lock'), `${hostname()} 999999999 0`)
    expect((await buildTo(join(scratch, 'other'))).exitCode).toBe(0)
  })
})
