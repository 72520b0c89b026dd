import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { VFile } from 'vfile'
import { afterAll, describe, expect, it } from 'vitest'
import { compileReply } from '../../src/markdown/compile-reply.ts'
import { findContacts, redactContacts } from '../../src/newsroom/reply.ts'
import { fileStart } from '../../src/problems/problem.ts'
import { emailToMarkdown } from '../../src/replies/email-to-markdown.ts'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand } from '../helpers/run-command.ts'
import { prepare, root, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const repliesYml = `replies:
  - name: Ruth
    id: ruth
    date: 2026-01-06
    text: |
      We *pray* for them; see <https://example.org/wells>.

      > The rain came.
  - name: Sam
    id: sam
    replyTo: ruth
    date: 2026-01-07
    text: So do we.
  - name: Ida
    replyTo: sam
    date: 2026-01-08
    text: Write to ida@example.org.
  - name: Secret Name
    id: secret
    date: 2026-01-08
    status: waiting
    text: A secret letter.
  - name: Otto
    replyTo: secret
    date: 2026-01-09
    text: I answer what nobody sees.
`

describe('replies to a story', () => {
  const content = writeSite(join(scratch, 'site'), { 'replies/rain-comes.yml': repliesYml })

  it('are printed below it, answers below what they answer, in plain HTML', async () => {
    const page = await (await prepare(content)).render('/news/rain-comes/')
    expect(page).toContain('We <em>pray</em> for them')
    expect(page).toContain('<a href="https://example.org/wells" rel="nofollow ugc noopener">')
    expect(page).toMatch(
      /<li id="Letter-ruth"[\s\S]*<ol><li id="Letter-sam"[\s\S]*<ol><li><article>[\s\S]*Ida[\s\S]*<\/ol><\/li><\/ol><\/li>/,
    )
    expect(page).toContain('I answer what nobody sees.')
  })

  it('name no address, whatever stands in the file', async () => {
    const page = await (await prepare(content)).render('/news/rain-comes/')
    expect(page).toContain('Write to […].')
    expect(page).not.toContain('ida@example.org')
  })

  it('that wait are in no output, and in the desk’s preview with a note', async () => {
    const site = await prepare(content)
    for (const url of site.outputs.keys()) expect(await site.render(url), url).not.toContain('ecret')
    const preview = await (await prepare(content, { audience: 'desk' })).render('/news/rain-comes/')
    expect(preview).toContain('A secret letter.')
    expect(preview).toContain('Waiting for approval')
  })

  it('change the page of their story alone', async () => {
    const without = await prepare(writeSite(join(scratch, 'without'), {}))
    const site = await prepare(content)
    const changed: string[] = []
    for (const url of site.outputs.keys())
      if ((await site.render(url)) !== (await without.render(url))) changed.push(url)
    expect(changed).toEqual(['/news/rain-comes/'])
  })

  it('are neither asked for nor printed where names are changed, unless the story says so', async () => {
    const changed = (lines: string) =>
      story(`pseudonyms: [Mariam]\n${lines}`.trim(), 'Mali (SP) — Mariam* saw it.\n\n*Name changed for security.')
    const render = async (folder: string, lines: string) => {
      const site = writeSite(join(scratch, folder), {
        'articles/rain-comes.md': changed(lines),
        'replies/rain-comes.yml': repliesYml,
      })
      return (await prepare(site)).render('/news/rain-comes/')
    }
    const closed = await render('closed', '')
    expect(closed).toContain('Replies to this story are closed.')
    expect(closed).not.toContain('Ruth')
    const open = await render('open', 'replies: open')
    expect(open).toContain('Reply by e-mail')
    expect(open).toContain('Ruth')
  })

  it('nest no deeper than four, however long the exchange', async () => {
    const many = Array.from(
      { length: 300 },
      (_, n) =>
        `  - {name: R${n}, id: r${n}, date: 2026-01-06, text: "${n}."${n === 0 ? '' : `, replyTo: r${n - 1}`}}\n`,
    )
    const site = writeSite(join(scratch, 'long'), { 'replies/rain-comes.yml': `replies:\n${many.join('')}` })
    const page = await (await prepare(site)).render('/news/rain-comes/')
    expect(page.match(/<li id="Letter-/g)).toHaveLength(300)
    expect(page).not.toMatch(/(?:<ol>(?:(?!<\/ol>)[\s\S])*){6}/)
  })
})

describe('a reply', () => {
  const compile = (text: string) => {
    const file = new VFile({ path: 'letter' })
    return {
      html: compileReply(file, text, undefined, fileStart),
      problems: file.messages.map(({ ruleId }) => ruleId),
    }
  }

  it('is safe HTML, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const { html } = compile(text)
        expect(html.replace(/<\/?(?:p|em|strong|del|code|pre|blockquote|ul|ol|li|br|a)\b[^<>]*>/g, '')).not.toContain(
          '<',
        )
        expect(html).not.toMatch(/<[^>]*\s(?!href|rel|start)[a-z]+=/i)
        expect(html).not.toMatch(/javascript:/i)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    '[here](https://example.org/?to=ruth@reader.example)',
    '<https://example.org/ruth%40reader.example>',
    'http://203.0.113.9/page',
    '[here](http://203.0.113.9/page "the page")',
    'ruth@*reader*.example',
    '**ruth**@reader.example and _more_',
    'ruth@<!-- -->reader.example',
  ])('names no person and no machine, in a link or between marks: %s', (text) => {
    expect(compile(text).html).not.toMatch(/ruth(?:@|%40|<)|203\.0/)
  })

  it.each(['www.<b> ', 'www.a<b> x', 'www.a.b/<b> x', 'http://a<b> x'])(
    'that came by e-mail keeps its signs beside an address: %s',
    (text) => {
      const { html, problems } = compile(emailToMarkdown(text, 'https://small.example/news/rain-comes/'))
      expect(problems).toEqual([])
      expect(html.replace(/<\/?[pa]\b[^>]*>/g, '').replaceAll('&#x3C;', '<')).toContain('<b>')
    },
  )

  it('that came by e-mail needs no fixing, whatever was in it', () => {
    const sign = fc.constantFrom(
      ...'<>#*_[]()!|-=+`~\\/:.1 \n\tab@h',
      'https://',
      'www.',
      '\n\n',
      '> ',
      '---',
      '&lt;',
      '~~',
      '|',
      '[^',
    )
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        const { problems } = compile(emailToMarkdown(signs.join(''), 'https://small.example/news/rain-comes/'))
        expect(problems).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['ruth@example.org', 'e-mail address'],
    ['+223 20 22 45 67', 'phone number'],
    ['(555) 010-0200', 'phone number'],
    ['203.0.113.9', 'IP address'],
    ['2001:db8:85a3:0:0:8a2e:370:7334', 'IP address'],
    ['2001:db8::dead', 'IP address'],
    ['::1', 'IP address'],
    ['203.0.113.9:8080', 'IP address'],
    ['ruth\u200b@example.org', 'e-mail address'],
    ['ruth@\u00adexample.org', 'e-mail address'],
    ['"ruth d"@example.org', 'e-mail address'],
    ["ruth.o'brien@example.org", 'e-mail address'],
    ['ruth＠example.org', 'e-mail address'],
    ['ruth@localhost', 'e-mail address'],
    ['ruth@[203.0.113.9]', 'e-mail address'],
  ])('with %s in it is actual of as one with an %s', (text, kind) => {
    expect(findContacts(`See ${text}, please.`).map((one) => one.kind)).toEqual([kind])
  })

  it.each([
    '2026-01-06',
    '1 200 000 people',
    '12,345,678',
    'Psalm 119:105-106',
    'in 1984, 1985 and 1986',
    '10.5 %',
    '9:30',
    '10:30:15',
    'a :: b',
    'the @ sign',
  ])('with %s in it is not', (text) => expect(findContacts(`See ${text}, please.`)).toEqual([]))

  // What grows with the square of the length takes longer than a test may.
  it.each(['a', 'a.', "a'", 'a:', '12 ', '123 ', 'a:a:a:aa', '1.', 'a@', '"a', '::', '(', '+1'])(
    'are read once, be they half a million characters of %j',
    (sign) => {
      const letter = `${sign.repeat(500_000 / sign.length)}!`
      expect(redactContacts(letter).endsWith('!')).toBe(true)
      expect(findContacts(letter).every(({ start, end }) => start < end)).toBe(true)
    },
  )
})

const emails = join(root, 'test/fixtures/emails')

// Each e-mail stands beside what the command says of it and what it writes. `UPDATE_FIXTURES=1` writes them again, to be read before
// they are committed.
describe('lampstand reply, given an e-mail with', () => {
  const names = readdirSync(emails)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.replace('.eml', ''))
  it.each(names)('%s', async (name) => {
    const content = writeSite(join(scratch, name), {})
    const file = join(content, 'replies/rain-comes.yml')
    const { stdout, stderr, exitCode } = await lampstand(
      ['reply', join(emails, `${name}.eml`), '--content', content, '--now', '2026-01-20T12:00Z'],
      { cwd: emails },
    )
    const written = existsSync(file) ? readFileSync(file, 'utf8') : undefined
    const actual = `${stdout}${stderr}exit code ${exitCode}\n${written === undefined ? '' : `\n${written}`}`.replace(
      /^.*?content\/replies/m,
      'content/replies',
    )
    const expected = join(emails, `${name}.txt`)
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(expected, actual)
    expect(actual).toBe(readFileSync(expected, 'utf8'))
    expect(written === undefined).toBe(exitCode !== 0)
    expect(written ?? '').not.toMatch(/@reader|@secret|555|tracker\.example.*src/)
    if (exitCode === 0) await prepare(content)
  })

  const reply = (content: string, path: string, ...words: string[]) =>
    lampstand(['reply', path, '--content', content, '--now', '2026-01-20T12:00Z', ...words], { cwd: content })

  it('a multipart bomb: says so, and writes nothing', async () => {
    const content = writeSite(join(scratch, 'bombs'), {})
    const before = readFiles(content).size
    const head = 'From: a <a@b.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b0"\r\n\r\n'
    const deep = Array.from(
      { length: 3000 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary="b${n + 1}"\r\n\r\n`,
    )
    const html = `From: a <a@b.example>\r\nContent-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}x`
    const bombs = {
      deep: head + deep.join(''),
      wide: head + '--b0\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(300_000),
      html,
      large: `${head}${'x'.repeat(31 * 1024 * 1024)}`,
    }
    for (const [name, bomb] of Object.entries(bombs)) {
      const path = join(scratch, `${name}.eml`)
      writeFileSync(path, bomb)
      const { exitCode, stdout } = await reply(content, path)
      expect(exitCode, name).toBe(1)
      expect(stdout, name).toMatch(/1:1 {2}error {4}(?:This e-mail cannot be read|Unexpected e-mail of 31 MB)/)
    }
    expect(readFiles(content).size).toBe(before)
  })

  it('a second reply: adds it after the first, whose words and comments stay', async () => {
    const first =
      '# Letters\nreplies:\n  - name: Sam # by post\n    date: 2026-01-06\n    text: "Thank you: all of you."\n'
    const content = writeSite(join(scratch, 'second'), { 'replies/rain-comes.yml': first })
    const email = join(emails, 'plain-text.eml')
    expect((await reply(content, email)).exitCode).toBe(0)
    expect((await reply(content, email)).exitCode).toBe(0)
    const written = readFileSync(join(content, 'replies/rain-comes.yml'), 'utf8')
    expect(written.startsWith(first)).toBe(true)
    expect(written.match(/id: 2026-01-06(?:-2)?\n/g)).toHaveLength(2)
    await prepare(content)
  })

  it('a file of replies that is broken: says where, and leaves it', async () => {
    const content = writeSite(join(scratch, 'broken'), { 'replies/rain-comes.yml': 'replies:\n  - nome: Ruth\n' })
    const { exitCode, stdout } = await reply(content, join(emails, 'plain-text.eml'))
    expect(exitCode).toBe(1)
    expect(stdout).toContain('Unexpected key `nome`')
    expect(readFileSync(join(content, 'replies/rain-comes.yml'), 'utf8')).toBe('replies:\n  - nome: Ruth\n')
  })

  it('a folder in its place: says what was expected', async () => {
    const content = writeSite(join(scratch, 'folder'), {})
    const { exitCode, stdout, stderr } = await reply(content, emails)
    expect({ code: exitCode, out: stdout }).toEqual({ code: 2, out: '' })
    expect(stderr).toBe(`Unexpected folder ${emails}, expected a saved e-mail: lampstand reply letter.eml\n`)
  })

  it('a story named beside it: takes that one, and helps where there is none', async () => {
    const content = writeSite(join(scratch, 'named'), {})
    const email = join(emails, 'a-date-in-the-future-and-no-story.eml')
    const wrong = await reply(content, email, '--story', 'rain-come')
    expect(wrong.exitCode).toBe(1)
    expect(wrong.stdout).toContain('Did you mean `rain-comes`?')
    expect((await reply(content, email, '--story', 'rain-comes')).exitCode).toBe(0)
    expect(readFileSync(join(content, 'replies/rain-comes.yml'), 'utf8')).toContain('date: 2026-01-20')
  })
})
