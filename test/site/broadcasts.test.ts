import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { Html } from '../../src/markdown/resolve-placeholders.ts'
import { spokenText } from '../../src/markdown/spoken-text.ts'
import { mp3Duration } from '../../src/media/mp3.ts'
import { recordingDuration } from '../../src/media/recording-duration.ts'
import { stripRecordingTags } from '../../src/media/strip-recording-tags.ts'
import { formatDuration, parseDuration, recordingMimeType } from '../../src/newsroom/broadcast.ts'
import { ProblemsError } from '../../src/problems/problem.ts'
import { everything } from '../helpers/everything.ts'
import { prepare, root, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const recording = (ending: string) => readFileSync(join(root, `test/fixtures/recordings/three-seconds.${ending}`))
let count = 0
const site = (files: Readonly<Record<string, string | Buffer>>) => writeSite(join(scratch, String(++count)), files)
const options = () => ({ workFolder: join(scratch, `work-${count}`) })

describe('a recording', () => {
  it.each([
    ['mp3', 'audio/mpeg'],
    ['m4a', 'audio/mp4'],
    ['ogg', 'audio/ogg'],
  ])('in %s is measured, played on the story and on /listen/, and sent with feeds', async (ending, type) => {
    const content = site({
      'articles/rain-comes.md': story(`audio: {src: cast.${ending}, kind: minute, transcript: "One.\\n\\nTwo."}`),
      [`articles/cast.${ending}`]: recording(ending),
    })
    const made = await prepare(content, options())
    expect(made.problems).toEqual([])
    for (const url of ['/news/rain-comes/', '/listen/'] as const) {
      const page = await made.render(url)
      expect(page, url).toContain('News minute · 0:03')
      expect(page, url).toMatch(new RegExp(`<audio controls preload="none" src="/media/[0-9a-f]{20}\\.${ending}"`))
      expect(page, url).toContain('<p>One.</p><p>Two.</p>')
    }
    const feed = await made.render('/listen/feed.xml')
    expect(feed).toMatch(
      new RegExp(
        `<enclosure url="https://small\\.example/media/[0-9a-f]+\\.${ending}" length="${stripRecordingTags(recording(ending), `.${ending}`).length}" type="${type}"`,
      ),
    )
    expect(feed).toContain('<itunes:duration>3</itunes:duration>')
    expect(await made.render('/feed.xml')).toContain('<enclosure')
  })

  it('is measured by its own frames, whatever its head and its tags say', async () => {
    const whole = recording('mp3')
    const seconds = (bytes: Buffer) => recordingDuration(bytes, 'audio/mpeg')
    const said = Buffer.from('TLEN\0\0\0\x07\0\0\x00999000', 'latin1')
    const tag = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 3, 0, 0, 0, 0, 0, said.length]), said])
    expect(await seconds(whole)).toBe(3.1)
    expect(await seconds(whole.subarray(0, whole.length / 2))).toBe(1.5)
    expect(await seconds(Buffer.concat([tag, whole]))).toBe(3.1)
    expect(await seconds(Buffer.concat([whole, Buffer.from('TAG'), Buffer.alloc(125, 32)]))).toBe(3.1)
    expect(await seconds(Buffer.concat([whole.subarray(0, 5000), Buffer.alloc(99), whole.subarray(5000)]))).toBe(3.1)
  })

  it.each(['mp3', 'm4a', 'ogg'])('in %s says nothing of who spoke, and where, and sounds the same', async (ending) => {
    const spoken = readFileSync(join(root, `test/fixtures/recordings/named.${ending}`))
    expect(spoken.toString('latin1')).toContain('Real Name')
    const content = site({
      'articles/rain-comes.md': story(`byline: withheld\naudio: {src: cast.${ending}}`).replace(
        'authors: [ann-doe]\n',
        '',
      ),
      [`articles/cast.${ending}`]: spoken,
    })
    const made = await prepare(content, options())
    const copy = made.staticFiles.find(({ url }) => url.endsWith(ending))
    const published = readFileSync(copy?.from ?? '')
    expect(published.toString('latin1')).not.toMatch(/Real Name|Bamako|48\.8584/)
    expect(await made.render('/feed.xml')).toContain(`length="${published.length}"`)
    const type = recordingMimeType(`cast.${ending}`)
    expect(await recordingDuration(published, type)).toBe(await recordingDuration(spoken, type))
    expect(stripRecordingTags(published, `.${ending}`)).toBe(published)
  })

  const named = (ending: string) => readFileSync(join(root, `test/fixtures/recordings/named.${ending}`))
  const text = (said: string) => Buffer.from(said, 'latin1')
  const box = (type: string, ...inside: Buffer[]) => {
    const body = Buffer.concat(inside)
    const head = Buffer.alloc(8)
    head.writeUInt32BE(8 + body.length)
    head.write(type, 4, 'latin1')
    return Buffer.concat([head, body])
  }
  const name = 'Real Name of Bamako'
  const id3 = (major: number, mark = 'ID3') =>
    Buffer.concat([text(`${mark}${String.fromCharCode(major)}\0\0\0\0\0\x13`), text(name)])
  const id3v1 = Buffer.concat([text(`TAG${name}`), Buffer.alloc(125 - name.length)])

  it.each(['mp3', 'ogg'])('in %s that was joined of several says nothing of any of them', async (ending) => {
    const joined = Buffer.concat([recording(ending), named(ending), named(ending)])
    const clean = stripRecordingTags(joined, `.${ending}`)
    expect(joined.toString('latin1')).toContain('Real Name')
    expect(clean.toString('latin1')).not.toMatch(/Real Name|Bamako|48\.8584/)
    expect(await recordingDuration(clean, recordingMimeType(`cast.${ending}`))).toBe(ending === 'mp3' ? 9.2 : 9)
  })

  it('in ogg that was cut and joined says nothing either', async () => {
    const clean = stripRecordingTags(Buffer.concat([recording('ogg').subarray(0, -300), named('ogg')]), '.ogg')
    expect(clean.toString('latin1')).not.toMatch(/Real Name|Bamako|48\.8584/)
    expect(clean.toString('latin1').match(/OpusTags|\x03vorbis/g)).toHaveLength(2)
  })

  it.each([
    ['behind it, before another one', [id3(4), id3v1]],
    ['before the oldest ones', [text(`LYRICSBEGINAUT00019${name}000039LYRICS200`), id3v1]],
    ['with a head and a foot', [id3(4), id3(4, '3DI').subarray(0, 10)]],
    ['of another program', [text(`APETAGEX\xd0\x07\0\0${name}`), text(name)]],
    ['with a picture', [text(`${name}\xff\xfb\x90\x64${name}`)]],
  ])('in mp3 keeps what its frames hold, and no tag %s', (_, tags) => {
    const sound = stripRecordingTags(recording('mp3'), '.mp3')
    const tagged = Buffer.concat([sound, ...tags, sound, ...tags])
    expect(stripRecordingTags(tagged, '.mp3').equals(Buffer.concat([sound, sound]))).toBe(true)
  })

  it('in mp3 that was cut keeps nothing of a tag that stands where the sound should go on', () => {
    const cut = recording('mp3').subarray(0, 5000)
    const clean = stripRecordingTags(Buffer.concat([cut, id3v1, named('mp3'), cut, id3v1]), '.mp3')
    expect(clean.toString('latin1')).not.toMatch(/Real Name|Bamako/)
    expect(mp3Duration(clean)).toBeCloseTo(2 * (mp3Duration(cut) ?? 0) + 3.0825, 1)
  })

  it('in m4a keeps the boxes that sound is made of, empties all others, and is as long as before', async () => {
    const whole = recording('m4a')
    const secret = text(name)
    const given = Buffer.concat([whole, box('free', secret), box('skip', secret), box('Xtra', secret), secret])
    const clean = stripRecordingTags(given, '.m4a')
    expect(clean.toString('latin1')).not.toContain('Real Name')
    expect(clean.toString('latin1')).not.toContain('SoundHandler')
    expect(clean.length).toBe(given.length - secret.length)
    const sound = whole.indexOf('mdat')
    expect(clean.subarray(sound, sound + 9000).equals(whole.subarray(sound, sound + 9000))).toBe(true)
    expect(await recordingDuration(clean, 'audio/mp4')).toBe(await recordingDuration(whole, 'audio/mp4'))
  })

  it('in m4a loses the tracks that are no sound, such as chapters, and what they say between the sound', () => {
    const whole = recording('m4a')
    const at = whole.indexOf('mdat') - 4
    const chapters = box('trak', box('mdia', box('hdlr', text(`\0\0\0\0\0\0\0\0text${'\0'.repeat(12)}${name}`))))
    const moov = box('moov', whole.subarray(whole.indexOf('moov') + 4), chapters)
    const sound = whole.subarray(at + 8, whole.indexOf('moov') - 4)
    const clean = stripRecordingTags(
      Buffer.concat([whole.subarray(0, at), box('mdat', sound, text(name)), moov]),
      '.m4a',
    )
    expect(clean.toString('latin1')).not.toContain('Real Name')
    expect(clean.includes(sound)).toBe(true)
  })

  it('of whatever bytes is read to its end without a fault', () => {
    const parts = fc.constantFrom(
      'ID3',
      'TAG',
      'APETAGEX',
      'OggS',
      '\u0003vorbis',
      'OpusTags',
      'moov',
      'udta',
      'mvhd',
      'meta',
      'mdat',
      'stco',
      'stsz',
      'stsc',
      'dref',
    )
    const bytes = fc
      .array(fc.oneof(parts, fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 12 })
      .map((all) => Buffer.from(all.join(''), 'latin1'))
    fc.assert(
      fc.property(bytes, fc.constantFrom('.mp3', '.m4a', '.ogg'), (given, ending) => {
        const clean = stripRecordingTags(given, ending)
        expect(clean.length).toBeLessThanOrEqual(given.length)
        mp3Duration(clean)
      }),
      { numRuns: 2000 },
    )
  })

  it('is measured again when its file changes, and not otherwise', async () => {
    const content = site({
      'articles/rain-comes.md': story('audio: {src: cast.mp3}'),
      'articles/cast.mp3': recording('mp3'),
    })
    const folder = options()
    expect(await (await prepare(content, folder)).render('/news/rain-comes/')).toContain('0:03')
    const file = join(content, 'articles/cast.mp3')
    writeFileSync(
      file,
      readFileSync(join(root, 'test/broken-sites/transcript-too-short/content/articles/rain-comes/half-a-minute.mp3')),
    )
    utimesSync(file, new Date(), new Date(Date.now() + 5000))
    expect(await (await prepare(content, folder)).render('/news/rain-comes/')).toContain('0:30')
  })

  it.each([
    ['that is missing', undefined],
    ['that is text', Buffer.from('no recording at all')],
    ['that only begins like one', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(2000, 7)])],
    ['that is empty', Buffer.alloc(0)],
  ])('%s is told where it is named', async (_, bytes) => {
    const content = site({
      'articles/rain-comes.md': story('audio: {src: cast.mp3}'),
      ...(bytes === undefined ? {} : { 'articles/cast.mp3': bytes }),
    })
    const error = await prepare(content, options()).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ProblemsError)
    const [problem] = (error as ProblemsError).problems
    expect(problem).toMatchObject({
      name: bytes === undefined ? 'media-missing' : 'media-kind',
      start: { line: 5, column: 14 },
    })
  })

  it('that is long needs a transcript of all that is said', async () => {
    const content = site({
      'articles/rain-comes.md': story('audio: {src: cast.mp3, transcript: story}'),
      'articles/cast.mp3': recording('mp3'),
    })
    expect((await prepare(content, options())).problems).toEqual([])
  })

  it('of the latest newscast stands first on /listen/, whatever else was on the air since', async () => {
    const heard = (title: string, date: string, kind: string) =>
      story(`audio: {src: cast.mp3, kind: ${kind}}`).replace('Rain comes', title).replace('2026-01-05', date)
    const content = site({
      'articles/cast.mp3': recording('mp3'),
      'articles/old.md': heard('Old newscast', '2026-02-01', 'newscast'),
      'articles/latest.md': heard('Latest newscast', '2026-02-08', 'newscast'),
      'articles/minute.md': heard('A minute', '2026-02-09', 'minute'),
    })
    const page = await (await prepare(content, options())).render('/listen/')
    expect([...page.matchAll(/<h[23][^>]*>(?:<a [^>]*>)?([^<]+)/g)].map(([, text]) => text)).toEqual([
      'The latest newscast',
      'Latest newscast',
      'Also on the air',
      'A minute',
      'Old newscast',
    ])
  })

  it('has no page where there is none', async () => {
    expect((await prepare(site({}))).outputs.has('/listen/')).toBe(false)
  })
})

