import { describe, expect, it } from 'vitest'
import { toHref, withBase } from '../../../src/jsx/base.ts'
import { jsx } from '../../../src/jsx/jsx-runtime.ts'
import { type Html, resolvePlaceholders } from '../../../src/markdown/resolve-placeholders.ts'

const below = (name: 'a' | 'img', attributes: Record<string, string>) =>
  withBase('/a/b', () => jsx(name, attributes).html)

describe('the base of a site', () => {
  it('precedes every address of the site that a layout writes', () => {
    expect(below('a', { href: '/' })).toBe('<a href="/a/b/"></a>')
    expect(below('a', { href: '/news/rain/?x#top' })).toBe('<a href="/a/b/news/rain/?x#top"></a>')
    expect(below('img', { src: '/m/1.jpg', srcset: '/m/1.jpg 1w, /m/2.jpg 2w' })).toBe(
      '<img src="/a/b/m/1.jpg" srcset="/a/b/m/1.jpg 1w, /a/b/m/2.jpg 2w"/>',
    )
    expect(withBase('/a/b', () => toHref('/isso/'))).toBe('/a/b/isso/')
  })

  it('precedes no other URL and no text', () => {
    for (const href of ['https://x.org/', '//x.org/', 'mailto:desk@x.org', '#top', 'feed.xml', '?q=1', '']) {
      expect(withBase('/a/b', () => toHref(href))).toBe(href)
    }
    expect(below('a', { title: '/news/' })).toBe('<a title="/news/"></a>')
    expect(below('img', { srcset: 'https://x.org/w=1,q=2/1.jpg 1w' })).toContain('"https://x.org/w=1,q=2/1.jpg 1w"')
  })

  it('precedes the links, pictures and recordings of a text', () => {
    const text = resolve(
      { kind: 'link', href: '/news/rain/' },
      { kind: 'link-end', opens: 0 },
      { kind: 'image', alt: 'Rain', src: '/media/1.jpg', srcset: '/media/1.jpg 1w, /media/2.jpg 2w' },
      { kind: 'audio', src: '/media/1.mp3', label: 'Rain' },
      { kind: 'link', href: 'https://x.org/', isExternal: true },
    )
    expect(text).toContain('<a href="/a/b/news/rain/"></a>')
    expect(text).toContain('src="/a/b/media/1.jpg"')
    expect(text).toContain('srcset="/a/b/media/1.jpg 1w, /a/b/media/2.jpg 2w"')
    expect(text).toContain('src="/a/b/media/1.mp3"')
    expect(text).toContain('href="https://x.org/"')
  })

  it('holds for one site, and ends with a layout that throws', () => {
    const fail = () =>
      withBase('/a', () => {
        throw new Error('no ink')
      })
    expect(fail).toThrow('no ink')
    expect(toHref('/news/')).toBe('/news/')
  })
})

type Placeholders = Parameters<typeof resolvePlaceholders>[1]['placeholders']

function resolve(...placeholders: Placeholders): Html {
  const compiled = placeholders.map((_, number) => `\0${number}\0`).join('')
  return withBase('/a/b', () => resolvePlaceholders(compiled, { placeholders }))
}
