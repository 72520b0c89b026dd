import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate } from '../../../src/pages/paginate.ts'

/** Stories `count` to 1, newest first. */
const stories = (count: number) => Array.from({ length: count }, (_, index) => count - index)

describe('the pages of a list', () => {
  it('number from the oldest, and the newest holds what has no page yet', () => {
    expect(paginate(stories(7), 2, '/tags/water/')).toEqual([
      { address: '/tags/water/', number: undefined, items: [7, 6, 5], newer: undefined, older: '/tags/water/page/2/' },
      { address: '/tags/water/page/2/', number: 2, items: [4, 3], newer: '/tags/water/', older: '/tags/water/page/1/' },
      { address: '/tags/water/page/1/', number: 1, items: [2, 1], newer: '/tags/water/page/2/', older: undefined },
    ])
  })

  it('are one page without stories', () => {
    expect(paginate([], 20, '/')).toEqual([
      { address: '/', number: undefined, items: [], newer: undefined, older: undefined },
    ])
  })

  it('show each story once, in order', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 30 }), (count, size) => {
        expect(paginate(stories(count), size, '/').flatMap(({ items }) => items)).toEqual(stories(count))
      }),
    )
  })

  it('never change once they have a number, however many stories are added', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 30 }), (count, more, size) => {
        const later = new Map(paginate(stories(count + more), size, '/').map((page) => [page.address, page.items]))
        for (const { address, number, items } of paginate(stories(count), size, '/')) {
          if (number !== undefined) expect(later.get(address)).toEqual(items)
        }
      }),
    )
  })

  it('change three at most when a story is added: a new page, and the two that lead to it', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.integer({ min: 1, max: 30 }), (count, size) => {
        const before = new Map(paginate(stories(count), size, '/').map((page) => [page.address, JSON.stringify(page)]))
        const after = paginate(stories(count + 1), size, '/')
        expect(after.filter((page) => before.get(page.address) !== JSON.stringify(page)).length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
