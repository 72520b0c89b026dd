import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import sharp, { type SharpOptions } from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { createOutputFingerprinter } from '../../src/builder/output-fingerprint.ts'
import { createMemoryCache } from '../../src/cache/memory-cache.ts'
import { Compiler } from '../../src/compile/compiler.ts'
import { DocumentCache } from '../../src/compile/document-cache.ts'
import { readOutlet } from '../../src/compile/read-outlet.ts'
import { blobHash } from '../../src/content/blob-hash.ts'
import { clockResolution } from '../../src/content/file-stats.ts'
import { FileFactsCache } from '../../src/media/file-facts-cache.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { buildSite, currentCodeVersion } from '../helpers/build-site.ts'
import { readFiles } from '../helpers/read-files.ts'
import { noon, prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let count = 0

/** A story of February; those later in the alphabet are later in the month. */
const namedStory = (name: string, tag: string, text: string, lines = '') =>
  story(
    `tags: [${tag}]\ncountries: [ML]\npartners: [wells]${lines}`,
    `Mali (SP) — ${text} See [rain](/news/rain-comes/).`,
  )
    .replace('Rain comes', `Story ${name}`)
    .replace('2026-01-05', `2026-02-${10 + name.charCodeAt(0) - 97}`)

const series = 'taxonomies: { series: { one: Series, many: Series, ordered: true } }\n'
const photos = Object.fromEntries(
  await Promise.all(
    [
      ['one', 'red'],
      ['two', 'green'],
      ['three', 'blue'],
    ].map(async ([word = '', background]) => [
      word,
      await sharp({ create: { width: 12, height: 8, channels: 3, background } } as SharpOptions)
        .png()
        .toBuffer(),
    ]),
  ),
) as Record<'one' | 'two' | 'three', Buffer>

/** A site of five stories in a folder of its own. */
function site(): string {
  const folder = join(scratch, `site-${++count}`)
  writeSite(folder, {
    'site.yml': `${siteYml}${series}`,
    'partners/wells.md': '---\nname: Wells\n---\n',
    'photo.png': photos.one,
    ...Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [`articles/${name}.md`, namedStory(name, 'Water', 'First.')]),
    ),
  })
  return folder
}

/** Runs git commands in a folder. */
const gitIn =
  (cwd: string) =>
  (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...args], { cwd, stdio: 'ignore' })

/** Builds the same content without a cache, and returns its files. */
async function cleanBuild(folder: string, now = noon, code?: string): Promise<Map<string, Buffer>> {
  const fresh = join(scratch, `clean-${++count}`)
  cpSync(join(folder, 'content'), join(fresh, 'content'), { recursive: true })
  const { files } = await buildSite(fresh, {
    now,
    ...(code === undefined ? {} : { version: { ...currentCodeVersion, compiler: code, code } }),
  })
  rmSync(fresh, { recursive: true })
  return files
}

/** The result of a build: its files, or the problems that stopped it. */
async function outcome(
  build: Promise<{ files: Map<string, Buffer> }>,
): Promise<{ files: Map<string, Buffer>; problems: string[] }> {
  try {
    return { files: (await build).files, problems: [] }
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error
    return { files: new Map(), problems: error.problems.map(({ name, file }) => `${file} ${name}`) }
  }
}

function differences(one: Map<string, Buffer>, other: Map<string, Buffer>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (path) => one.get(path)?.equals(other.get(path) ?? Buffer.alloc(0)) !== true,
  )
}

type Step =
  | { kind: 'write'; name: string; tag: string; text: string }
  | { kind: 'remove'; name: string }
  | { kind: 'rename'; name: string; to: string }
  | { kind: 'withdraw'; name: string }
  | { kind: 'describe'; tag: string; text: string }
  | { kind: 'outlet'; name: string }
  | { kind: 'file'; path: string; text: string | Buffer }
  | { kind: 'code'; code: string }
  | { kind: 'time'; days: number }

