import type { BodyReference, Html } from '../../src/markdown/resolve-placeholders.ts'

type Bodies = (reference: BodyReference) => Html

let bodies: Bodies | undefined

/** Lays out a page whose texts come from `fetch`. */
export function withBodies<Page>(fetch: Bodies, layOut: () => Page): Page {
  const outer = bodies
  bodies = fetch
  try {
    return layOut()
  } finally {
    bodies = outer
  }
}

/** The HTML of a text, with its placeholders filled. */
export function bodyHtml(text: BodyReference): Html {
  if (bodies === undefined) throw new Error('a layout that shows a text is rendered by the press')
  return bodies(text)
}

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
  return <div class={className} lang={lang} dangerouslySetInnerHTML={{ __html: bodyHtml(text) }} />
}
