import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { copyEngine } from '../helpers/copy-engine.ts'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand, startLampstand } from '../helpers/run-command.ts'
import { siteYml, writeSite } from '../helpers/site-fixture.ts'

// Characters that mean something in URLs (# % ?), in patterns of files (* [ ] { } !), to shells (& ' $ ;) and to Node's
// resolution of packages (*); Windows allows no * and ? in names.
const oddName =
  process.platform === 'win32'
    ? "Zeitung #1 100% %41 [ä] {b,c} !d & it's $HOME;"
    : "Zeitung #1 100% %41 ?x *y [ä] {b,c} !d & it's $HOME;"
const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const files = { 'site.yml': `${siteYml}cards: true\nsearch: true\n` }
const content = writeSite(join(scratch, `outlet ${oddName}`), files)
const out = join(scratch, `out ${oddName}`)
const engine = join(scratch, oddName)
copyEngine(engine)
const build = () =>
  lampstand(['build', '--content', content, '--out', out, '--now', '2026-11-23T12:00:00Z'], { engine })

test('a checkout, content and a site in folders with odd names give the site of plain names', async () => {
  const plainOut = join(scratch, 'out')
  const plainContent = writeSite(join(scratch, 'outlet'), files)
  const plain = await lampstand([
    'build',
    '--content',
    plainContent,
    '--out',
    plainOut,
    '--now',
    '2026-11-23T12:00:00Z',
  ])
  expect(plain.exitCode, plain.stderr).toBe(0)

  const { exitCode, stderr } = await build()

  expect(exitCode, stderr).toBe(0)
  expect(readFiles(out)).toEqual(readFiles(plainOut))
  expect((await build()).stdout).toContain('nothing changed')
})

test('files that the configuration copies are published from a folder with an odd name', async () => {
  const configuration = join(engine, '.eleventy.ts')
  const text = readFileSync(configuration, 'utf8')
  rmSync(configuration) // it may be a link to the one of this checkout
  writeFileSync(configuration, text.replace('eleventyConfig.', "eleventyConfig.addPassthroughCopy('downloads'); $&"))
  mkdirSync(join(engine, 'downloads'))
  writeFileSync(join(engine, 'downloads/map.txt'), 'A map.')

  const { exitCode, stderr } = await build()

  expect(exitCode, stderr).toBe(0)
  expect(readFileSync(join(out, 'downloads/map.txt'), 'utf8')).toBe('A map.')
})

test('a preview in a folder with an odd name shows pages', async () => {
  const preview = startLampstand(['serve', '--content', content, '--port', '8460'], { engine })
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let output = ''
      preview.stdout?.on('data', (bytes) => {
        output += bytes
        const url = /Preview: (\S+)/.exec(output)?.[1]
        if (url !== undefined) resolve(url)
      })
      preview.once('exit', () => reject(new Error(output)))
    })
    const response = await fetch(address)
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('</html>')
  } finally {
    preview.kill()
  }
})
