import type { UrlPath } from '../newsroom/url-path.ts'

/** One page of a list. */
export interface ListPage<Item> {
  address: UrlPath
  /** Counted from the oldest page; undefined for the newest, which stands at the list's own address. */
  number: number | undefined
  items: readonly Item[]
  newer: UrlPath | undefined
  older: UrlPath | undefined
}

/**
 * Divides a list, newest first, into pages whose addresses and contents stay.
 *
 * Page 1 holds the oldest. A full page never changes; what is new goes to the newest page, which holds between `size` and twice
 * as many less one before it gives its older half away to a page of their own.
 */
export function paginate<Item>(items: readonly Item[], size: number, address: UrlPath): ListPage<Item>[] {
  const full = Math.max(0, Math.floor(items.length / size) - 1)
  const pageAddress = (number: number): UrlPath => (number > full ? address : `${address}page/${number}/`)
  return Array.from({ length: full + 1 }, (_, index) => {
    const number = full + 1 - index
    const newest = number === full + 1
    const end = items.length - (number - 1) * size
    return {
      address: pageAddress(number),
      number: newest ? undefined : number,
      items: items.slice(newest ? 0 : end - size, end),
      newer: newest ? undefined : pageAddress(number + 1),
      older: number === 1 ? undefined : pageAddress(number - 1),
    }
  })
}
