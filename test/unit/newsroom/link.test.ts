import { describe, expect, it } from 'vitest'
import { toSitePath } from '../../../src/newsroom/link.ts'
import { basePath, isBase, removeBase } from '../../../src/newsroom/url-path.ts'

describe('the URL of a page of the site', () => {
  it('is a path within the site, at the root of a host and in a folder of one', () => {
    expect(toSitePath('https://x.org/news/rain/#top', 'https://x.org')).toBe('/news/rain/#top')
    expect(toSitePath('https://X.org/a/b/news/rain/#top', 'https://x.org/a/b')).toBe('/news/rain/#top')
    for (const home of ['https://x.org/a/b', '//x.org/a/b/', 'http://x.org/a/b/']) {
      expect(toSitePath(home, 'https://x.org/a/b'), home).toBe('/')
    }
    expect(toSitePath('https://x.org/a/b?q=1', 'https://x.org/a/b')).toBe('/?q=1')
  })

  it('is told from other folders of the host, and other hosts', () => {
    for (const other of ['https://x.org/', 'https://x.org/a/', 'https://x.org/a/bc/', 'https://y.org/a/b/', '/a/b/']) {
      expect(toSitePath(other, 'https://x.org/a/b'), other).toBe(other)
    }
  })
})

describe('the base of a site', () => {
  it('is the folder of its URL', () => {
    expect(basePath('https://x.org')).toBe('')
    expect(basePath('https://x.org:8080/a/b')).toBe('/a/b')
    expect(removeBase('/a/b/news/', '/a/b')).toBe('/news/')
    expect(removeBase('/a/bc/news/', '/a/b')).toBeUndefined()
  })

  it('is written in letters that servers, styles and scripts read as they are', () => {
    for (const base of ['', '/outlet', '/~ann/Far_Field-2.0']) expect(isBase(base), base).toBe(true)
    for (const base of ['/', '/a//b', '/a/', '/../a', '/.well-known', '/a b', '/%41', '/a?b', '/a)', '/index.html']) {
      expect(isBase(base), base).toBe(false)
    }
  })
})
