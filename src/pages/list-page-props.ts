import type { PagerProps } from '../../layouts/parts/Pager.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatNumber } from '../i18n/format.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { ListPage } from './paginate.ts'

/** The label of a numbered page of a list, such as `Page 3`; undefined for the newest page, which has no number. */
export function pageLabel({ number }: Pick<ListPage<unknown>, 'number'>, language: string): string | undefined {
  return number === undefined ? undefined : findStrings(language).page(formatNumber(number, language))
}

/** The title of a page of a list for its head: `Corrections · Page 3`. */
export function numberedTitle(title: string, page: Pick<ListPage<unknown>, 'number'>, language: string): string {
  return joinTitle(title, pageLabel(page, language))
}

/** Joins the parts of a title that are there. */
export const joinTitle = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** The links to the pages before and after a page of a list. */
export function pagerProps({ newer, older }: Pick<ListPage<unknown>, 'newer' | 'older'>): PagerProps {
  return { newer: newer && encodeUrlPath(newer), older: older && encodeUrlPath(older) }
}