const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const tag = fc.constantFrom('Water', 'Food', 'Peace')
const word = fc.constantFrom('one' as const, 'two' as const, 'three' as const)
/** Further front matter of a story: a picture, an action, an answered prayer, a place in a series, replies. */
const lines = fc.constantFrom(
  'image: { src: ../photo.png, alt: A well }',
  'actions: [{ kind: pray, text: For rain., until: 2026-11-25 }, { kind: give, text: Give., url: /tags/ }]',
  'answers: [rain-comes]',
  'series: [The long rain]',
  'replies: open',
  'summary: It rained.',
  'corrections: [{ date: 2026-03-01, text: It rained less., kind: correction }]',
)
/** Files beside the stories, each with something that pages of stories show. */
const beside = word.chain((word) =>
  fc.constantFrom<{ path: string; text: string | Buffer }>(
    { path: 'people/ann-doe.md', text: `---\nname: Ann ${word}\n---\n` },
    {
      path: 'partners/wells.md',
      text: `---\nname: Wells\nsummary: Digs ${word}.\nurl: https://${word}.example\n---\n`,
    },
    {
      path: 'replies/rain-comes.yml',
      text: `replies:\n  - { name: Ruth, date: 2026-02-01, text: Thank you ${word}. }\n`,
    },
    {
      path: 'articles/lluvia.md',
      text: story('language: es\ntranslationOf: rain-comes').replace('Rain comes', `Lluvia ${word}`),
    },
    { path: 'photo.png', text: photos[word] },
  ),
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), name, tag, text: word }) },
  {
    weight: 4,
    arbitrary: fc
      .record({ name, tag, word, more: fc.uniqueArray(lines, { maxLength: 3 }) })
      .map(({ name, tag, word, more }) => ({
        kind: 'file' as const,
        path: `articles/${name}.md`,
        text: namedStory(name, tag, word, more.map((line) => `\n${line}`).join('')),
      })),
  },
  { weight: 4, arbitrary: beside.map((file) => ({ kind: 'file' as const, ...file })) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rename' as const), name, to: name }) },
  fc.record({ kind: fc.constant('withdraw' as const), name }),
  fc.record({ kind: fc.constant('describe' as const), tag, text: word }),
  fc.record({ kind: fc.constant('outlet' as const), name: word }),
  fc.record({ kind: fc.constant('code' as const), code: word }),
  fc.record({ kind: fc.constant('time' as const), days: fc.integer({ min: -400, max: 400 }) }),
)

function applyStep(content: string, step: Step): void {
  const file = (name: string) => join(content, `articles/${name}.md`)
  switch (step.kind) {
    case 'write':
      return writeFileSync(file(step.name), namedStory(step.name, step.tag, step.text))
    case 'remove':
      return rmSync(file(step.name), { force: true })
    case 'rename':
      if (existsSync(file(step.name))) renameSync(file(step.name), file(step.to))
      return
    case 'withdraw':
      if (existsSync(file(step.name))) {
        writeFileSync(
          file(step.name),
          readFileSync(file(step.name), 'utf8')
            .replace('title:', 'status: withdrawn\ntitle:')
            .replace(/status: withdrawn\nstatus/, 'status'),
        )
      }
      return
    case 'describe': {
      const path = join(content, `tags/${step.tag.toLowerCase()}.md`)
      mkdirSync(dirname(path), { recursive: true })
      return writeFileSync(path, `---\nsummary: ${step.text}.\n---\n\nAll about it.\n`)
    }
    case 'outlet':
      return writeFileSync(
        join(content, 'site.yml'),
        siteYml.replace('Small Paper', `Small Paper ${step.name}`) + series,
      )
    case 'file':
      mkdirSync(dirname(join(content, step.path)), { recursive: true })
      return writeFileSync(join(content, step.path), step.text)
  }
}