describe('a duration', () => {
  it('is read and written as players show it', () => {
    expect(['4:30', '0:07', '62:03', '1:02:03', '4', '4:60', '-1:00', '1:2:03'].map(parseDuration)).toEqual([
      270,
      7,
      3723,
      3723,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect([270, 7, 3723, 59.6].map(formatDuration)).toEqual(['4:30', '0:07', '1:02:03', '1:00'])
  })
})

describe('a script', () => {
  const sentence = (words: number) => `${Array.from({ length: words - 1 }, () => 'word').join(' ')} end.`
  const body = [
    'Mali (SP) — Ouaga* is far from Ségou.',
    sentence(60),
    '## What follows',
    sentence(80),
    'See [the wells](https://wells.example/) in Ouaga, and ![a well](/none.png)',
    sentence(500),
    'The last.',
    '* Name changed for security.',
  ].join('\n\n')
  const content = () =>
    site({
      'site.yml': `${siteYml}broadcast: {scripts: true, wordsPerMinute: 120}\n`,
      'articles/rain-comes.md': story(
        'pronounce: {Ouaga: wah-gah, Ségou: say-GOO}',
        body.replace(', and ![a well](/none.png)', '.'),
      ),
    })

  it('is the text without links and stars, with the way that names are said once', async () => {
    const page = await (await prepare(content())).render('/script/rain-comes/')
    const text = page.slice(page.indexOf('script-text'))
    expect(text).toContain(
      'Mali (SP) — Ouaga<span class="sound"> (wah-gah)</span> is far from Ségou<span class="sound"> (say-GOO)</span>.',
    )
    expect(text).toContain('See the wells in Ouaga.')
    expect(text.match(/wah-gah/g)).toHaveLength(1)
    expect(text).not.toContain('wells.example')
  })

  it('takes as long as its words, and not as what the eye alone reads', async () => {
    const text = 'Mali (SP) — Ouaga has 60 words here, and one more: Ségou.'
    const reading = { wordsPerMinute: 60, cuts: [], pronounce: { Ouaga: 'wah gah', Ségou: 'say goo' } }
    const html =
      `<p>${text}</p><table><tr><td>Ten times ten words</td></tr></table><div class="action action-pray"><p class="action-kind">Pray</p></div>` as Html
    expect(spokenText(html, reading).seconds).toBe(11)
  })

  it('says how long it takes, and marks behind whole paragraphs where shorter newscasts end', async () => {
    const page = await (await prepare(content())).render('/script/rain-comes/')
    expect(page).toMatch(/5:3\d at 120 words a minute/)
    // 120 words fit a minute: the dateline and sixty, not the eighty behind the heading.
    expect(page).toMatch(/end\.<\/p><p class="cut">A newscast of 1:00 ends here<\/p><h2>What follows<\/h2>/)
    expect(page).toMatch(/in Ouaga\.<\/p><p class="cut">A newscast of 4:30 ends here<\/p>/)
  })

  it('is not in the sitemap, and only where the outlet wants it', async () => {
    const made = await prepare(content())
    expect(await made.render('/sitemap.xml')).not.toContain('/script/')
    expect(await made.render('/script/rain-comes/')).toContain('<meta name="robots" content="noindex"/>')
    expect(await made.render('/news/rain-comes/')).toContain('href="/script/rain-comes/"')
    const without = await prepare(site({}))
    expect([...without.outputs.keys()].filter((url) => url.startsWith('/script/'))).toEqual([])
    expect(await without.render('/news/rain-comes/')).not.toContain('/script/')
  })
})

describe('republishing', () => {
  const terms = 'republish: {terms: "With our name, free of charge."}\n'
  const picture = readFileSync(join(everything, 'content/articles/2026/ferry-becomes-a-clinic/photo.jpg'))
  const made = (lines = '') =>
    prepare(
      site({
        'site.yml': siteYml + terms,
        'articles/other.md': story().replace('Rain comes', 'Other'),
        'articles/photo.jpg': picture,
        'articles/rain-comes.md': story(
          `corrections: {date: 2026-02-03, kind: correction, text: Thirty wells <not> thirteen.}\n${lines}`.trimEnd(),
          'Mali (SP) — Ann* of [here](other.md) & "there".[^1]\n\n![A well](photo.jpg)\n\n[^1]: A note.\n\n* Name changed for security.',
        ),
      }),
    )
  const area = (page: string, id: string) =>
    (new RegExp(`<textarea id="${id}"[^>]*>([\\s\\S]*?)</textarea>`).exec(page)?.[1] ?? '')
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')

  it('gives clean HTML with whole links, corrections, credit and the address of the original', async () => {
    const html = area(await (await made()).render('/republish/rain-comes/'), 'Html')
    expect(html).toContain(
      '<p><strong>Mali</strong> (SP) — Ann* of <a href="https://small.example/news/other/">here</a>',
    )
    expect(html).toContain('<p>Correction, February 3, 2026: Thirty wells &lt;not> thirteen.</p>')
    expect(html).toContain(
      'First published by Small Paper: <a href="https://small.example/news/rain-comes/" rel="canonical">',
    )
    expect(html).toContain('Name changed for security.')
    expect(html).not.toMatch(/<img|class=|id=|\0|<script/)
  })

  it('gives the same as text', async () => {
    const text = area(await (await made()).render('/republish/rain-comes/'), 'Text')
    expect(text).toMatch(/^Rain comes\n\nBy Ann Doe · January 5, 2026\n\nMali \(SP\) — Ann\* of here & “there”\.\[1\]/)
    expect(text.endsWith('First published by Small Paper: https://small.example/news/rain-comes/')).toBe(true)
    expect(text).not.toMatch(/\[object|↩/)
  })

  it('keeps the terms in the language of the outlet, and the source of a page from left to right', async () => {
    const content = site({
      'site.yml': siteYml + terms,
      'articles/matar.md': story('language: ar').replace('Rain comes', 'المطر'),
    })
    const page = await (await prepare(content)).render('/republish/matar/')
    expect(page).toContain('<p class="summary" lang="en" dir="ltr">With our name, free of charge.</p>')
    expect(page).toContain('<textarea id="Html" dir="ltr"')
    expect(page).toContain('<textarea id="Text" dir="auto"')
  })

  it('leaves pictures out unless their maker allows it', async () => {
    const image = 'image: {src: photo.jpg, alt: A well, credit: By Bo, republish: true}'
    expect(area(await (await made(image)).render('/republish/rain-comes/'), 'Html')).toMatch(
      /<img src="https:\/\/small\.example\/media\/[0-9a-f]+-1100\.jpg" alt="A well"><figcaption>By Bo<\/figcaption>/,
    )
    expect(
      area(await (await made(image.replace(', republish: true', ''))).render('/republish/rain-comes/'), 'Html'),
    ).not.toContain('<img')
  })

  it('is not offered for a story that says so, nor by an outlet without terms', async () => {
    const closed = await made('republish: false')
    expect([...closed.outputs.keys()]).not.toContain('/republish/rain-comes/')
    expect(await closed.render('/news/rain-comes/')).not.toContain('/republish/')
    expect([...closed.outputs.keys()]).toContain('/republish/other/')
    expect([...(await prepare(site({}))).outputs.keys()].filter((url) => url.startsWith('/republish/'))).toEqual([])
  })
})
