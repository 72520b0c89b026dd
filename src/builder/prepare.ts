import { join } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import { DamagedCache } from '../cache/damaged-cache.ts'
import { memoryCache } from '../cache/memory-cache.ts'
import { type ContentContext, runChecks } from '../checks/check.ts'
import { checks } from '../checks/checks.ts'
import { findThirdPartiesInPage, findThirdPartiesInStyles } from '../checks/page-third-parties.ts'
import { readCachedOutlet } from '../compile/cached-outlet.ts'
import { compileContent } from '../compile/compile-content.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import type { ContentScan } from '../content/scan.ts'
import { feedOutputs } from '../feeds/feeds.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { hostingOutputs } from '../hosting/hosting-files.ts'
import { drawSocialCards } from '../media/draw-social-cards.ts'
import { MediaLibrary } from '../media/media-library.ts'
import { hasMedia, mediaReferences, prepareMedia } from '../media/media-references.ts'
import { dayInZone } from '../newsroom/moment.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { buildAssets } from '../pages/assets.ts'
import { evaluateOutput, isHtmlPage, type Output } from '../pages/output.ts'
import type { PageContext } from '../pages/page-context.ts'
import { htmlPages } from '../pages/pages.ts'
import { buildSiteChrome } from '../pages/site-chrome.ts'
import { socialCardRequest } from '../pages/social-cards.ts'
import { layoutFailed } from '../problems/catalogue/outputs.ts'
import { fileStart, type Problem, ProblemsFound, sortProblems } from '../problems/problem.ts'
import { searchFiles } from '../search/search-files.ts'
import { buildSite } from '../site/build-site.ts'
import { buildLinkMap } from '../site/link-map.ts'
import type { Audience } from '../site/publication.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import type { CodeVersion } from './code-version.ts'
import { publicFiles } from './public-files.ts'
import { type Layout, renderOutput } from './render.ts'

export interface PrepareOptions {
  /** The folder of the content, absolute. */
  content: string
  /** The folder whose files are published byte for byte, absolute. */
  public: string
  /** The folder of the layouts, absolute. */
  layouts: string
  /** The folder that paths in problems are relative to, where content lies in it. */
  cwd: string
  /** Milliseconds since 1970. */
  now: number
  audience: Audience
  /** The file of worker.ts, bundled; without it everything is compiled in this thread. */
  compileWorker?: string | undefined
  /** The file of indexer.ts, bundled; without it the search's indexes are made in this thread. */
  indexWorker?: string | undefined
  cache?: Cache | undefined
  /** What code is running: what it draws and indexes is not kept for other code. */
  version?: CodeVersion | undefined
  /** What stands on disk, where somebody has looked already. */
  scan?: ContentScan | undefined
  /** Where what is known of files and pictures is kept between builds, absolute. */
  workFolder: string
  /** Layouts in place of the site's own, by name. */
  layoutOverrides?: Readonly<Record<string, Layout>> | undefined
  onProgress?: ((step: string, done: number, total: number) => void) | undefined
}

/** A site that is ready to be written: everything was checked, nothing is written yet. */
export interface PreparedSite {
  site: Site
  outputs: ReadonlyMap<UrlPath, Output>
  copies: readonly StaticFile[]
  /** Warnings. */
  problems: readonly Problem[]
  /**
   * Lays out the output at an address.
   *
   * @param heard is given the output, its props made, before it is laid out
   * @throws ProblemsFound naming the page and the layout
   */
  render(url: UrlPath, heard?: (output: Output) => void): Promise<string>
  /** Lays out an output that is not of the site. */
  renderOutput(output: Output): Promise<string>
}

/**
 * Takes content from disk to outputs: finds, reads, compiles, passes through the gate, makes pages and feeds, checks.
 *
 * @throws ProblemsFound with everything that is wrong, errors and warnings, in order
 */
