import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { withBlockForm } from './blocks/block-forms.ts'
import { blocks } from './blocks/blocks.ts'
import type { Html } from './resolve-placeholders.ts'

const hasFeedForms = blocks.some(({ toFeed }) => toFeed !== undefined)

/**
 * Puts the form for feeds of blocks in their place.
 *
 * @param html compiled and with its placeholders resolved, so that it is safe
 */
export function feedHtml(html: Html): Html {
  if (!hasFeedForms) return html
  const { children } = fromHtml(html, { fragment: true })
  return toHtml({ type: 'root', children: withBlockForm(children, 'toFeed') }) as Html
}
