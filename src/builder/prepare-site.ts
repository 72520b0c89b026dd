import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMemoryCache } from '../cache/memory-cache.ts'
import { type ContentContext, runChecks } from '../checks/check.ts'
import { checks } from '../checks/checks.ts'
import { readCachedOutlet } from '../compile/cached-outlet.ts'
import { compileContent } from '../compile/compile-content.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import { feedOutputs } from '../feeds/feeds.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { hostingOutputs } from '../hosting/hosting-files.ts'
import { drawSocialCards } from '../media/draw-social-cards.ts'
import { MediaLibrary } from '../media/media-library.ts'
import { hasMedia, mediaReferences } from '../media/media-references.ts'
import { prepareMedia } from '../media/prepare-media.ts'
import { prepareThemeFiles } from '../media/theme-files.ts'
import { dayInZone } from '../newsroom/moment.ts'
import { buildAssets, loadPalettes } from '../pages/assets.ts'
import type { PageContext } from '../pages/page-context.ts'
import { htmlPages } from '../pages/pages.ts'
import { applyTheme } from '../pages/palettes.ts'
import { buildSiteChrome } from '../pages/site-chrome.ts'
import { socialCardRequest } from '../pages/social-cards.ts'
import { placeAt } from '../problems/place.ts'
import { type Problem, ProblemsError, sortProblems } from '../problems/problem.ts'
import { buildSearchFiles } from '../search/search-files.ts'
import { buildSite } from '../site/build-site.ts'
import type { CustomFile, CustomFiles } from '../site/custom-file.ts'
import { buildLinkMap } from '../site/link-map.ts'
import { findNextChange } from '../site/next-change.ts'
import type { PrepareOptions } from './build-options.ts'
import { createCheckedRenderer } from './checked-renderer.ts'
import type { PreparedSite } from './prepared-site.ts'
import { findPublicFiles } from './public-files.ts'
import { createTemplateContext } from './template-context.ts'

/**
 * Takes a site from the content folder to outputs: compiles, decides what is published, lists the outputs and checks
 * everything.
 *
 * @throws ProblemsError with all errors and warnings, in order
 */
