import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everything } from '../helpers/everything.ts'
import { readFiles } from '../helpers/read-files.ts'
import { renderSite } from '../helpers/render-site.ts'
import { lampstand } from '../helpers/run-command.ts'
import { prepare, root, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const now = ['--now', '2026-11-23T12:00:00Z']
const content = join(everything, 'content')

describe('two builds of one commit at one instant', () => {
  it('are equal byte for byte, in any time zone and language of the machine', async () => {
    const [here, there] = ['here', 'there'].map((name) => join(scratch, name))
    await lampstand(['build', '--content', content, '--out', here ?? '', ...now])
    await lampstand(['build', '--content', content, '--out', there ?? '', ...now], {
      env: { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    })
    const [first, second] = [readFiles(here ?? ''), readFiles(there ?? '')]
    expect(first.size).toBeGreaterThan(100)
    expect([...second.keys()]).toEqual([...first.keys()])
    expect([...first].filter(([path, bytes]) => !second.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([])
  })

  it('are equal in whatever order a disk lists the files', async () => {
    const copy = join(scratch, 'shuffled/content')
    // Written last to first, and renamed, so that folders list them otherwise.
    for (const [path, bytes] of [...readFiles(content)].reverse()) {
      mkdirSync(join(copy, path, '..'), { recursive: true })
      writeFileSync(join(copy, `${path}.new`), bytes)
      renameSync(join(copy, `${path}.new`), join(copy, path))
    }
    const first = await renderSite(await prepare(content))
    const second = await renderSite(await prepare(copy, { public: join(everything, 'public') }))
    expect([...second.keys()].sort()).toEqual([...first.keys()].sort())
    expect(
      [...first].filter(([url, file]) => Buffer.compare(Buffer.from(file), Buffer.from(second.get(url) ?? '')) !== 0),
    ).toEqual([])
  })
})

describe('a build', () => {
  let content: string
  let out: string
  let folder = 0
  const build = () => lampstand(['build', '--content', content, '--out', out, ...now])
  const site = (name: string, files: Record<string, string> = {}) => {
    const parent = join(scratch, `${name}-${++folder}`)
    content = writeSite(parent, files)
    out = join(parent, 'site')
  }
  beforeAll(() => site('first'))

  it('says what it did', async () => {
    site('says', { 'articles/second.md': story().replace('Rain comes', 'Second') })
    const first = await build()
    expect(first.exitCode).toBe(0)
    expect(first.stdout).toMatch(/2 articles/)
    expect(first.stdout).toMatch(/[\d.]+ s/)
    const again = await build()
    expect(again.stdout).toMatch(/nothing changed/i)
  })

  it('changes the files that are to change and touches no other', async () => {
    site('touches', { 'articles/second.md': story('', 'Chad (SP) — Second.').replace('Rain comes', 'Second') })
    await build()
    const before = new Map([...readFiles(out).keys()].map((path) => [path, statSync(join(out, path)).ino]))
    writeFileSync(
      join(content, 'articles/second.md'),
      story('summary: It rains.', 'Chad (SP) — Changed.').replace('Rain comes', 'Second'),
    )
    const { exitCode } = await build()
    expect(exitCode).toBe(0)
    const touched = [...readFiles(out).keys()].filter((path) => statSync(join(out, path)).ino !== before.get(path))
    expect(touched).toContain('news/second/index.html')
    expect(touched).not.toContain('about/index.html')
    expect(touched.filter((path) => path.startsWith('assets/'))).toEqual([])
  })

  it('removes a story that is gone, with its page, its tag and its photos', async () => {
    site('removes', { 'articles/second.md': story('tags: [Wells]').replace('Rain comes', 'Second') })
    await build()
    expect(existsSync(join(out, 'tags/wells/feed.xml'))).toBe(true)
    rmSync(join(content, 'articles/second.md'))
    const { exitCode, stdout: told } = await build()
    expect(exitCode).toBe(0)
    expect(told).toMatch(/removed/)
    expect(existsSync(join(out, 'news/second'))).toBe(false)
    expect(existsSync(join(out, 'tags'))).toBe(true)
    expect(existsSync(join(out, 'tags/wells'))).toBe(false)
  })

  it('that fails leaves the last good site as it was, byte for byte', async () => {
    site('fails')
    await build()
    const before = readFiles(out)
    writeFileSync(join(content, 'articles/bad.md'), story('partners: [nobody]').replace('Rain comes', 'Bad'))
    const { exitCode, stdout: told, stderr } = await build()
    expect(exitCode).toBe(1)
    expect(told).toContain('content/articles/bad.md')
    expect(told).toContain('unknown-partner')
    expect(stderr).toContain('Nothing was written.')
    expect(readFiles(out)).toEqual(before)
    expect(readdirSync(join(out, '..')).sort()).toEqual(['content', 'site'])
  })

  it('leaves no trace in the content folder', async () => {
    site('traces')
    const before = readFiles(content)
    await build()
    expect(readFiles(content)).toEqual(before)
  })

  it('publishes of public/ nothing that is hidden, nor what editors leave beside what they save', async () => {
    const published = ['.htaccess', '.nojekyll', '.well-known/security.txt', 'draft.md', 'sub/page.html']
    const left = [
      '.env',
      '.git/config',
      '.hid/x.txt',
      '.well-known/.a.swp',
      'sub/.a.md.swp',
      'draft.md~',
      '#draft.md#',
      'a.swp',
      'a.html.BAK',
      'a.orig',
      'Thumbs.db',
    ]
    site('hidden', Object.fromEntries([...published, ...left].map((path) => [`../public/${path}`, 'text'])))
    const urls = new Set<string>((await prepare(content)).staticFiles.map(({ url }) => url))
    expect([...published, ...left].filter((path) => urls.has(`/${path}`))).toEqual(published)
  })

  it('shows no picture that stands in public/ and is not published from there', async () => {
    site('hidden-picture', {
      'articles/rain-comes.md': story('image: {src: /.hid/photo.jpg, alt: A field}'),
      '../public/.hid/photo.jpg': 'x',
    })
    await expect(prepare(content)).rejects.toMatchObject({ problems: [{ name: 'media-missing' }] })
  })

  it('refuses a folder that holds anything but a site, and says how to go on', async () => {
    site('refuses')
    mkdirSync(out)
    writeFileSync(join(out, 'thesis.txt'), 'years of work')
    const { exitCode, stderr } = await build()
    expect(exitCode).toBe(2)
    expect(stderr).toContain('--out')
    expect(readFiles(out)).toEqual(new Map([['thesis.txt', Buffer.from('years of work')]]))
  })

  it('refuses to write over what the site is made of', async () => {
    site('sources')
    for (const bad of [content, join(content, 'articles'), join(content, '..'), root, join(root, 'layouts')]) {
      const { exitCode, stderr } = await lampstand(['build', '--content', content, '--out', bad, ...now])
      expect({ bad, code: exitCode }).toEqual({ bad, code: 2 })
      expect(stderr).toContain('Unexpected output folder')
    }
    expect(readFileSync(join(content, 'articles/rain-comes.md'), 'utf8')).toBe(story())
  })

  it('completes one that was killed half-way', async () => {
    site('killed')
    await build()
    const whole = readFiles(out)
    const staging = join(out, '..', '.site.staging')
    mkdirSync(join(staging, 'news'), { recursive: true })
    writeFileSync(join(staging, 'news/half.html'), 'half a pa')
    rmSync(join(out, 'news'), { recursive: true })
    writeFileSync(join(out, 'feed.xml'), 'half a fe')
    const { exitCode } = await build()
    expect(exitCode).toBe(0)
    expect(readFiles(out)).toEqual(whole)
    expect(existsSync(staging)).toBe(false)
  })

  it('takes a content folder from anywhere, with another name', async () => {
    site('elsewhere')
    const moved = join(scratch, 'elsewhere', 'Neue Ausgabe')
    mkdirSync(join(moved, '..'), { recursive: true })
    cpSync(content, moved, { recursive: true })
    const { exitCode } = await lampstand(['build', '--content', 'Neue Ausgabe', '--out', 'heraus', ...now], {
      cwd: join(scratch, 'elsewhere'),
    })
    expect(exitCode).toBe(0)
    expect(existsSync(join(scratch, 'elsewhere/heraus/news/rain-comes/index.html'))).toBe(true)
  })
})
