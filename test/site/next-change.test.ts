import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { buildSite } from '../helpers/build-site.ts'
import { lampstand } from '../helpers/run-command.ts'
import { noon, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

let outlets = 0

/** Builds a site and returns what `.lampstand/next-change` says. */
async function nextChange(files: Record<string, string>, now = noon): Promise<string> {
  const folder = join(scratch, `outlet-${++outlets}`)
  writeSite(folder, files)
  await buildSite(folder, { now })
  return readFileSync(join(folder, '.lampstand/next-change'), 'utf8')
}

const files = (lines: string, body?: string) => ({ 'articles/two.md': story(lines, body).replace('Rain comes', 'Two') })
const newYork = siteYml.replace('timeZone: UTC', 'timeZone: America/New_York')

describe('the next change', () => {
  it('is never where nothing changes by itself', async () => {
    expect(await nextChange({})).toBe('never\n')
    expect(await nextChange(files('status: draft\nembargo: 2026-12-01T09:00-06:00'))).toBe('never\n')
    expect(await nextChange(files('status: withdrawn\nembargo: 2026-12-01T09:00-06:00'))).toBe('never\n')
  })

  it('is the end of an embargo, or a date in the future', async () => {
    expect(await nextChange(files('embargo: 2026-12-01T09:00-06:00'))).toBe('2026-12-01T15:00:00Z\n')
    const dated = { 'articles/two.md': story().replace('Rain comes', 'Two').replace('2026-01-05', '2026-12-02') }
    expect(await nextChange({ ...dated, 'site.yml': newYork })).toBe('2026-12-02T05:00:00Z\n')
  })

  it('is the day after a last day, in the outlet’s time zone', async () => {
    const actions = 'actions: [{kind: go, text: Go there., until: 2026-11-24}]'
    expect(await nextChange({ ...files(actions), 'site.yml': newYork })).toBe('2026-11-25T05:00:00Z\n')
    expect(await nextChange(files('', ':::go{until="2026-11-24"}\nGo there.\n:::'))).toBe('2026-11-25T00:00:00Z\n')
    const page = '---\ntitle: About us\n---\n\n:::give{until="2026-11-23"}\nGive.\n:::\n'
    expect(await nextChange({ 'pages/about.md': page })).toBe('2026-11-24T00:00:00Z\n')
    const person = '---\nname: Ann Doe\n---\n\n:::give{until="2026-11-23"}\nGive.\n:::\n'
    expect(await nextChange({ 'people/ann-doe.md': person })).toBe('2026-11-24T00:00:00Z\n')
  })

  it('is the day on which a last day is near, or an action without one is over', async () => {
    const outlet = { 'site.yml': `${siteYml}actions: {days: 330, soon: 5}\n` }
    const until = 'actions: [{kind: go, text: Go there., until: 2026-12-24}]'
    expect(await nextChange({ ...outlet, ...files(until) })).toBe('2026-12-19T00:00:00Z\n')
    const open = 'actions: [{kind: go, text: Go there.}]'
    expect(await nextChange({ ...outlet, ...files(open) })).toBe('2026-12-02T00:00:00Z\n')
  })

  it('is New Year where the footer shows the year', async () => {
    expect(await nextChange({ 'articles/rain-comes.md': story('status: draft') })).toBe('2027-01-01T00:00:00Z\n')
  })

  it('stays what it was if a build fails', async () => {
    const folder = join(scratch, 'failing')
    writeSite(folder, files('embargo: 2026-12-01T09:00-06:00'))
    await buildSite(folder)
    writeSite(folder, { ...files('embargo: 2026-12-05T09:00-06:00'), 'articles/three.md': story('date: soon') })
    await expect(buildSite(folder)).rejects.toThrow()
    expect(readFileSync(join(folder, '.lampstand/next-change'), 'utf8')).toBe('2026-12-01T15:00:00Z\n')
  })

  it('is not in a log, which would say that a story is under embargo, and until when', async () => {
    const content = writeSite(join(scratch, 'logged'), files('embargo: 2099-12-01T09:00-06:00'))
    const { exitCode, stdout, stderr } = await lampstand(['build', '--content', content, '--out', join(scratch, 'out')])
    expect(exitCode, stderr).toBe(0)
    expect(stdout).toContain('next-change')
    expect(stdout + stderr).not.toContain('2099')
  })
})
