import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Resvg } from '@resvg/resvg-js'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { cardFaces, cardSize, socialCard } from '../../layouts/social-card.ts'
import { DamagedCacheError } from '../../src/cache/damaged-cache-error.ts'
import { clockResolution } from '../../src/content/file-stats.ts'
import { findPersonalMetadata } from '../../src/media/personal-metadata.ts'
import { createPictureVariants, findPictureVariants, type PictureVariants } from '../../src/media/picture-variants.ts'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand } from '../helpers/run-command.ts'
import { noon, prepare, root, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A photo as a camera makes it, with the place where it was taken. */
const photo = (width: number, height: number) =>
  sharp({
    create: { width, height, channels: 3, background: '#a85a2a', noise: { type: 'gaussian', mean: 120, sigma: 30 } },
  })
    .withExif({ IFD0: { Artist: 'Secret Person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '13/1 31/1 0/1' } })
    .jpeg()
    .toBuffer()
const withPhoto = (lines = '') =>
  story(`image: {src: photo.jpg, alt: A field${lines}}`, 'Mali (SP) — It rained.\n\n![A well](photo.jpg)')

describe('a photo', () => {
  it('comes in the sizes of the layout, as AVIF, WebP and JPEG, with its dimensions, its color and without metadata', async () => {
    const content = writeSite(join(scratch, 'photo'), {
      'articles/rain-comes.md': withPhoto(', focus: top left'),
      'articles/photo.jpg': await photo(1300, 800),
    })
    const site = await prepare(content, { workFolder: join(scratch, 'photo/work') })
    const page = await site.render('/news/rain-comes/')
    expect(page).toMatch(
      /<picture><source type="image\/avif" srcset="[^"]+ 360w, [^"]+ 540w, [^"]+ 750w, [^"]+ 1100w, [^"]+ 1300w" sizes="[^"]+"\/><source type="image\/webp"/,
    )
    expect(page).toMatch(
      /<img src="[^"]+-1100\.jpg" srcset="[^"]+" sizes="[^"]+" alt="A field" width="1300" height="800" class="tint-[0-3]{3} focus-top-left" fetchpriority="high"/,
    )
    expect(page).toMatch(
      /<picture>[^<]*<source [^>]+>[^<]*<source [^>]+>[^<]*<img [^>]+alt="A well"[^>]+loading="lazy"/,
    )
    const copies = new Map<string, string>(site.staticFiles.map(({ url, from }) => [url, from]))
    for (const [, addresses = ''] of page.matchAll(/srcset="([^"]+)"/g)) {
      for (const candidate of addresses.split(', ')) {
        const [url = '', size = ''] = candidate.split(' ')
        const metadata = await sharp(copies.get(url)).metadata()
        expect(metadata.width).toBe(Number(size.replace('w', '')))
        expect([metadata.exif, metadata.iptc, metadata.xmp]).toEqual([undefined, undefined, undefined])
      }
    }
    const feed = await site.render('/feed.xml')
    expect(feed).toMatch(/<img src="https:\/\/small\.example\/media\/[0-9a-f]+-1100\.jpg" alt="A well" width="1300"/)
    expect(feed).not.toContain('srcset')
  })

  it('stays whole for one build while another makes it ready', async () => {
    const folder = mkdtempSync(join(scratch, 'both-'))
    const bytes = await photo(600, 400)
    const make = () => createPictureVariants(bytes, '.jpg', folder, false)
    const made = (await make()) as PictureVariants
    let again: unknown
    const second = make().then((picture) => {
      again = picture
    })
    while (again === undefined) {
      expect(findPictureVariants(made, folder)).toBeDefined()
      await new Promise((resolve) => setImmediate(resolve))
    }
    await second
    expect(again).toEqual(made)
  })

  it('that a phone took upright stands upright, and no size is larger than it', async () => {
    const content = writeSite(join(scratch, 'upright'), {
      'articles/rain-comes.md': withPhoto(),
      'articles/photo.jpg': await sharp(await photo(600, 400))
        .withMetadata({ orientation: 6 })
        .toBuffer(),
    })
    const site = await prepare(content, { workFolder: join(scratch, 'upright/work') })
    const page = await site.render('/news/rain-comes/')
    expect(page).toContain('width="400" height="600"')
    expect(page).toMatch(/srcset="[^"]+ 360w, [^"]+ 400w"/)
  })

  it('is made ready once, and again where what was kept of it is damaged', async () => {
    const content = writeSite(join(scratch, 'kept'), {
      'articles/rain-comes.md': withPhoto(),
      'articles/photo.jpg': await photo(800, 500),
    })
    const out = join(scratch, 'kept/site')
    const build = () =>
      lampstand(['build', '--content', content, '--out', out, '--now', `${new Date(noon).toISOString().slice(0, 16)}Z`])
    expect((await build()).exitCode).toBe(0)
    const whole = readFiles(out)
    const [name = ''] = [...whole.keys()].filter((path) => /^media\/.*-750\.avif$/.test(path))
    const [key = ''] = name.replace('media/', '').split('-')
    const kept = join(root, '.lampstand/media', key.slice(0, 2), key, '750.avif')
    const { length } = readFileSync(kept)
    truncateSync(kept, length - 10)
    rmSync(out, { recursive: true })
    expect((await build()).exitCode).toBe(0)
    expect(readFiles(out)).toEqual(whole)
  })

  it('of 31 MB or of 81 megapixels is a problem with advice', async () => {
    const large = Buffer.concat([await photo(100, 100), Buffer.alloc(31 * 1024 * 1024)])
    const wide = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const content = writeSite(join(scratch, 'large'), {
      'articles/rain-comes.md': withPhoto(),
      'articles/photo.jpg': large,
      'articles/2/other.md': withPhoto().replaceAll('photo.jpg', 'photo.png').replace('Rain comes', 'Other'),
      'articles/2/photo.png': wide,
    })
    await expect(prepare(content)).rejects.toMatchObject({
      problems: expect.arrayContaining([
        expect.objectContaining({ name: 'photo-too-large', message: expect.stringContaining('of 81 megapixels') }),
        expect.objectContaining({ name: 'photo-too-large', message: expect.stringMatching(/of 3\d MB/) }),
      ]),
    })
  })

  it('is left to the image service of the host where site.yml names one, with the same markup', async () => {
    const content = writeSite(join(scratch, 'cdn'), {
      'site.yml': `${siteYml}images: {cdn: cloudflare}\n`,
      'articles/rain-comes.md': withPhoto(),
      'articles/photo.jpg': await photo(1300, 800),
    })
    const page = await (await prepare(content)).render('/news/rain-comes/')
    expect(page).toMatch(/srcset="\/cdn-cgi\/image\/width=360,[^ ]+\/media\/[0-9a-f]+-1300\.jpg 360w, /)
    expect(page).toContain('width="1300" height="800"')
  })
})

describe('a picture in public/, which is published as it is,', () => {
  const plain = () => sharp({ create: { width: 20, height: 20, channels: 3, background: '#a85a2a' } })
  const xmp = (inside: string) =>
    `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="">${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
  const traces = (bytes: Buffer, name = 'photo.jpg') => {
    const file = join(mkdtempSync(join(scratch, 'traces-')), name)
    writeFileSync(file, bytes)
    return findPersonalMetadata(file)
  }

  it('is found to tell who made it, and where', async () => {
    expect(await traces(await photo(20, 20))).toEqual(['who made it', 'where it was made'])
    const webp = plain().withExif({ IFD2: { CameraOwnerName: 'Secret Person' } })
    expect(await traces(await webp.webp().toBuffer(), 'photo.webp')).toEqual(['who made it'])
    const located = plain().withXmp(xmp('<photoshop:City>Bamako</photoshop:City>'))
    expect(await traces(await located.png().toBuffer(), 'photo.png')).toEqual(['where it was made'])
  })

  it('is not where cameras and programs tell of themselves alone', async () => {
    const exif = { IFD0: { Software: 'A program', Make: 'A camera', Artist: '    ' } }
    expect(await traces(await plain().withExif(exif).jpeg().toBuffer())).toEqual([])
    expect(
      await traces(await plain().withXmp(xmp('<xmp:CreatorTool>A program</xmp:CreatorTool>')).jpeg().toBuffer()),
    ).toEqual([])
    expect(await traces(Buffer.from('no picture'))).toEqual([])
    expect(await traces(Buffer.from('no recording'), 'cast.mp3')).toEqual([])
  })

  it('is not read to no end where its metadata leads in circles', async () => {
    const bytes = await photo(20, 20)
    const at = bytes.indexOf('Exif') + 6
    for (let place = at; place < at + 300; place += 7) {
      const broken = Buffer.from(bytes)
      broken.fill(255, place, place + 4)
      await traces(broken)
    }
  })
})

describe('a social card', () => {
  const card = {
    language: 'en',
    direction: 'ltr',
    line: 'Mali · January 5, 2026',
    outlet: 'Small Paper',
    picture: false,
    colors: { paper: '#fffdf8', ink: '#1b1915', line: '#5b5348', accent: '#96310f', flame: '#e0992b' },
  } as const
  const long = 'The door on the rue des Phocéens has no handle on the outside and the women behind it '.repeat(4)
  const drawn = (svg: string) =>
    new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: readdirSync(faces).map((name) => join(faces, name)) } })
  const faces = join(root, 'node_modules/@expo-google-fonts/newsreader/600SemiBold')

  it.each([
    ['a word', 'Rain', false],
    ['a long headline', long, false],
    ['a long headline beside a picture', long, true],
    ['one word that is too long', 'Donaudampfschifffahrtsgesellschaft', true],
    ['a headline in capitals', 'WHAT THE RIVER TOOK AND WHAT IT LEFT IN THE VILLAGES', true],
  ])('keeps %s within its bounds', (_, title, picture) => {
    const svg = socialCard({ ...card, title, picture }).replace(/<rect[^>]*>/g, '')
    const box = drawn(svg).getBBox()
    expect(box?.x).toBeGreaterThan(60)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(cardSize.width - (picture ? cardSize.picture : 0) - 20)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(cardSize.height - 40)
  })

  it('ends a line from the right with its mark at the left', async () => {
    const edge = (title: string) => {
      const svg = socialCard({ ...card, title, language: 'ar', direction: 'rtl' })
      const fontFiles = [join(root, 'node_modules', cardFaces['Noto Naskh Arabic'])]
      const png = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render().asPng()
      return sharp(png).extract({ left: 1050, top: 60, width: 90, height: 200 }).raw().toBuffer()
    }
    const [marked, plain] = [await edge('لم يمحه أحد!'), await edge('لم يمحه أحد')]
    const changed = marked.filter((value, index) => Math.abs(value - (plain[index] ?? 0)) > 128).length
    expect(changed / marked.length).toBeLessThan(0.01)
  })

  it('leaves no word alone on the last line', () => {
    const lines = (title: string) =>
      [...socialCard({ ...card, title }).matchAll(/font-size="(?:84|72|60|50)"[^>]*>([^<]*)/g)].map(
        ([, words]) => words,
      )
    expect(lines('A night school on a rooftop turns down nobody with a pencil')).toEqual([
      'A night school on a',
      'rooftop turns down',
      'nobody with a pencil',
    ])
  })

  it('sets Arabic from the right and Chinese between its letters, and leaves out what no face of ours can set', () => {
    const arabic = socialCard({ ...card, title: 'سبورة واحدة وفوجان: 300 طفل', language: 'ar', direction: 'rtl' })
    expect(arabic).toContain('font-family="Noto Naskh Arabic" text-anchor="end">\u200fسبورة')
    const chinese = socialCard({
      ...card,
      title: '山村教师在黑板前教两班学生老师说孩子们都想读书每天清晨五点钟开始上课',
      language: 'zh',
    })
    expect(chinese.match(/ZCOOL/g)?.length).toBeGreaterThan(1)
    expect(socialCard({ ...card, title: 'नदी का पानी' })).not.toContain('नदी')
  })

  it('shows the part of its picture that must be seen', async () => {
    const sides = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#ff0000' } })
      .composite([
        { input: { create: { width: 450, height: 600, channels: 3, background: '#0000ff' } }, left: 450, top: 0 },
      ])
      .jpeg()
      .toBuffer()
    const end = async (focus: string) => {
      const folder = join(scratch, `focus-${focus.replace(' ', '-')}`)
      const content = writeSite(folder, {
        'site.yml': `${siteYml}cards: true\n`,
        'articles/rain-comes.md': withPhoto(`, focus: ${focus}`),
        'articles/photo.jpg': sides,
      })
      const site = await prepare(content, { workFolder: join(folder, 'work') })
      const card = site.staticFiles.find(({ url }) => url.startsWith('/media/card-'))
      const { dominant } = await sharp(
        await sharp(card?.from).extract({ left: 800, top: 0, width: 400, height: 630 }).toBuffer(),
      ).stats()
      return dominant.r > dominant.b ? 'red' : 'blue'
    }
    expect(await end('top left')).toBe('red')
    expect(await end('right')).toBe('blue')
  })

  it('is drawn of no picture that was damaged where it was kept', async () => {
    const folder = join(scratch, 'damaged')
    const content = writeSite(folder, {
      'site.yml': `${siteYml}cards: true\n`,
      'articles/rain-comes.md': withPhoto(),
      'articles/photo.jpg': await sharp({ create: { width: 900, height: 600, channels: 3, background: '#ff0000' } })
        .jpeg()
        .toBuffer(),
    })
    const workFolder = join(folder, 'work')
    const made = () => prepare(content, { workFolder })
    // Of what was changed just now nothing is kept.
    await wait(clockResolution + 100)
    const { staticFiles } = await made()
    for (const { url, from } of staticFiles) {
      if (url.startsWith('/media/') && from.endsWith('.jpg') && !url.includes('card-')) writeFileSync(from, 'damaged')
    }
    rmSync(join(workFolder, 'cards'), { recursive: true })
    await expect(made()).rejects.toThrow(DamagedCacheError)
    const card = (await made()).staticFiles.find(({ url }) => url.startsWith('/media/card-'))
    expect((await sharp(card?.from).metadata()).format).toBe('jpeg')
  })

  it('is published for each published story, drawn once, and named by its page', async () => {
    const content = writeSite(join(scratch, 'cards'), {
      'site.yml': `${siteYml}cards: true\n`,
      'articles/draft.md': story('status: draft').replace('Rain comes', 'Draft'),
    })
    const workFolder = join(scratch, 'cards/work')
    const site = await prepare(content, { workFolder })
    const cards = site.staticFiles.filter(({ url }) => url.startsWith('/media/card-'))
    expect(cards).toHaveLength(1)
    const [first] = cards
    const metadata = await sharp(first?.from).metadata()
    expect([metadata.width, metadata.height, metadata.format]).toEqual([1200, 630, 'jpeg'])
    expect(await site.render('/news/rain-comes/')).toContain(
      `<meta property="og:image" content="https://small.example${first?.url}"/>`,
    )
    const hash = () =>
      createHash('sha256')
        .update(readFileSync(first?.from ?? ''))
        .digest('hex')
    const before = hash()
    rmSync(workFolder, { recursive: true })
    await prepare(content, { workFolder })
    expect(hash()).toBe(before)
    writeFileSync(join(content, 'articles/rain-comes.md'), story().replace('Rain comes', 'Rain goes'))
    const next = (await prepare(content, { workFolder })).staticFiles.filter(({ url }) =>
      url.startsWith('/media/card-'),
    )
    expect(next.map(({ url }) => url)).not.toEqual([first?.url])
  })
})
