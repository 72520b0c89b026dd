import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { Problem } from '../problems/problem.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'

/** A site that was checked and is ready to be written; nothing of it is written yet. */
export interface PreparedSite {
  site: Site
  outputs: ReadonlyMap<UrlPath, Output>
  staticFiles: readonly StaticFile[]
  /** When the site changes next without a change of the content, in milliseconds since 1970; undefined if never. */
  nextChange: number | undefined
  /** Warnings. */
  problems: readonly Problem[]
  /**
   * Renders the output at a URL.
   *
   * @param onProps receives the output with its props, before its layout does
   * @throws ProblemsError naming the page and the layout
   */
  render(url: UrlPath, onProps?: (output: Output) => void): Promise<string>
  /**
   * Renders an output that is not part of the site.
   *
   * @throws ProblemsError naming the page and the layout
   */
  renderOutput(output: Output): Promise<string>
}