describe('a build upon another', () => {
  it('gives the bytes of a clean build, whatever happened between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        async (rounds) => {
          const folder = site()
          let now = noon
          let code: string | undefined
          let last = await outcome(buildSite(folder))
          let { files } = last
          for (const round of rounds) {
            for (const step of round) {
              applyStep(join(folder, 'content'), step)
              if (step.kind === 'time') now = noon + step.days * 86_400_000
              if (step.kind === 'code') code = step.code
            }
            last = await outcome(
              buildSite(folder, {
                now,
                ...(code === undefined ? {} : { version: { ...currentCodeVersion, compiler: code, code } }),
              }),
            )
            // What stops a build leaves the site of the last one.
            if (last.problems.length > 0) expect(differences(readFiles(join(folder, 'site')), files)).toEqual([])
            else files = last.files
          }
          const fresh = await outcome(cleanBuild(folder, now, code).then((files) => ({ files })))
          expect(last.problems).toEqual(fresh.problems)
          if (fresh.problems.length === 0) expect(differences(files, fresh.files)).toEqual([])
          rmSync(folder, { recursive: true })
        },
      ),
      { numRuns: 200 },
    )
  }, 1_200_000)

  it('renders nothing where nothing changed, and only what shows a story where that story changed', async () => {
    const folder = site()
    await buildSite(folder)
    expect((await buildSite(folder)).rendered).toEqual([])
    writeFileSync(join(folder, 'content/articles/d.md'), namedStory('d', 'Water', 'Changed.'))
    const { rendered, changes } = await buildSite(folder)
    expect(rendered).toContain('/news/d/')
    expect(rendered).toContain('/tags/water/feed.xml')
    expect(rendered).not.toContain('/people/')
    expect(rendered).not.toContain('/sitemap.xml')
    expect(changes).toEqual({ added: 0, changed: rendered.length, removed: 0 })
  })

  it('is the same wherever the command was given', async () => {
    const folder = site()
    await buildSite(folder)
    const { rendered, changes } = await buildSite(folder, { cwd: join(folder, '..') })
    expect(rendered).toEqual([])
    expect(changes).toEqual({ added: 0, changed: 0, removed: 0 })
  })

  it('does not ask a layout for a page whose props are as they were', async () => {
    const folder = site()
    const asked: string[] = []
    const overrides = {
      article: ({ title }: { title: string }) => {
        asked.push(title)
        return null
      },
    }
    await buildSite(folder, { layoutOverrides: overrides })
    expect(asked).toHaveLength(5)
    asked.length = 0
    writeFileSync(
      join(folder, 'content/articles/d.md'),
      `${namedStory('d', 'Water', 'First.')}\nA further paragraph.\n`,
    )
    await buildSite(folder, { layoutOverrides: overrides })
    expect(asked).toEqual(['Story d'])
  })

  it('publishes a file of public/ again when it changes, in any folder', async () => {
    const folder = site()
    mkdirSync(join(folder, 'public/media'), { recursive: true })
    const file = join(folder, 'public/media/note.txt')
    writeFileSync(file, 'one')
    await buildSite(folder)
    writeFileSync(file, 'TWO')
    expect((await buildSite(folder)).files.get('media/note.txt')?.toString()).toBe('TWO')
  })

  it('sees a change whose time was set back', async () => {
    const folder = site()
    const file = join(folder, 'content/articles/d.md')
    const past = new Date('2026-01-01')
    writeFileSync(file, namedStory('d', 'Water', 'First.'))
    utimesSync(file, past, past)
    await buildSite(folder)
    writeFileSync(file, namedStory('d', 'Water', 'Other.'))
    utimesSync(file, past, past)
    expect((await buildSite(folder)).files.get('news/d/index.html')?.toString()).toContain('Other.')
  })

  it('keeps the words of a term apart, whatever stands in them', async () => {
    const folder = site()
    writeFileSync(
      join(folder, 'content/articles/d.md'),
      namedStory('d', 'Water', 'First.').replace('authors: [ann-doe]', 'authors: [ann-doe of the desk]'),
    )
    // What is compiled, and what is kept of it.
    for (const _ of [1, 2]) {
      const error = await buildSite(folder).catch((error: unknown) => error)
      expect((error as ProblemsError).problems.map(({ message }) => message).join()).toContain('ann-doe of the desk')
    }
  })

  it('puts back a home page, be it that a folder stands in its place', async () => {
    const folder = site()
    const { files } = await buildSite(folder)
    const home = join(folder, 'site/index.html')
    rmSync(home)
    expect(differences((await buildSite(folder)).files, files)).toEqual([])
    rmSync(home)
    mkdirSync(home)
    expect(differences((await buildSite(folder)).files, files)).toEqual([])
  })

  it('puts back a file that somebody took out of the site', async () => {
    const folder = site()
    const { files } = await buildSite(folder)
    rmSync(join(folder, 'site/news/d/index.html'))
    rmSync(join(folder, 'site/tags'), { recursive: true })
    expect(differences((await buildSite(folder)).files, files)).toEqual([])
  })

  it('caches what it compiled under the bytes that it read, where a file changes between two reads', async () => {
    const { outlet } = readOutlet(join(site(), 'content'), 'content')
    if (outlet === undefined) throw new Error('no outlet')
    const cache = createMemoryCache()
    const compiler = await Compiler.create(outlet, cache)
    const [before, after] = ['Before.', 'After.'].map((text) => Buffer.from(namedStory('a', 'Water', text)))
    if (before === undefined || after === undefined) throw new Error('no bytes')
    const source = (scanned: Buffer, bytes: Buffer) => ({
      path: 'articles/a.md',
      folder: 'articles',
      slug: 'a',
      hash: blobHash(scanned),
      displayPath: 'a.md',
      bytes: () => bytes,
    })
    const excerpt = (scanned: Buffer, bytes: Buffer) => compiler.compile(source(scanned, bytes))?.document?.body.excerpt
    expect(excerpt(before, after)).toContain('After.')
    expect(excerpt(before, before)).toContain('Before.')
    expect(new DocumentCache(outlet, cache).get(source(after, after))).toBeDefined()
    // The line ends that git gives to Windows make no other text.
    const windows = Buffer.from(before.toString().replaceAll('\n', '\r\n'))
    const other = createMemoryCache()
    ;(await Compiler.create(outlet, other)).compile(source(before, windows))
    expect(new DocumentCache(outlet, other).get(source(before, windows))).toBeDefined()
  })

  it('compares every output, and reads only the stories that the home page shows', async () => {
    const folder = site()
    for (let day = 1; day <= 60; day++) {
      const text = namedStory('a', `Tag ${day % 7}`, `Text ${day}.`).replace('Story a', `Day ${day}`)
      writeFileSync(join(folder, `content/articles/day-${day}.md`), text)
    }
    const cache = createMemoryCache()
    await prepare(join(folder, 'content'), { cache })
    const read = new Set<string>()
    const get: typeof cache.get = (key) => {
      const entry = cache.get(key)
      const rest = () => {
        read.add(key)
        return entry?.rest()
      }
      return entry && { first: entry.first, rest }
    }
    const { outputs, site: all } = await prepare(join(folder, 'content'), { cache: { ...cache, get } })
    const print = createOutputFingerprinter('code')
    for (const output of outputs.values()) print(output)
    expect(all.articles.length).toBe(65)
    expect(outputs.size).toBeGreaterThan(100)
    expect(read.size).toBeLessThanOrEqual(1 + all.outlet.home.latest + all.outlet.home.countries)
  })

  it('whose layout fails leaves the site, and nothing beside it', async () => {
    const folder = site()
    const { files } = await buildSite(folder)
    const article = () => {
      throw new Error('no ink')
    }
    writeFileSync(join(folder, 'content/articles/d.md'), namedStory('d', 'Water', 'Changed.'))
    await expect(buildSite(folder, { layoutOverrides: { article } })).rejects.toThrow()
    expect(readdirSync(folder).sort()).toEqual(['.lampstand', 'content', 'site'])
    expect(differences(readFiles(join(folder, 'site')), files)).toEqual([])
  })

  it('trusts no site that is from another build than its cache', async () => {
    const [one, other] = [site(), site()]
    writeFileSync(join(other, 'content/articles/e.md'), namedStory('e', 'Food', 'Another.'))
    const expected = await buildSite(one)
    await buildSite(other)
    rmSync(join(one, 'site'), { recursive: true })
    cpSync(join(other, 'site'), join(one, 'site'), { recursive: true })
    expect(differences((await buildSite(one)).files, expected.files)).toEqual([])
  })

  it('is the same with and without git, and reads nothing that git knows', async () => {
    const folder = site()
    const git = gitIn(folder)
    const plain = await buildSite(folder)
    git('init')
    git('add', 'content')
    git('commit', '-m', 'All')
    expect((await buildSite(folder)).rendered).toEqual([])
    writeFileSync(join(folder, 'content/articles/a.md'), namedStory('a', 'Food', 'Not committed.'))
    writeFileSync(join(folder, 'content/articles/new.md'), namedStory('n', 'Food', 'Not tracked.'))
    const changed = await buildSite(folder)
    expect(changed.rendered).toEqual(expect.arrayContaining(['/news/a/', '/news/new/']))
    expect(differences(changed.files, await cleanBuild(folder))).toEqual([])
    git('checkout', '--', 'content')
    rmSync(join(folder, 'content/articles/new.md'))
    expect(differences((await buildSite(folder)).files, plain.files)).toEqual([])
  })
})

