import type { BodyReference, Html } from '../../src/markdown/resolve-placeholders.ts'

/** Returns the HTML of an article's text, with its placeholders resolved. */
export type RenderBody = (reference: BodyReference) => Html

let currentRenderBody: RenderBody | undefined

/** Renders a layout whose bodies come from `renderBody`. Layouts are synchronous, so one variable is enough. */
export function withRenderBody<Result>(renderBody: RenderBody, renderLayout: () => Result): Result {
  const outer = currentRenderBody
  currentRenderBody = renderBody
  try {
    return renderLayout()
  } finally {
    currentRenderBody = outer
  }
}

/**
 * Returns the HTML of a text, for layouts that process it further.
 *
 * @throws Error outside of `withRenderBody`
 */
export function bodyHtml(text: BodyReference): Html {
  if (currentRenderBody === undefined) throw new Error('a layout that shows a text is rendered by the press')
  return currentRenderBody(text)
}

/** A compiled text: the one place where HTML enters a page without being escaped. */
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
