import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import { findThirdPartiesInPage, findThirdPartiesInStyles } from '../checks/find-third-parties.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { basePath } from '../newsroom/url-path.ts'
import { evaluateOutput, isHtmlPage, type Output } from '../pages/output.ts'
import { layoutFailed } from '../problems/catalogue/outputs.ts'
import { fileStart, ProblemsError } from '../problems/problem.ts'
import { type Layout, renderOutput } from './render-output.ts'

/**
 * Renders outputs and checks that the result loads nothing from third parties.
 *
 * @throws ProblemsError naming the page and the layout
 */
export type CheckedRenderer = (output: Output, onProps?: (output: Output) => void) => Promise<string>

/**
 * Creates a renderer for the outputs of an outlet.
 *
 * @param html returns the compiled HTML with a hash
 * @param layoutOverrides layouts that replace the site's own, by name
 */
export function createCheckedRenderer(
  outlet: Outlet,
  html: (hash: string) => string,
  layoutOverrides: Readonly<Record<string, Layout>> | undefined,
): CheckedRenderer {
  const base = basePath(outlet.url)
  return async (output, onProps) => {
    const file = `layouts/${output.layout}`
    try {
      const withProps = evaluateOutput(output)
      onProps?.(withProps)
      const text = await renderOutput(withProps, html, base, layoutOverrides)
      const findings = findThirdParties(output, text, outlet)
      if (findings.length === 0) return text
      throw new ProblemsError(findings.map((finding) => ({ ...finding, file, ...fileStart })))
    } catch (error) {
      if (error instanceof DamagedCacheError || error instanceof ProblemsError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new ProblemsError([{ ...layoutFailed(output.layout, output.url, reason), file, ...fileStart }])
    }
  }
}

/** Finds the other hosts from which a rendered output makes browsers load files. */
export function findThirdParties(output: Output, text: string, { url, thirdParties }: Outlet) {
  const { origin } = new URL(url)
  if (isHtmlPage(output)) return findThirdPartiesInPage(text, origin, thirdParties)
  return output.url.endsWith('.css') ? findThirdPartiesInStyles(text, origin, thirdParties) : []
}
