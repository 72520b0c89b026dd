import type { RenderSession } from '../builder/render-session.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { transformFailed } from '../problems/catalogue/outputs.ts'
import { fileStart } from '../problems/problem.ts'
import type { EleventyConfig, MergedConfig, Transform } from './eleventy-config.ts'

/** The transforms that every Eleventy has. They change nothing unless a plugin adds to them. */
const isBuiltIn = (name: string) => name.startsWith('@11ty/eleventy')

/** True if `.eleventy.ts` or a plugin changes pages after they are rendered. */
export function hasTransforms(
  { transforms }: ReturnType<MergedConfig['getConfig']>,
  { htmlTransformer }: Pick<EleventyConfig, 'htmlTransformer'>,
): boolean {
  return !Object.keys(transforms).every(isBuiltIn) || htmlTransformer.isTransformable('html', {})
}

/**
 * Prepares the transforms of a configuration for outputs: they see the address of a page and not that of its staged
 * file, and their failures are problems of the build.
 *
 * @param session returns the session of the build that runs
 */
export function prepareTransforms(
  config: ReturnType<MergedConfig['getConfig']>,
  session: () => RenderSession | undefined,
): void {
  config.urlTransforms.push(({ url }) => toAddress(url, session()))
  for (const [name, transform] of Object.entries(config.transforms)) {
    config.transforms[name] = async function (content, outputPath) {
      // The page failed to render; the build reports why.
      if (content === '') return content
      try {
        const result = await transform.call(this, content, outputPath)
        if (typeof result === 'string') return result
        throw new Error(`it returned ${result === null ? 'null' : typeof result} and not a string`)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        const problem = transformFailed(name, this.page.url, reason)
        session()?.transforms?.problems.push({ ...problem, file: '.eleventy.ts', ...fileStart })
        return content
      }
    } satisfies Transform
  }
}

/** The address of an output, of which Eleventy knows the path of the staged file. */
function toAddress(url: string, session: RenderSession | undefined): string {
  const home = session?.permalink('/' as UrlPath).replace(/index\.html$/, '') ?? '/'
  return url.startsWith(home) ? `/${url.slice(home.length)}` : url
}
