import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { BodyReference, Html } from '../../src/markdown/fill.ts'

/** Fetches the HTML of a text. The press provides it where a page is rendered. */
export const Bodies = createContext<(reference: BodyReference) => Html>(() => {
  throw new Error('a layout that shows a text is rendered by the press')
})

/** A compiled text: the one place where HTML enters a page as it is. */
export function Body({
  text,
  lang,
  class: className = 'body',
}: {
  text: BodyReference
  lang?: string | undefined
  class?: string
}) {
  const html = useContext(Bodies)(text)
  return <div class={className} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
}
