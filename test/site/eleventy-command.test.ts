import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutlet, type Outlet, until } from '../helpers/outlet.ts'
import { readFiles } from '../helpers/read-files.ts'
import { story } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('Eleventy’s own command', () => {
  let outlet: Outlet
  const site = () => readFiles(join(outlet.folder, '_site'))
  beforeAll(() => {
    outlet = createOutlet(join(scratch, 'own-command'), {
      'content/articles/secret.md': story('status: draft', 'Mali (SP) — The secret is out.'),
      'content/articles/tomorrow.md': story('embargo: 2026-12-01T09:00Z', 'Mali (SP) — Under embargo.'),
    })
  })

  it('publishes for readers when it serves, and goes on to when a file is saved', async () => {
    const server = outlet.startEleventy('--serve', '--port=8397')
    try {
      // Eleventy serves when it watches.
      await until(() => isServed('http://localhost:8397/'))
      const first = site()
      expect(findWords(first)).toEqual([])
      outlet.write({ 'content/articles/second.md': story('', 'Chad (SP) — The second story.') })
      await until(() => existsSync(join(outlet.folder, '_site/news/second/index.html')))
      const response = await fetch('http://localhost:8397/news/second/')
      expect(await response.text()).toContain('The second story.')
      expect((await fetch('http://localhost:8397/news/secret/')).status).toBe(404)
      expect(findWords(site())).toEqual([])
    } finally {
      server.kill()
    }
  })

  it('writes the bytes of lampstand build', async () => {
    const { exitCode, stdout } = await outlet.lampstand('build', '--out', join(outlet.folder, 'other'))
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('2 articles')])
    expect((await outlet.eleventy()).exitCode).toBe(0)
    expect(site()).toEqual(readFiles(join(outlet.folder, 'other')))
  })

  it.each([
    ['--to=json', '--to'],
    ['--incremental', '--incremental'],
    ['--dryrun', '--dryrun'],
    ['--formats=njk', '--formats'],
  ])('refuses %s, and leaves the site as it was', async (option, name) => {
    outlet.write({ 'content/articles/third.md': story('', `Chad (SP) — With ${option}.`) })
    const before = site()
    const { exitCode, stderr, stdout } = await outlet.eleventy(option)
    expect(exitCode).toBe(1)
    expect(stderr + stdout).toMatch(new RegExp(`[Rr]un .*without .*${name}|${name} .*Leave it out`))
    expect(site()).toEqual(before)
  })

  /** The files that hold words of stories that readers may not see. */
  const findWords = (files: Map<string, Buffer>) =>
    [...files].filter(([, bytes]) => /The secret is out|Under embargo/.test(bytes.toString())).map(([path]) => path)
})

const isServed = (address: string) =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )
