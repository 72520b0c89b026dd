import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand } from '../helpers/run-command.ts'
import { root, story, writeSite } from '../helpers/site-fixture.ts'

interface Lockfile {
  packages: Record<string, { optionalDependencies?: Record<string, string> }>
}

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const now = ['--now', '2026-11-23T12:00:00Z']

const broken = writeSite(join(scratch, 'broken'), {
  'articles/one.md': story('partners: [wels]\nimage: {src: none.jpg, alt: A well}').replace('Rain comes', 'One'),
  'articles/two.md': story('', 'Mali (SP) — See [it](/nowhere/).').replace('Rain comes', 'Two'),
  'partners/wells.md': '---\nname: Wells\n---\n',
})
const sound = writeSite(join(scratch, 'sound'), {})
const warned = writeSite(join(scratch, 'warned'), {
  'articles/two.md': story('', 'Mali (SP) — [Click here](https://a.example).').replace('Rain comes', 'Two'),
})

describe('the command line', () => {
  it('explains itself', async () => {
    for (const words of [[], ['--help'], ['help'], ['-h']]) {
      const { exitCode, stdout } = await lampstand(words)
      expect(exitCode).toBe(0)
      for (const word of ['build', 'serve', 'check', 'new', '--content', '--out', '--now', '--format', 'Exit codes']) {
        expect(stdout).toContain(word)
      }
    }
    expect((await lampstand(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('explains one command alone', async () => {
    const { exitCode, stdout } = await lampstand(['check', '--help'])
    expect({ code: exitCode, out: stdout }).toMatchInlineSnapshot(`
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
      expect((await lampstand(words)).stdout).toBe(stdout)
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
      const { exitCode, stdout, stderr } = ends[index] ?? { exitCode: 0, stdout: '', stderr: '' }
      expect({ words, code: exitCode }).toEqual({ words, code: 2 })
      expect(stdout + stderr).toContain(told)
      expect(stdout + stderr).not.toMatch(/\n\s+at /)
    }
  })
})

describe('a place that cannot be used', () => {
  // Somebody who may read Lampstand and change nothing of it, where the tests may be somebody else.
  const nobody = { uid: 65534 }
  const isRoot = process.getuid?.() === 0
  const canBeNobody = isRoot && spawnSync('ls', [join(root, 'src')], { uid: 65534, gid: 65534 }).status === 0

  it('is named with the reason and what to do: a file in the place of a folder', async () => {
    const file = join(scratch, 'file')
    writeFileSync(file, '')
    const { exitCode, stderr } = await lampstand(['build', ...now, '--content', sound, '--out', join(file, 'site')], {
      cwd: scratch,
    })
    expect(stderr.split('\n').at(-2)).toBe(
      'Unexpected output folder file/site, which cannot be used: there is a file where a folder must be at file. Mend that, or name another folder with --out.',
    )
    expect(exitCode).toBe(2)
  })

  describe.runIf(canBeNobody)('by its user', () => {
    const open = mkdtempSync(join(tmpdir(), 'lampstand-'))
    const content = writeSite(join(open, 'site'), { 'articles/two.md': story().replace('Rain comes', 'Two') })
    chmodSync(open, 0o755)
    afterAll(() => rmSync(open, { recursive: true }))

    it('is named where a story is begun', async () => {
      const { exitCode, stdout, stderr } = await lampstand(['new', 'Sun', ...now, '--content', content], {
        ...nobody,
        cwd: open,
      })
      expect({ code: exitCode, out: stdout }).toEqual({ code: 2, out: '' })
      expect(stderr).toBe(
        'Unexpected content folder site/content, which cannot be used: permission is denied at site/content/articles/2026. Mend that, or name another folder with --content.\n',
      )
    })

    it('is no obstacle to a check, which keeps nothing then', async () => {
      const { exitCode, stdout, stderr } = await lampstand(['check', ...now, '--content', content], nobody)
      expect({ code: exitCode, log: stderr }).toEqual({ code: 0, log: '' })
      expect(stdout).toMatch(/^No problems in 2 articles/)
    })

    it('is a problem of the file, where it is a story', async () => {
      const path = join(content, 'articles/two.md')
      chmodSync(path, 0)
      const { exitCode, stdout } = await lampstand(['check', ...now, '--content', content], { ...nobody, cwd: open })
      chmodSync(path, 0o644)
      expect(exitCode).toBe(1)
      expect(stdout).toContain(
        'site/content/articles/two.md\n   1:1  error    Unexpected file that cannot be read, expected one that this user may read   file-unreadable\n',
      )
    })

    it('stops everything where it is a folder, whose stories would be missing', async () => {
      const path = join(content, 'articles')
      chmodSync(path, 0)
      const { exitCode, stderr } = await lampstand(['check', ...now, '--content', content], { ...nobody, cwd: open })
      chmodSync(path, 0o755)
      expect(exitCode).toBe(2)
      expect(stderr).toContain('permission is denied at site/content/articles.')
    })
  })
})

describe('lampstand check', () => {
  it('names files elsewhere by a path that can be opened, whatever was kept of them under another', async () => {
    const here = await lampstand(['check', ...now, '--content', warned], { cwd: join(warned, '..') })
    expect(here.stdout).toMatch(/^content\/articles\/two\.md\n/)
    const elsewhere = await lampstand(['check', ...now, '--content', warned], { cwd: tmpdir() })
    const path = elsewhere.stdout.split('\n')[0] ?? ''
    expect(path).toBe(`${warned.slice(tmpdir().length + 1)}/articles/two.md`)
    const above = await lampstand(['check', ...now, '--content', warned])
    expect(above.stdout).toBe(elsewhere.stdout.replace(path, join(warned, 'articles/two.md')))
  })

  it('tells every problem of every file in one run, sorted, with the place, the mistake and the mending', async () => {
    const { exitCode, stdout } = await lampstand(['check', ...now, '--content', broken], {
      cwd: join(scratch, 'broken'),
    })
    expect(exitCode).toBe(1)
    expect(stdout).toMatchInlineSnapshot(`
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
    const content = writeSite(join(scratch, 'logs'), {
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
    const text = await lampstand(['check', ...now, '--content', content], { cwd: folder })
    expect(text.exitCode).toBe(1)
    for (const name of ['draft', 'future', 'embargo', 'mistyped', 'broken', 'nothing', 'not-utf-8']) {
      expect(text.stdout).toContain(`content/articles/${name}.md\n`)
    }
    expect(text.stdout).toContain('contact-in-reply')
    expect(text.stdout).toContain('for open words.')
    expect(text.stdout).not.toContain('SECRET')
    // The day after, one of them is there to be read.
    const later = await lampstand(['check', '--now', '2026-11-24T12:00:00Z', '--content', content], { cwd: folder })
    expect(later.stdout.match(/ > \d+ \| .*SECRET/g)).toHaveLength(2)
    for (const format of ['json', 'github']) {
      const { stdout } = await lampstand(['check', ...now, '--format', format, '--content', content], { cwd: folder })
      expect(stdout).toContain('contact-in-reply')
      expect(stdout).not.toMatch(/SECRET|open words/)
    }
  })

  it('tells machines the same, as docs/contracts/problems.md promises', async () => {
    const { exitCode, stdout } = await lampstand(['check', ...now, '--format', 'json', '--content', broken], {
      cwd: join(scratch, 'broken'),
    })
    expect(exitCode).toBe(1)
    expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
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
    const { exitCode, stdout } = await lampstand(['check', ...now, '--format', 'github', '--content', broken], {
      cwd: join(scratch, 'broken'),
    })
    expect(exitCode).toBe(1)
    expect(stdout.split('\n').filter((line) => line.startsWith('::error '))).toHaveLength(3)
    expect(stdout).toContain('::error file=content/articles/one.md,line=5,')
  })

  it('ends well where there are warnings alone, and tells them', async () => {
    const { exitCode, stdout } = await lampstand(['check', ...now, '--content', warned])
    expect(exitCode).toBe(0)
    expect(stdout).toContain('vague-link-text')
    expect(stdout).toContain('1 warning')
  })

  it('says so where nothing is wrong', async () => {
    const { exitCode, stdout } = await lampstand(['check', ...now, '--content', sound])
    expect({ code: exitCode, out: stdout }).toEqual({
      code: 0,
      out: expect.stringMatching(/^No problems in 1 article and \d+ outputs\.\n$/),
    })
  })
})

describe('lampstand new', () => {
  const fresh = () => writeSite(mkdtempSync(join(scratch, 'new-')), {})

  it('begins a story that passes every check, under the slug of its headline and today’s date', async () => {
    const content = fresh()
    const made = await lampstand(['new', 'Côte d’Ivoire: “Rain” at last!', ...now, '--content', content], {
      cwd: content,
    })
    expect(made).toMatchObject({ exitCode: 0, stdout: 'articles/2026/cote-d-ivoire-rain-at-last.md\n' })
    const text = readFileSync(join(content, 'articles/2026/cote-d-ivoire-rain-at-last.md'), 'utf8')
    expect(text).toContain('title: "Côte d’Ivoire: “Rain” at last!"')
    expect(text).toContain('date: 2026-11-23')
    expect((await lampstand(['check', ...now, '--content', content])).exitCode).toBe(0)
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
    const { exitCode, stdout } = await lampstand(['check', ...now, '--content', content])
    expect(stdout).toMatch(/^No problems/)
    expect(exitCode).toBe(0)
  })

  it('gives a story no name that would be the name of its folder', async () => {
    const content = fresh()
    const { stdout } = await lampstand(['new', 'Index', ...now, '--content', content], { cwd: content })
    expect(stdout).toBe('articles/2026/index-story.md\n')
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
    const { exitCode, stderr } = await lampstand(['new', 'Rain', ...now, '--content', content])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('exists already')
    expect(readFileSync(path, 'utf8')).toBe('dear words')
  })

  it('keeps what a headline holds out of the keys', async () => {
    const content = fresh()
    await lampstand(['new', 'A "quote": # [x]\nstatus: published', ...now, '--content', content])
    const [path] = [...readFiles(join(content, 'articles')).keys()].filter((path) => path.startsWith('2026/'))
    expect(readFileSync(join(content, 'articles', path ?? ''), 'utf8').match(/^status: /gm)).toHaveLength(1)
    expect((await lampstand(['check', ...now, '--content', content])).exitCode).toBe(0)
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
