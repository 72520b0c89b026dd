import type { UrlPath } from '../newsroom/url-path.ts'

/** A page of a list. */
export interface ListPage<Item> {
  address: UrlPath
  /** Counted from the oldest page; undefined for the newest, which has the address of the list. */
  number: number | undefined
  items: readonly Item[]
  newer: UrlPath | undefined
  older: UrlPath | undefined
}

/**
 * Divides a list, newest first, into pages whose addresses and contents never change.
 *
 * Page 1 has the oldest items. New items go to the newest page, which has `size` to `2 * size - 1` items; at twice the size its older
 * half becomes a numbered page.
 */
export function paginate<Item>(items: readonly Item[], size: number, address: UrlPath): ListPage<Item>[] {
  const fullPages = Math.max(0, Math.floor(items.length / size) - 1)
  const pageAddress = (number: number): UrlPath => (number > fullPages ? address : `${address}page/${number}/`)
  return Array.from({ length: fullPages + 1 }, (_, index) => {
    const number = fullPages + 1 - index
    const isNewest = number === fullPages + 1
    const end = items.length - (number - 1) * size
    return {
      address: pageAddress(number),
      number: isNewest ? undefined : number,
      items: items.slice(isNewest ? 0 : end - size, end),
      newer: isNewest ? undefined : pageAddress(number + 1),
      older: number === 1 ? undefined : pageAddress(number - 1),
    }
  })
}
