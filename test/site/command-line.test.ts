import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ended, filesOf, lampstand } from '../helpers/run-command.ts'
import { newSite, root, story } from '../helpers/site-fixture.ts'

interface Lockfile {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const now = ['--now', '2026-11-23T12:00:00Z']

const broken = newSite(join(scratch, 'broken'), {
  'articles/one.md': story('partners: [wels]\nimage: {src: none.jpg, alt: A well}').replace('Rain comes', 'One'),
  'articles/two.md': story('', 'Mali (SP) — See [it](/nowhere/).').replace('Rain comes', 'Two'),
  'partners/wells.md': '---\nname: Wells\n---\n',
})
const sound = newSite(join(scratch, 'sound'), {})
const warned = newSite(join(scratch, 'warned'), {
  'articles/two.md': story('', 'Mali (SP) — [Click here](https://a.example).').replace('Rain comes', 'Two'),
})

describe('the command line', () => {
  it('explains itself', async () => {
    for (const words of [[], ['--help'], ['help'], ['-h']]) {
      const { code, out } = await lampstand(words)
      expect(code).toBe(0)
      for (const word of ['build', 'serve', 'check', 'new', '--content', '--out', '--now', '--format', 'Exit codes']) {
        expect(out).toContain(word)
      }
    }
    expect((await lampstand(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('explains one command alone', async () => {
    const { code, out } = await lampstand(['check', '--help'])
    expect({ code, out }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "out": "  lampstand check           report every problem, write nothing

      Options
        --content <folder>        the folder with site.yml and articles/            (content)
        --now <instant>           the moment that decides what is published,        (this moment)
                                  like 2026-11-30T09:00-06:00
        --format text|json|github how problems are reported                         (text)
        --since <commit>          published corrections must be as they were there  (HEAD)
      ",
      }
    `)
    for (const words of [
      ['help', 'check'],
      ['-h', 'check'],
    ])
      expect((await lampstand(words)).out).toBe(out)
  })

  it('says what it did not understand, and what was meant', async () => {
    const cases: [string[], string][] = [
      [['biuld'], 'Did you mean `build`?'],
      [['help', 'biuld'], 'Unexpected command biuld. Did you mean `build`?'],
      [['build', '--contnet', 'x'], 'Did you mean `--content`?'],
      [['build', '--now', 'tomorrow'], '2026-11-30T09:00-06:00'],
      [['check', '--out', 'x'], 'check has no output folder'],
      [['check', '--format', 'xml'], 'text, json or github'],
      [['serve', '--port', '99999'], '65535'],
      [['build', 'everything'], 'everything'],
      [['build', '--content'], '--content'],
      [['new'], 'headline'],
      ...['build', 'serve', 'check', 'new', 'reply', 'headers'].map((command): [string[], string] => [
        [command, '--content', './nowhere'],
        'Unexpected --content ./nowhere: there is no such folder.',
      ]),
      [['check', '--content', 'package.json'], 'Unexpected --content package.json: that is a file.'],
    ]
    const ends = await Promise.all(cases.map(([words]) => lampstand(words)))
    for (const [index, [words, told]] of cases.entries()) {
      const { code, out, log } = ends[index] ?? { code: 0, out: '', log: '' }
      expect({ words, code }).toEqual({ words, code: 2 })
      expect(out + log).toContain(told)
      expect(out + log).not.toMatch(/\n\s+at /)
    }
  })
})

describe('a place that cannot be used', () => {
  // Somebody who may read Lampstand and change nothing of it, where the tests may be somebody else.
  const nobody = { user: 65534 }
  const isRoot = process.getuid?.() === 0
  const canBeNobody = isRoot && spawnSync('ls', [join(root, 'src')], { uid: 65534, gid: 65534 }).status === 0

  it('is named with the reason and what to do: a file in the place of a folder', async () => {
    const file = join(scratch, 'file')
    writeFileSync(file, '')
    const { code, log } = await lampstand(['build', ...now, '--content', sound, '--out', join(file, 'site')], {
      folder: scratch,
    })
    expect(log.split('\n').at(-2)).toBe(
      'Unexpected output folder file/site, which cannot be used: there is a file where a folder must be at file. Mend that, or name another folder with --out.',
    )
    expect(code).toBe(2)
  })

  describe.runIf(canBeNobody)('by its user', () => {
    const open = mkdtempSync(join(tmpdir(), 'lampstand-'))
    const content = newSite(join(open, 'site'), { 'articles/two.md': story().replace('Rain comes', 'Two') })
    chmodSync(open, 0o755)
    afterAll(() => rmSync(open, { recursive: true }))

    it('is named where a story is begun', async () => {
      const { code, out, log } = await lampstand(['new', 'Sun', ...now, '--content', content], {
        ...nobody,
        folder: open,
      })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(log).toBe(
        'Unexpected content folder site/content, which cannot be used: permission is denied at site/content/articles/2026. Mend that, or name another folder with --content.\n',
      )
    })

    it('is no obstacle to a check, which keeps nothing then', async () => {
      const { code, out, log } = await lampstand(['check', ...now, '--content', content], nobody)
      expect({ code, log }).toEqual({ code: 0, log: '' })
      expect(out).toMatch(/^No problems in 2 articles/)
    })

    it('is a problem of the file, where it is a story', async () => {
      const path = join(content, 'articles/two.md')
      chmodSync(path, 0)
      const { code, out } = await lampstand(['check', ...now, '--content', content], { ...nobody, folder: open })
      chmodSync(path, 0o644)
      expect(code).toBe(1)
      expect(out).toContain(
        'site/content/articles/two.md\n   1:1  error    Unexpected file that cannot be read, expected one that this user may read   file-unreadable\n',
      )
    })

    it('stops everything where it is a folder, whose stories would be missing', async () => {
      const path = join(content, 'articles')
      chmodSync(path, 0)
      const { code, log } = await lampstand(['check', ...now, '--content', content], { ...nobody, folder: open })
      chmodSync(path, 0o755)
      expect(code).toBe(2)
      expect(log).toContain('permission is denied at site/content/articles.')
    })
  })
})

describe('lampstand check', () => {
  it('names files elsewhere by a path that can be opened, whatever was kept of them under another', async () => {
    const here = await lampstand(['check', ...now, '--content', warned], { folder: join(warned, '..') })
    expect(here.out).toMatch(/^content\/articles\/two\.md\n/)
    const elsewhere = await lampstand(['check', ...now, '--content', warned], { folder: tmpdir() })
    const path = elsewhere.out.split('\n')[0] ?? ''
    expect(path).toBe(`${warned.slice(tmpdir().length + 1)}/articles/two.md`)
    const above = await lampstand(['check', ...now, '--content', warned])
    expect(above.out).toBe(elsewhere.out.replace(path, join(warned, 'articles/two.md')))
  })

  it('tells every problem of every file in one run, sorted, with the place, the mistake and the mending', async () => {
    const { code, out } = await lampstand(['check', ...now, '--content', broken], { folder: join(scratch, 'broken') })
    expect(code).toBe(1)
    expect(out).toMatchInlineSnapshot(`
      "content/articles/one.md
        5:12  error    Unexpected partner \`wels\`, expected a partner with a file in partners/   unknown-partner
              hint     Did you mean \`wells\`? A new partner needs a file partners/wels.md.
         4 | authors: [ann-doe]
       > 5 | partners: [wels]
           |            ^^^^
        6:14  error    Unexpected file \`none.jpg\`, which does not exist   media-missing
              hint     Put the file beside the text, in a folder <slug>/ with the text as index.md.
         5 | partners: [wels]
       > 6 | image: {src: none.jpg, alt: A well}
           |              ^^^^^^^^

      content/articles/two.md
        7:17  error    Unexpected link \`/nowhere/\`, which leads to nothing on this site   dead-link
              hint     Write the address of a page, like /news/some-story/, or the path of a content file beside this one.
         6 | 
       > 7 | Mali (SP) — See [it](/nowhere/).
           |                 ^^^^^^^^^^^^^^^

      3 errors
      "
    `)
  })

  it('quotes in a log what readers see already, and nothing else; json and github quote nothing', async () => {
    const secret = '[Click here](https://a.example) for SECRET words.'
    const hidden = (lines: string, body = secret) => story(lines, `Mali (SP) — ${body}`)
    const content = newSite(join(scratch, 'logs'), {
      'articles/open.md': story('', 'Mali (SP) — [Click here](https://a.example) for open words.'),
      'articles/draft.md': hidden('status: draft'),
      'articles/draft-in-quotes.md': hidden('"status": "draft"'),
      'articles/withdrawn.md': hidden('status: withdrawn'),
      'articles/future.md': hidden('').replace('2026-01-05', '2026-11-24'),
      'articles/embargo.md': hidden('embargo: 2026-11-23T12:00:01Z'),
      'articles/mistyped.md': hidden('staus: draft'),
      'articles/unknown-state.md': hidden('status: daft'),
      'articles/broken.md': hidden('status: draft: yes'),
      'articles/no-zone.md': hidden('embargo: 2027-01-01'),
      'articles/nothing.md': secret,
      'articles/not-utf-8.md': Buffer.concat([Buffer.from(hidden('')), Buffer.from([0xff])]),
      'pages/draft.md': `---\ntitle: Page\nstatus: draft\n---\n\n${secret}\n`,
      'people/bo-ek.md': '---\nname: Bo Ek\nstatus: draft # SECRET\n---\n\nWrites.\n',
      'somewhere/stray.md': secret,
      'replies/open.yml': 'replies:\n  - {name: SECRET, date: 2026-01-06, text: Call 0123 456 789 01 SECRET}\n',
    })
    const folder = join(content, '..')
    const text = await lampstand(['check', ...now, '--content', content], { folder })
    expect(text.code).toBe(1)
    for (const name of ['draft', 'future', 'embargo', 'mistyped', 'broken', 'nothing', 'not-utf-8']) {
      expect(text.out).toContain(`content/articles/${name}.md\n`)
    }
    expect(text.out).toContain('contact-in-reply')
    expect(text.out).toContain('for open words.')
    expect(text.out).not.toContain('SECRET')
    // The day after, one of them is there to be read.
    const later = await lampstand(['check', '--now', '2026-11-24T12:00:00Z', '--content', content], { folder })
    expect(later.out.match(/ > \d+ \| .*SECRET/g)).toHaveLength(2)
    for (const format of ['json', 'github']) {
      const { out } = await lampstand(['check', ...now, '--format', format, '--content', content], { folder })
      expect(out).toContain('contact-in-reply')
      expect(out).not.toMatch(/SECRET|open words/)
    }
  })

  it('tells machines the same, as docs/contracts/problems.md promises', async () => {
    const { code, out } = await lampstand(['check', ...now, '--format', 'json', '--content', broken], {
      folder: join(scratch, 'broken'),
    })
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchInlineSnapshot(`
      [
        {
          "column": 12,
          "endColumn": 16,
          "endLine": 5,
          "file": "content/articles/one.md",
          "hint": "Did you mean \`wells\`? A new partner needs a file partners/wels.md.",
          "line": 5,
          "message": "Unexpected partner \`wels\`, expected a partner with a file in partners/",
          "name": "unknown-partner",
          "severity": "error",
        },
        {
          "column": 14,
          "endColumn": 22,
          "endLine": 6,
          "file": "content/articles/one.md",
          "hint": "Put the file beside the text, in a folder <slug>/ with the text as index.md.",
          "line": 6,
          "message": "Unexpected file \`none.jpg\`, which does not exist",
          "name": "media-missing",
          "severity": "error",
        },
        {
          "column": 17,
          "endColumn": 32,
          "endLine": 7,
          "file": "content/articles/two.md",
          "hint": "Write the address of a page, like /news/some-story/, or the path of a content file beside this one.",
          "line": 7,
          "message": "Unexpected link \`/nowhere/\`, which leads to nothing on this site",
          "name": "dead-link",
          "severity": "error",
        },
      ]
    `)
  })

  it('marks the lines of a pull request', async () => {
    const { code, out } = await lampstand(['check', ...now, '--format', 'github', '--content', broken], {
      folder: join(scratch, 'broken'),
    })
    expect(code).toBe(1)
    expect(out.split('\n').filter((line) => line.startsWith('::error '))).toHaveLength(3)
    expect(out).toContain('::error file=content/articles/one.md,line=5,')
  })

  it('ends well where there are warnings alone, and tells them', async () => {
    const { code, out } = await lampstand(['check', ...now, '--content', warned])
    expect(code).toBe(0)
    expect(out).toContain('vague-link-text')
    expect(out).toContain('1 warning')
  })

  it('says so where nothing is wrong', async () => {
    const { code, out } = await lampstand(['check', ...now, '--content', sound])
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/^No problems in 1 article and \d+ outputs\.\n$/),
    })
  })
})

describe('lampstand new', () => {
  const fresh = () => newSite(mkdtempSync(join(scratch, 'new-')), {})

  it('begins a story that passes every check, under the slug of its headline and today’s date', async () => {
    const content = fresh()
    const made = await lampstand(['new', 'Côte d’Ivoire: “Rain” at last!', ...now, '--content', content], {
      folder: content,
    })
    expect(made).toMatchObject({ code: 0, out: 'articles/2026/cote-d-ivoire-rain-at-last.md\n' })
    const text = readFileSync(join(content, 'articles/2026/cote-d-ivoire-rain-at-last.md'), 'utf8')
    expect(text).toContain('title: "Côte d’Ivoire: “Rain” at last!"')
    expect(text).toContain('date: 2026-11-23')
    expect((await lampstand(['check', ...now, '--content', content])).code).toBe(0)
  })

  it('passes every check with each of its commented keys in use', async () => {
    const content = fresh()
    await lampstand(['new', 'Rain', ...now, '--content', content])
    const path = join(content, 'articles/2026/rain.md')
    const text = readFileSync(path, 'utf8')
    const keys = [...text.matchAll(/^# (\w+): .+$/gm)].map(([, key]) => key)
    expect(keys).toEqual(
      expect.arrayContaining(['summary', 'countries', 'tags', 'actions', 'corrections', 'embargo', 'aliases']),
    )
    expect(text).not.toMatch(/^#$/m)
    // What names other files is left out: a picture, a partner, another story, names in the text.
    const used = text.replace(/^# ((?!image|audio|partners|answers|translationOf|pseudonyms)\w+: .+)$/gm, '$1')
    writeFileSync(path, used)
    const { code, out } = await lampstand(['check', ...now, '--content', content])
    expect(out).toMatch(/^No problems/)
    expect(code).toBe(0)
  })

  it('gives a story no name that would be the name of its folder', async () => {
    const content = fresh()
    const { out } = await lampstand(['new', 'Index', ...now, '--content', content], { folder: content })
    expect(out).toBe('articles/2026/index-story.md\n')
  })

  it('knows the writer by the name that git knows', async () => {
    const content = fresh()
    const env = { GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'user.name', GIT_CONFIG_VALUE_0: 'Ann Doe' }
    await lampstand(['new', 'By Ann', ...now, '--content', content], { env })
    expect(readFileSync(join(content, 'articles/2026/by-ann.md'), 'utf8')).toContain('authors: [ann-doe]')
  })

  it('never writes over a story', async () => {
    const content = fresh()
    const path = join(content, 'articles/2026/rain.md')
    mkdirSync(join(path, '..'), { recursive: true })
    writeFileSync(path, 'dear words')
    const { code, log } = await lampstand(['new', 'Rain', ...now, '--content', content])
    expect(code).toBe(2)
    expect(log).toContain('exists already')
    expect(readFileSync(path, 'utf8')).toBe('dear words')
  })

  it('keeps what a headline holds out of the keys', async () => {
    const content = fresh()
    await lampstand(['new', 'A "quote": # [x]\nstatus: published', ...now, '--content', content])
    const [path] = [...filesOf(join(content, 'articles')).keys()].filter((path) => path.startsWith('2026/'))
    expect(readFileSync(join(content, 'articles', path ?? ''), 'utf8').match(/^status: /gm)).toHaveLength(1)
    expect((await lampstand(['check', ...now, '--content', content])).code).toBe(0)
  })
})

describe('Eleventy’s own command', () => {
  const eleventy = (words: string[], env: Record<string, string> = {}) =>
    ended(
      spawn(
        process.execPath,
        ['--import', 'tsx', 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts', ...words],
        {
          cwd: root,
          env: { ...process.env, LAMPSTAND_NOW: '2026-11-23T12:00:00Z', ...env },
        },
      ),
    )

  it('builds the same site', async () => {
    const [own, theirs] = [join(scratch, 'own'), join(scratch, 'theirs')]
    await lampstand(['build', '--out', own, ...now])
    const { code } = await eleventy([`--output=${theirs}`])
    expect(code).toBe(0)
    expect(filesOf(theirs)).toEqual(filesOf(own))
  })
})

describe('the package', () => {
  it('gives its commands to npx', () => {
    const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(existsSync(join(root, bin.lampstand))).toBe(true)
    expect(execFileSync('npx', ['--no-install', 'lampstand', '--version'], { cwd: root, encoding: 'utf8' })).toMatch(
      /\d/,
    )
  })

  it('installs on every system: its lockfile holds what packages need elsewhere too', () => {
    const { packages }: Lockfile = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
    const names = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')))
    const parts = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    expect(parts.filter((name) => !names.has(name))).toEqual([])
  })

  it('names no host of a registry in its lockfile', () => {
    expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toContain('"resolved"')
  })
})
