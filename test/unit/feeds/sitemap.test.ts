import { Readable } from 'node:stream'
import fc from 'fast-check'
import { parseSitemap, parseSitemapIndex } from 'sitemap'
import { describe, expect, it } from 'vitest'
import { sitemap, sitemapIndex } from '../../../src/feeds/sitemap.ts'
import { absoluteUrl } from '../../../src/newsroom/url-path.ts'

const addresses = fc.oneof(
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.string({ unit: 'grapheme', minLength: 1 }).map((name) => absoluteUrl('https://x.org', `/${name}/`)),
)
const days = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a sitemap', () => {
  it('is read by others as it was meant, whatever stands in an address', async () => {
    const pages = fc.array(fc.record({ url: addresses, changed: fc.option(days, { nil: undefined }) }), {
      minLength: 1,
    })
    await fc.assert(
      fc.asyncProperty(pages, async (pages) => {
        const read = await parseSitemap(Readable.from([sitemap.render({ pages })]))
        expect(read.map(({ url, lastmod }) => ({ url, changed: lastmod }))).toEqual(pages)
      }),
    )
  })

  it('keeps signs that mean something in XML', async () => {
    const url = `https://x.org/a&b/"c"/'d'/<e>/`
    expect(sitemap.render({ pages: [{ url }] })).not.toMatch(/<e>|&b/)
    const [page] = await parseSitemap(Readable.from([sitemap.render({ pages: [{ url }] })]))
    expect(page?.url).toBe(url)
  })

  it('is one of several, on sites of more pages than one may hold', async () => {
    const sitemaps = ['https://x.org/sitemap-1.xml', 'https://x.org/sitemap-2.xml']
    const read = await parseSitemapIndex(Readable.from([sitemapIndex.render({ sitemaps })]))
    expect(read.map(({ url }) => url)).toEqual(sitemaps)
  })
})