export async function prepareSite(options: PrepareOptions): Promise<PreparedSite> {
  const { now, audience, onProgress = () => {} } = options
  const shownContent = contentDisplayPath(options.content, options.cwd)
  const cache = options.cache ?? memoryCache()
  const { outlet, links: outletLinks, problems } = await readCachedOutlet(options.content, shownContent, cache)
  if (outlet === undefined) throw new ProblemsFound(problems)

  const { content, problems: strays } = await compileContent(outlet, cache, {
    ...options,
    contentDisplayPath: shownContent,
  })
  const everything = [...content.articles, ...content.pages, ...Object.values(content.terms).flat(), ...content.replies]
  const illustrated = everything.filter(hasMedia)
  const desk = new MediaLibrary({
    content: options.content,
    public: options.public,
    cache: join(options.workFolder, 'media'),
    cdn: outlet.images.cdn !== undefined,
  })
  const files = publicFiles(options.public)
  const publicHash = hash128(options.public).slice(0, 12)
  const contentContext: ContentContext = {
    content,
    contentFiles: everything,
    outlet,
    outletLinks,
    today: dayInZone(now, outlet.timeZone),
    findMedium: desk.media,
    publicFiles: files,
    contentDisplayPath: shownContent,
    cacheFile: (name) => join(options.workFolder, `${name}-${publicHash}`),
  }
  problems.push(
    ...strays,
    ...everything.flatMap((compiled) => compiled.problems),
    ...(await prepareMedia(illustrated, desk, onProgress)),
    ...(await runChecks(checks, 'content', contentContext)),
  )

  const site = buildSite(content, outlet, now, audience)
  // What only the desk may see is in no index. Indexes are made while pages are.
  const search =
    outlet.search && audience === 'public' && !problems.some(isError)
      ? searchFiles(site, cache.body, join(options.workFolder, 'search'), options)
      : Promise.resolve([])
  search.catch(() => {}) // it is awaited below, unless something else is wrong first
  const links = buildLinkMap(content, outlet, now, audience)
  const assets = buildAssets(options.layouts, audience, outlet)
  const frame: PageContext = {
    site,
    outlet,
    media: desk.media,
    links,
    chrome: buildSiteChrome(site, links, assets, files),
    assets,
    socialCardVersion: options.version?.cards,
  }
  const pages = htmlPages(frame)
  const list = [...pages, ...feedOutputs(frame, pages), ...hostingOutputs(frame), ...assets.outputs]
  const published = new Set<string>([
    ...[...site.articles, ...site.pages].map(({ path }) => path),
    ...site.taxonomies.flatMap(({ terms }) => terms.flatMap(({ path }) => path ?? [])),
  ])
  const copies = [
    ...assets.copies,
    ...files,
    ...desk.copies(illustrated.filter(({ file }) => published.has(file.path)).flatMap(mediaReferences)),
  ]

  const urls = [...list, ...copies].map(({ url }) => url)
  problems.push(
    ...(await runChecks(checks, 'site', {
      ...contentContext,
      site,
      links,
      outputs: list,
      staticFiles: copies,
      urls,
      publishedPaths: published,
    })),
  )

  const sorted = sortProblems(problems)
  if (sorted.some(isError)) throw new ProblemsFound(sorted)
  const sources = new Map(copies.map((copy) => [copy.url, copy]))
  const orders = site.articles.flatMap((article) => socialCardRequest(article, frame) ?? [])
  const cards = join(options.workFolder, 'cards')
  copies.push(
    ...(await drawSocialCards(
      orders,
      cards,
      (url) => sources.get(url),
      (done, total) => onProgress('Cards', done, total),
    )),
  )
  copies.push(...(await search))
  const outputs = new Map(list.map((output) => [output.url, output]))
  const layOut = async (planned: Output, heard?: (output: Output) => void): Promise<string> => {
    const { url } = planned
    try {
      const output = evaluateOutput(planned)
      heard?.(output)
      const text = await renderOutput(output, cache.body, options.layoutOverrides)
      const look = isHtmlPage(output)
        ? findThirdPartiesInPage
        : url.endsWith('.css')
          ? findThirdPartiesInStyles
          : undefined
      const strangers = look?.(text, outlet.url, outlet.thirdParties) ?? []
      if (strangers.length === 0) return text
      const file = `layouts/${output.layout}`
      throw new ProblemsFound(strangers.map((finding) => ({ ...finding, file, ...fileStart })))
    } catch (error) {
      if (error instanceof DamagedCache || error instanceof ProblemsFound) throw error
      const reason = error instanceof Error ? error.message : String(error)
      const finding = layoutFailed(planned.layout, url, reason)
      throw new ProblemsFound([{ ...finding, file: `layouts/${planned.layout}`, ...fileStart }])
    }
  }
  return {
    site,
    outputs,
    copies,
    problems: sorted,
    renderOutput: layOut,
    render: async (url, heard) => {
      const planned = outputs.get(url)
      if (planned === undefined) throw new Error(`nothing is to be published at ${url}`)
      return layOut(planned, heard)
    },
  }
}

const isError = ({ severity }: Problem) => severity === 'error'
