import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countrySlug, findCountry } from '../../../src/newsroom/country.ts'
import { countryNames } from '../../../src/newsroom/country-names.ts'
import { isSlug, slugify } from '../../../src/newsroom/slug.ts'
import { encodeUrlPath, outputFile, toUrlPath, urlPathFault } from '../../../src/newsroom/url-path.ts'

describe('a slug', () => {
  it('keeps letters and digits of a headline and loses the rest', () => {
    expect(slugify("Côte d'Ivoire: 3,000 “new” readers — at last!")).toBe('cote-d-ivoire-3-000-new-readers-at-last')
  })

  it('is a slug, whatever it is made of, or empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const slug = slugify(text)
        expect(slug === '' || isSlug(slug)).toBe(true)
        expect(slugify(slug)).toBe(slug)
      }),
      { numRuns: 2000 },
    )
  })

  it('never makes an address that a build refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
        const slug = slugify(text)
        if (slug !== '') expect(urlPathFault(`/news/${slug}/`)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an address', () => {
  it('never leaves or hides in the folder of the site', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc
            .array(
              fc.constantFrom('..', '.', '%2e%2e', '%2E.', '.well-known', 'a', '', '%2f', '\\', 'a%00', 'CON', ' '),
            )
            .map((parts) => `/${parts.join('/')}`),
        ),
        (text) => {
          if (urlPathFault(text) !== undefined) return
          const file = outputFile(toUrlPath(text))
          expect(file.split('/')).not.toContain('..')
          expect(file).not.toMatch(/(?:^|\/)[./]|\\|\u0000/)
        },
      ),
      { numRuns: 5000 },
    )
  })

  it('stands in HTML so that a browser asks for the file it names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 3 }),
        (parts) => {
          const text = `/${parts.map(encodeURIComponent).join('/')}/`
          if (urlPathFault(text) !== undefined) return
          const address = toUrlPath(text)
          const requested = new URL(encodeUrlPath(address), 'https://a.example').pathname
          expect(decodeURIComponent(requested)).toBe(address)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('a country', () => {
  it('is found by its code, its name and what newsrooms call it', () => {
    expect(
      ['ML', 'Mali', 'mali', 'USA', 'U.S.', 'Türkiye', 'The Gambia', 'DRC', "Cote d'Ivoire"].map(findCountry),
    ).toEqual(['ML', 'ML', 'ML', 'US', 'US', 'TR', 'GM', 'CD', 'CI'])
    expect(['Atlantis', 'ml', ''].map(findCountry)).toEqual([undefined, undefined, undefined])
  })

  it('has a name for each code that this machine knows, and an address of its own', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    const codes = Object.keys(countryNames) as (keyof typeof countryNames)[]
    expect(codes.filter((code) => names.of(code) === undefined)).toEqual([])
    expect(new Set(codes.map(countrySlug)).size).toBe(codes.length)
    expect(codes.filter((code) => findCountry(countryNames[code]) !== code)).toEqual([])
  })
})