describe('a file that git keeps in another way than it stands on disk', () => {
  it('is what stands on disk', async () => {
    const folder = site()
    const git = gitIn(folder)
    writeFileSync(join(folder, '.gitattributes'), 'd.md filter=locked\n')
    writeFileSync(join(folder, 'content/articles/d.md'), namedStory('d', 'Water', 'Locked.'))
    git('init')
    git('add', '.')
    git('commit', '-m', 'All')
    await buildSite(folder)
    // As with git-crypt: what was locked is unlocked, and for git nothing has changed.
    git('config', 'filter.locked.smudge', 'sed s/Locked/Opened/')
    git('config', 'filter.locked.clean', 'sed s/Opened/Locked/')
    rmSync(join(folder, 'content/articles/d.md'))
    git('checkout', '--', 'content')
    expect(execFileSync('git', ['status', '--short', 'content'], { cwd: folder }).toString()).toBe('')
    expect((await buildSite(folder)).files.get('news/d/index.html')?.toString()).toContain('Opened.')
  })
})

describe('a cached fact of a picture or a recording', () => {
  it('holds for the bytes that were read, and for no others', async () => {
    const folder = mkdtempSync(join(scratch, 'known-'))
    const [still, changing] = [join(folder, 'a.jpg'), join(folder, 'b.jpg')]
    writeFileSync(still, 'one')
    writeFileSync(changing, 'one')
    // What was changed just now may be changed again within the same tick of the disk's clock.
    await wait(clockResolution + 100)
    const openFacts = () => new FileFactsCache<string>(join(folder, 'known'), '1')
    const first = openFacts()
    for (const file of [still, changing]) expect(first.get(file)).toBeUndefined()
    writeFileSync(changing, 'two')
    for (const file of [still, changing]) first.put(file, 'of one')
    first.close()
    expect(openFacts().get(still)).toBe('of one')
    expect(openFacts().get(changing)).toBeUndefined()
  })
})