export async function prepareSite(options: PrepareOptions): Promise<PreparedSite> {
  const { now, audience, workFolder, onProgress = () => {} } = options
  const displayPath = contentDisplayPath(options.content, options.cwd)
  const cache = options.cache ?? createMemoryCache()
  const {
    outlet,
    links: outletLinks,
    themePlaces,
    problems,
  } = await readCachedOutlet(options.content, displayPath, cache)
  if (outlet === undefined) throw new ProblemsError(problems)

  const compiled = await compileContent(outlet, cache, { ...options, contentDisplayPath: displayPath })
  const { content } = compiled
  const contentFiles = [
    ...content.articles,
    ...content.pages,
    ...Object.values(content.terms).flat(),
    ...content.replies,
  ]
  const filesWithMedia = contentFiles.filter(hasMedia)
  const mediaLibrary = new MediaLibrary({
    content: options.content,
    public: options.public,
    cache: join(workFolder, 'media'),
    usesImageCdn: outlet.images.cdn !== undefined,
  })
  const publicFiles = findPublicFiles(options.public)
  const defaultPalettes = loadPalettes(options.layouts)
  const themeFiles = await prepareThemeFiles(
    outlet.theme,
    { content: options.content, public: options.public, cache: join(workFolder, 'theme') },
    (key, finding) => problems.push({ ...finding, file: `${displayPath}/site.yml`, ...placeAt(themePlaces, key) }),
  )
  const publicHash = hash128(options.public).slice(0, 12)
  const contentContext: ContentContext = {
    content,
    contentFiles,
    outlet,
    outletLinks,
    themePlaces,
    defaultPalettes,
    today: dayInZone(now, outlet.timeZone),
    findMediaItem: mediaLibrary.find,
    contentDisplayPath: displayPath,
    cacheFile: (name) => join(workFolder, `${name}-${publicHash}`),
  }
  problems.push(
    ...compiled.problems,
    ...contentFiles.flatMap((file) => file.problems),
    ...(await prepareMedia(filesWithMedia, mediaLibrary, onProgress)),
    ...(await runChecks(checks, 'content', contentContext)),
  )

  const site = buildSite(content, outlet, now, audience)
  // Search indexes are built while the pages are prepared. The index of a preview would hold drafts, so there is none.
  const searchIndexes =
    outlet.search && audience === 'public' && !problems.some(isError)
      ? buildSearchFiles(site, cache.body, join(workFolder, 'search'), {
          indexWorker: options.indexWorker,
          version: options.version?.search,
        })
      : Promise.resolve([])
  searchIndexes.catch(() => {}) // awaited below, unless there are errors
  const links = buildLinkMap(content, outlet, now, audience)
  const palettes = applyTheme(defaultPalettes, outlet.theme)
  const assets = reportAlso(problems, () => buildAssets(options.layouts, audience, outlet, palettes, themeFiles))
  const pageContext: PageContext = {
    site,
    outlet,
    findMediaItem: mediaLibrary.find,
    links,
    chrome: buildSiteChrome(site, links, assets, palettes, publicFiles),
    assets,
    palette: palettes.light,
    icon: themeFiles.icon?.files[0],
    socialCardVersion: options.version?.cards,
  }
  const pages = htmlPages(pageContext)
  const custom = (await options.customFiles?.(createTemplateContext(pageContext, cache.body))) ?? noCustomFiles
  problems.push(...custom.problems)
  const customPages = custom.files.filter(isTemplatePage)
  const customUrls = customPages.filter(isForSearchEngines).map(({ url }) => url)
  const feeds = feedOutputs({ ...pageContext, customUrls }, pages)
  const outputs = [...pages, ...feeds, ...hostingOutputs(pageContext), ...assets.outputs]
  const publishedPaths = new Set<string>([
    ...[...site.articles, ...site.pages].map(({ path }) => path),
    ...site.taxonomies.flatMap(({ terms }) => terms.flatMap(({ path }) => path ?? [])),
  ])
  const publishedMedia = filesWithMedia.filter(({ file }) => publishedPaths.has(file.path)).flatMap(mediaReferences)
  const files = [...publicFiles, ...custom.files]
  const staticFiles = [...assets.staticFiles, ...files, ...mediaLibrary.files(publishedMedia)]

  const urls = [...outputs, ...staticFiles].map(({ url }) => url)
  const siteContext = { ...contentContext, files, customPages, site, links, outputs, staticFiles, urls, publishedPaths }
  problems.push(...(await runChecks(checks, 'site', siteContext)))
  const sortedProblems = sortProblems(problems)
  if (sortedProblems.some(isError)) throw new ProblemsError(sortedProblems)

  // Drawing takes longest, so it waits until there is nothing left to check.
  const photos = new Map(staticFiles.map((file) => [file.url, file]))
  const cards = await drawSocialCards(
    site.articles.flatMap((article) => socialCardRequest(article, pageContext) ?? []),
    join(workFolder, 'cards'),
    (url) => photos.get(url),
    (done, total) => onProgress('Cards', done, total),
  )
  const renderOutput = createCheckedRenderer(outlet, cache.body, options.layoutOverrides)
  const outputsByUrl = new Map(outputs.map((output) => [output.url, output]))
  return {
    site,
    outputs: outputsByUrl,
    staticFiles: [...staticFiles, ...cards, ...(await searchIndexes)],
    nextChange: findNextChange(content, site),
    problems: sortedProblems,
    renderOutput,
    render: async (url, onProps) => {
      const output = outputsByUrl.get(url)
      if (output === undefined) throw new Error(`nothing is to be published at ${url}`)
      return renderOutput(output, onProps)
    },
  }
}

const noCustomFiles: CustomFiles = { files: [], problems: [] }

const isTemplatePage = ({ url, template }: CustomFile) => template !== undefined && /\/$|\.html$/.test(url)

/** False for a page that asks search engines to leave it out. */
const isForSearchEngines = ({ from }: CustomFile) =>
  !/<meta\b[^>]*\bname=["']?robots["'][^>]*\bnoindex\b/i.test(readFileSync(from, 'utf8'))

/** Runs a step; if it ends in problems, reports those that are known already as well. */
function reportAlso<Result>(problems: readonly Problem[], step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw error instanceof ProblemsError ? new ProblemsError(sortProblems([...problems, ...error.problems])) : error
  }
}

const isError = ({ severity }: Problem) => severity === 'error'
