import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import { parseRssFeed } from 'feedsmith'
import RssParser from 'rss-parser'
import { describe, expect, it } from 'vitest'
import { rss } from '../../../src/feeds/rss.ts'
import type { RssItem } from '../../../src/feeds/rss-item.ts'
import { escapeHtml } from '../../../src/jsx/escape.ts'
import type { Html } from '../../../src/markdown/resolve-placeholders.ts'

type Item = RssItem

const item: Item = {
  id: 'tag:x.org,2026:rain',
  url: 'https://x.org/news/rain/',
  title: 'Rain comes',
  summary: 'It rains.',
  published: Date.parse('2026-11-20T06:00:00Z'),
  authors: ['Ruth', 'Amos'],
  categories: ['Water', 'Mali'],
  text: { body: 'hash' } as Item['text'],
  sections: [],
}

const feed = (items: readonly Item[], body = '<p>It rained.</p>') =>
  rss.render(
    {
      title: 'Field & Far',
      description: 'News of rain & wells.',
      language: 'en',
      page: 'https://x.org/',
      self: 'https://x.org/feed.xml',
      changed: items.length === 0 ? undefined : Date.parse('2026-11-21T06:00:00Z'),
      items,
    },
    () => body as Html,
  )

/** As the parser gives it: without space around it. */
const words = fc
  .string({ unit: 'grapheme', minLength: 1 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/[\u0000-\u001f]|&\S+;/.test(text))

describe('a feed', () => {
  it('is read by others as it was meant', () => {
    const channel = parseRssFeed(feed([item]))
    expect(channel).toMatchObject({
      title: 'Field & Far',
      description: 'News of rain &amp; wells.',
      language: 'en',
      link: 'https://x.org/',
      generator: 'Lampstand',
      lastBuildDate: 'Sat, 21 Nov 2026 06:00:00 GMT',
      atom: { links: [{ href: 'https://x.org/feed.xml', rel: 'self', type: 'application/rss+xml' }] },
    })
    expect(channel.items).toEqual([
      expect.objectContaining({
        title: 'Rain comes',
        link: 'https://x.org/news/rain/',
        guid: { value: 'tag:x.org,2026:rain', isPermaLink: false },
        pubDate: 'Fri, 20 Nov 2026 06:00:00 GMT',
        description: 'It rains.',
        categories: [{ name: 'Water' }, { name: 'Mali' }],
        dc: expect.objectContaining({ creators: ['Ruth', 'Amos'] }),
        content: { encoded: '<p>It rained.</p>' },
      }),
    ])
  })

  it('has a recording with its bytes and how long it plays', () => {
    const enclosure = { url: 'https://x.org/a.mp3?b&c', type: 'audio/mpeg', length: 12345, seconds: 167.85 }
    const [read] = parseRssFeed(feed([{ ...item, enclosure }])).items ?? []
    expect(read?.enclosures).toEqual([{ url: 'https://x.org/a.mp3?b&c', type: 'audio/mpeg', length: 12345 }])
    expect(read?.itunes?.duration).toBe(168)
  })

  it('has whole stories, with what stands on the page outside the text', () => {
    const after = [
      {
        heading: 'What you can do',
        paragraphs: [{ text: 'Give <1>', link: { label: 'A & B', url: 'https://x.org/' } }],
      },
      { heading: 'Corrections', paragraphs: [{ text: 'The name was wrong.' }] },
    ]
    const [read] = parseRssFeed(feed([{ ...item, sections: after }])).items ?? []
    expect(read?.content?.encoded).toBe(
      '<p>It rained.</p><h2>What you can do</h2><p>Give &lt;1&gt; <a href="https://x.org/">A &amp; B</a></p>' +
        '<h2>Corrections</h2><p>The name was wrong.</p>',
    )
  })

  it('says the same to two parsers, whatever stands in its words', async () => {
    const reader = new RssParser({ customFields: { item: [['content:encoded', 'full']] } })
    await fc.assert(
      fc.asyncProperty(words, words, words, async (title, summary, author) => {
        const text = feed([{ ...item, title, summary, authors: [author] }], `<p>${author} ]]> ${title}</p>`)
        expect(XMLValidator.validate(text)).toBe(true)
        const full = `<p>${author} ]]> ${title}</p>`
        const [one] = parseRssFeed(text).items ?? []
        expect(one).toMatchObject({
          title,
          description: escapeHtml(summary),
          dc: { creators: [author] },
          content: { encoded: full },
        })
        const [other] = (await reader.parseString(text)).items
        expect(other).toMatchObject({ title, content: escapeHtml(summary), creator: author, full })
      }),
    )
  })

  it('has no markup in its descriptions, which readers take for HTML', () => {
    const [read] = parseRssFeed(feed([{ ...item, summary: 'He typed <img src=x onerror=alert(1)>' }])).items ?? []
    expect(read?.description).toBe('He typed &lt;img src=x onerror=alert(1)&gt;')
  })

  it('leaves out the signs that XML does not know', () => {
    const text = feed([{ ...item, title: 'Ra\u0000in\u000b \ud800comes\uffff', summary: 'a\tb' }])
    const [read] = parseRssFeed(text).items ?? []
    expect(read?.title).toBe('Rain \ufffdcomes')
    expect(read?.description).toBe('a\tb')
    // What is left may not come to mean something.
    const [whole] = parseRssFeed(feed([item], '<p>a ]]\u0000> b</p>')).items ?? []
    expect(whole?.content?.encoded).toBe('<p>a ]]> b</p>')
  })

  it('may be without stories', () => {
    const text = feed([])
    expect(XMLValidator.validate(text)).toBe(true)
    expect(text).not.toContain('lastBuildDate')
    expect(parseRssFeed(text).items ?? []).toEqual([])
  })
})
