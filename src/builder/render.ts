import { layouts, lazyLayouts } from '../../layouts/layouts.ts'
import { withRenderBody } from '../../layouts/parts/Body.tsx'
import type { Component } from '../jsx/jsx-runtime.ts'
import { type BodyReference, resolvePlaceholders } from '../markdown/resolve-placeholders.ts'
import type { Output } from '../pages/output.ts'

/** What lays out an output's props. */
export type Layout = Component<never>

/**
 * Lays out an output.
 *
 * @param html the compiled HTML under a hash, with its placeholders
 * @param overrides layouts to use in place of the site's own
 */
export async function renderOutput(
  output: Output,
  html: (hash: string) => string,
  overrides: Readonly<Record<string, Layout>> = {},
): Promise<string> {
  const bodyHtml = (reference: BodyReference) => resolvePlaceholders(html(reference.body), reference)
  if (output.render !== undefined) return output.render(output.props as never, bodyHtml)
  const layout =
    overrides[output.layout] ??
    (layouts as Record<string, Layout>)[output.layout] ??
    (await (lazyLayouts as Record<string, () => Promise<Layout>>)[output.layout]?.())
  if (layout === undefined) throw new Error(`no layout is called ${output.layout}`)
  const page = withRenderBody(bodyHtml, () => layout(output.props as never))
  return `<!doctype html>\n${page?.html ?? ''}\n`
}
