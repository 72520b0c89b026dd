import { layouts, lazyLayouts } from '../../layouts/layouts.ts'
import { withRenderBody } from '../../layouts/parts/Body.tsx'
import { withBase } from '../jsx/base.ts'
import type { Component } from '../jsx/jsx-runtime.ts'
import { type BodyReference, resolvePlaceholders } from '../markdown/resolve-placeholders.ts'
import type { Output } from '../pages/output.ts'

/** A component that renders the props of an output as HTML. */
export type Layout = Component<never>

/**
 * Renders an output.
 *
 * @param html returns the compiled HTML with a hash, placeholders included
 * @param base the folder of the host that the site stands in
 * @param overrides layouts that replace the site's own, by name
 */
export async function renderOutput(
  output: Output,
  html: (hash: string) => string,
  base: string,
  overrides: Readonly<Record<string, Layout>> = {},
): Promise<string> {
  const bodyHtml = (reference: BodyReference) => resolvePlaceholders(html(reference.body), reference)
  const { render } = output
  if (render !== undefined) return withBase(base, () => render(output.props as never, bodyHtml))
  const layout =
    overrides[output.layout] ??
    (layouts as Record<string, Layout>)[output.layout] ??
    (await (lazyLayouts as Record<string, () => Promise<Layout>>)[output.layout]?.())
  if (layout === undefined) throw new Error(`no layout is called ${output.layout}`)
  const page = withBase(base, () => withRenderBody(bodyHtml, () => layout(output.props as never)))
  return `<!doctype html>\n${page?.html ?? ''}\n`
}
