import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { findStrings, interfaceLanguages } from '../../src/i18n/find-strings.ts'
import { formatList } from '../../src/i18n/format.ts'
import { guessLanguage, isLanguage } from '../../src/newsroom/language.ts'
import { renderSite } from '../helpers/render-site.ts'
import { prepare, root, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const site = () => prepare(join(root, 'test/sites/a-story-in-three-languages/content'))
const page = async (url: `/${string}`) => (await site()).render(url)
const versions = (html: string) =>
  [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/small\.example([^"]+)"/g)].map(
    ([, language, url]) => `${language} ${url}`,
  )

describe('a language', () => {
  it('is one with a code of two letters that machines know, or any with one of three', () => {
    for (const tag of ['en', 'pt-BR', 'es-419', 'sr-Latn', 'spa', 'quz', 'cni']) expect(isLanguage(tag), tag).toBe(true)
    for (const tag of ['english', 'Spanish', 'sp', 'xx', 'en_US', '']) expect(isLanguage(tag), tag).toBe(false)
  })

  it('is known by its name in English, in its own words, and misspelled', () => {
    const meant = ['Spanish', 'español', 'Portugese', 'العربية', 'es_MX', 'gibberish'].map(guessLanguage)
    expect(meant).toEqual(['es', 'es', 'pt', 'ar', 'es-MX', undefined])
  })
})

describe('a story in several languages', () => {
  it('names all its languages on each of its pages, and the original for everybody else', async () => {
    const all = ['en /news/rain-comes/', 'ar /news/almatar/', 'fr /news/la-pluie/', 'x-default /news/rain-comes/']
    for (const url of ['/news/rain-comes/', '/news/la-pluie/', '/news/almatar/'] as const) {
      expect(versions(await page(url)), url).toEqual(all)
    }
  })

  it('leads readers from each version to the others, by the names of the languages', async () => {
    expect(await page('/news/rain-comes/')).toMatch(
      /In other languages:.*hreflang="ar".*العربية.*hreflang="fr".*français/s,
    )
    expect(await page('/news/la-pluie/')).toMatch(/Dans d’autres langues :.*English/s)
  })

  it('has the interface, the date and the country of each in its own language', async () => {
    const french = await page('/news/la-pluie/')
    expect(french).toContain('<html lang="fr">')
    expect(french).toContain('6 janvier 2026')
    expect(french).toContain('<dt>Pays</dt>')
    expect(french).toMatch(/<p class="action-kind">Prier<\/p>/)
    const arabic = await page('/news/almatar/')
    expect(arabic).toContain('<html lang="ar" dir="rtl">')
    expect(arabic).toContain('مالي</a>')
    // What the outlet says of itself stays in its language and runs in its direction.
    expect(arabic).toContain('<header class="masthead" lang="en" dir="ltr">')
  })

  it('stands once in the lists, feeds and requests of the outlet, and in those of each language', async () => {
    const all = await renderSite(await site())
    const showing = [...all].filter(([, text]) => text.toString().includes('/news/la-pluie/')).map(([url]) => url)
    expect(showing.toSorted()).toEqual(
      [
        '/corrections/',
        '/fr/',
        '/fr/feed.xml',
        '/news/almatar/',
        '/news/la-pluie/',
        '/news/rain-comes/',
        '/sitemap.xml',
      ].toSorted(),
    )
    expect(all.get('/fr/')?.toString()).toContain('<html lang="fr">')
    expect(all.get('/fr/feed.xml')?.toString()).toContain('<language>fr</language>')
    expect(all.get('/ar/')?.toString()).toContain('<html lang="ar" dir="rtl">')
  })
})

describe('a story that was first told in another language', () => {
  const titled = (title: string, lines: string, request: string) =>
    story(`tags: [Rain]\n${lines}`, `Mali (SP) — .\n\n:::pray\n${request}\n:::`)
      .replace('Rain comes', title)
      .replace('2026-01-05', '2026-11-20')
  const files = {
    'articles/lluvia.md': titled('Lluvia', 'language: es', 'Por la lluvia.'),
    'articles/rain.md': titled('Rain', 'translationOf: lluvia', 'For rain.'),
    'articles/told.md': story('answers: lluvia').replace('Rain comes', 'It rained').replace('2026-01-05', '2026-11-22'),
  }
  const made = (more: Readonly<Record<string, string>> = {}) =>
    prepare(writeSite(mkdtempSync(join(scratch, 'site-')), { ...files, ...more }))
  const showing = async (address: string, more?: Readonly<Record<string, string>>) =>
    [...(await renderSite(await made(more)))]
      .filter(([url, text]) => !url.startsWith('/news/') && text.toString().includes(address))
      .map(([url]) => url)
      .toSorted()

  it('stands in the outlet’s lists in the outlet’s language, and in the list of its own', async () => {
    const lists = ['/', '/archive/2026/11/', '/feed.xml', '/people/ann-doe/', '/people/ann-doe/feed.xml', '/pray/']
    expect(await showing('/news/rain/')).toEqual(
      [...lists, '/sitemap.xml', '/tags/rain/', '/tags/rain/feed.xml'].toSorted(),
    )
    expect(await showing('/news/lluvia/')).toEqual(['/es/', '/es/feed.xml', '/sitemap.xml'])
  })

  it('is found by itself while its original is not published', async () => {
    const draft = { 'articles/lluvia.md': files['articles/lluvia.md'].replace('tags:', 'status: draft\ntags:') }
    expect(await showing('/news/rain/', draft)).toContain('/feed.xml')
    expect(await showing('/news/lluvia/', draft)).toEqual([])
  })

  it('is told to be answered in each of its languages, and among the answers once', async () => {
    const { render } = await made()
    expect(await render('/news/rain/')).toContain('<a href="/news/told/">It rained</a>')
    expect(await render('/news/lluvia/')).toContain('<a href="/news/told/">It rained</a>')
    const page = await render('/pray/')
    expect(page).not.toContain('For rain.')
    expect(page.match(/href="\/news\/told\/"/g)).toHaveLength(1)
  })
})

describe('the interface', () => {
  const texts = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'function'
        ? [String((value as (...words: unknown[]) => string)('7', 'other'))]
        : Object.values(value as object).flatMap(texts)

  it.each(interfaceLanguages)('has a word for everything in %s', (language) => {
    const all = texts(findStrings(language))
    expect(all.length).toBe(texts(findStrings('en')).length)
    expect(all.filter((text) => text.trim() === '')).toEqual([])
  })

  it('counts as each language counts', () => {
    const count = (language: string, number: number) =>
      findStrings(language).stories(String(number), new Intl.PluralRules(language).select(number))
    expect([0, 1, 2].map((number) => count('en', number))).toEqual(['0 stories', '1 story', '2 stories'])
    expect([0, 1, 2].map((number) => count('fr', number))).toEqual(['0 article', '1 article', '2 articles'])
    expect([1, 2, 5, 11].map((number) => count('ar', number))).toEqual(['خبر واحد', 'خبران', '5 أخبار', '11 خبرًا'])
  })

  it('joins the name of a language to the word before it as Arabic does', () => {
    expect(findStrings('ar').storiesIn('العربية')).toBe('أخبار بالعربية')
    expect(findStrings('ar').storiesIn('français')).toBe('أخبار بـ français')
  })

  it('lists names, and sorts them, as each language does', async () => {
    expect(['en', 'fr', 'es', 'ar'].map((language) => formatList(['Mali', 'Niger', 'Chad'], language))).toEqual([
      'Mali, Niger, and Chad',
      'Mali, Niger et Chad',
      'Mali, Niger y Chad',
      'Mali وNiger وChad',
    ])
    const content = writeSite(mkdtempSync(join(scratch, 'site-')), {
      'articles/a.md': story('countries: [AX, ZW]\nactions: [{kind: pray, text: Rain.}]').replace(
        '2026-01-05',
        '2026-11-20',
      ),
    })
    const { render } = await prepare(content)
    for (const url of ['/act/', '/pray/countries/'] as const) {
      expect(await render(url), url).toMatch(/(?:>Åland Islands<)[\s\S]*(?:>Zimbabwe<)/)
    }
    expect(await render('/pray/bulletin/')).toContain('<b>Åland Islands, Zimbabwe. </b>')
  })

  it('speaks the language of the outlet around a text in a language that it does not speak', async () => {
    const all = await renderSite(await prepare(join(root, 'test/sites/stories-in-other-languages/content')))
    for (const [url, text] of all) expect(text.toString(), url).not.toContain('undefined')
  })
})
