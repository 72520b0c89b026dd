import { describe, expect, it } from 'vitest'
import { findTarget, type LinkMap, linkHref } from '../../../src/site/resolve-link.ts'

/** A site at example.org/news/ whose stories are at /news/<slug>/ below that. */
const map: LinkMap = {
  site: 'https://example.org/news',
  base: '/news',
  otherPrograms: ['/shop/'],
  byPath: new Map([['articles/rain.md', '/news/rain/']]),
  unpublished: new Set(['/news/draft/', 'articles/draft.md']),
  addresses: new Set(['/news/rain/', '/about/', '/news/draft/']),
}
const address = (target: string) => findTarget(target, 'articles/other.md', map)

describe('a link in a site below a folder of its host', () => {
  it('is understood without the base, with it, and as a whole URL', () => {
    for (const target of ['/about/', '/news/about/', '/news/about', 'https://example.org/news/about/']) {
      expect(address(target), target).toMatchObject({ address: '/about/' })
    }
    expect(address('/news/about/?q=1#top')).toMatchObject({ address: '/about/', query: '?q=1', anchor: 'top' })
    expect(address('/news')).toMatchObject({ address: '/' })
    expect(address('rain.md')).toMatchObject({ address: '/news/rain/' })
  })

  it('means the page of that address, if the site has a folder of the same name', () => {
    for (const target of ['/news/rain/', '/news/rain', '/news/news/rain/', 'https://example.org/news/news/rain/']) {
      expect(address(target), target).toMatchObject({ address: '/news/rain/' })
    }
  })

  it('does not show what is not published, however it is written', () => {
    for (const target of ['/news/draft/', '/news/news/draft/', 'https://example.org/news/news/draft/', 'draft.md']) {
      expect(address(target), target).toBe('unpublished')
    }
  })

  it('leaves the site for other folders of the host, and for other programs', () => {
    expect(address('https://example.org/newsletter/')).toBe('elsewhere')
    expect(linkHref('https://example.org/newsletter/', '', map)).toBe('https://example.org/newsletter/')
    expect(linkHref('/news/shop/cart', '', map)).toBe('/shop/cart')
    expect(linkHref('/shop/cart', '', map)).toBe('/shop/cart')
  })
})