describe('the cache between builds', () => {
  /** The files that a build caches, and the mark of completion that it leaves in the site. */
  const cachedFiles = (folder: string) => [
    ...[...readFiles(join(folder, '.lampstand')).keys()].map((path) => join(folder, '.lampstand', path)),
    join(folder, 'site/.lampstand'),
  ]
  const flip = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 0x10
    return copy
  }
  const damages: [string, (path: string, bytes: Buffer, others: readonly string[]) => void][] = [
    ['is gone', (path) => rmSync(path)],
    ['is empty', (path) => writeFileSync(path, '')],
    ['is one byte', (path, bytes) => writeFileSync(path, bytes.subarray(0, 1))],
    ['is cut in half', (path, bytes) => writeFileSync(path, bytes.subarray(0, bytes.length >> 1))],
    ['is cut by one byte', (path, bytes) => writeFileSync(path, bytes.subarray(0, -1))],
    ['lost its beginning', (path, bytes) => writeFileSync(path, bytes.subarray(3))],
    ['has a bit flipped at its beginning', (path, bytes) => writeFileSync(path, flip(bytes, 0))],
    ['has a bit flipped near its beginning', (path, bytes) => writeFileSync(path, flip(bytes, 40))],
    ['has a bit flipped in a quarter', (path, bytes) => writeFileSync(path, flip(bytes, bytes.length >> 2))],
    ['has a bit flipped in the middle', (path, bytes) => writeFileSync(path, flip(bytes, bytes.length >> 1))],
    ['has a bit flipped at its end', (path, bytes) => writeFileSync(path, flip(bytes, bytes.length - 1))],
    [
      'has zeros at its end',
      (path, bytes) =>
        writeFileSync(path, Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.alloc(bytes.length >> 1)])),
    ],
    ['grew by zeros', (path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.alloc(4096)]))],
    ['grew by its own beginning', (path, bytes) => writeFileSync(path, Buffer.concat([bytes, bytes.subarray(0, 500)]))],
    ['is noise', (path, bytes) => writeFileSync(path, Buffer.from(bytes.map((_, at) => (at * 7919) % 251)))],
    ['is words', (path) => writeFileSync(path, 'not what you kept')],
    ['is JSON of another kind', (path) => writeFileSync(path, '{"a":[1,2,3]}')],
    [
      'is a folder',
      (path) => {
        rmSync(path)
        mkdirSync(join(path, 'inside'), { recursive: true })
      },
    ],
    [
      'is another of the files',
      (path, _, others) => cpSync(others[(others.indexOf(path) + 1) % others.length] ?? path, path),
    ],
    ['is twice itself', (path, bytes) => writeFileSync(path, Buffer.concat([bytes, bytes]))],
  ]

  it.each(damages)('is noticed and replaced where a file %s', async (_, damage) => {
    const folder = site()
    await buildSite(folder)
    const files = cachedFiles(folder)
    expect(files.length).toBeGreaterThanOrEqual(4)
    for (const path of files) {
      damage(path, readFileSync(path), files)
      // Something changed too, so that what was kept is asked for.
      writeFileSync(join(folder, 'content/articles/d.md'), namedStory('d', 'Water', `Changed ${++count}.`))
      writeFileSync(join(folder, 'content/site.yml'), siteYml.replace('A small paper.', `A small paper ${count}.`))
      const { files: rebuilt } = await buildSite(folder)
      expect(differences(rebuilt, await cleanBuild(folder)), path).toEqual([])
    }
  })

  it('may be no folder', async () => {
    const folder = site()
    const { files } = await buildSite(folder)
    rmSync(join(folder, '.lampstand'), { recursive: true })
    mkdirSync(join(folder, '.lampstand'))
    writeFileSync(join(folder, '.lampstand/cache'), 'no folder')
    expect(differences((await buildSite(folder)).files, files)).toEqual([])
  })

  it('may have been locked by a process that had the number of this one before the machine restarted', async () => {
    const folder = site()
    mkdirSync(join(folder, '.lampstand/cache'), { recursive: true })
    writeFileSync(join(folder, '.lampstand/cache/lock'), `${hostname()} ${process.pid} 12345`)
    await buildSite(folder)
    expect(existsSync(join(folder, '.lampstand/cache/entries'))).toBe(true)
    expect(existsSync(join(folder, '.lampstand/cache/lock'))).toBe(false)
  })

  it('may be of another version of the code', async () => {
    const folder = site()
    await buildSite(folder, { version: { ...currentCodeVersion, compiler: 'older', code: 'older' } })
    const { files } = await buildSite(folder)
    expect(differences(files, await cleanBuild(folder))).toEqual([])
  })
})
