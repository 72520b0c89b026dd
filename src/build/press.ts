import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { checkAddresses, type Claim } from '../checks/addresses.ts'
import { checkLinks } from '../checks/links.ts'
import { checkReferences } from '../checks/references.ts'
import { type ContentFile, findContent } from '../content/find.ts'
import { readYaml } from '../content/front-matter.ts'
import { readText } from '../content/read.ts'
import { validate } from '../content/validate.ts'
import { feedsOf } from '../feeds/list.ts'
import { createPipeline } from '../markdown/pipeline.ts'
import type { Address } from '../newsroom/address.ts'
import { type Outlet, outletSchema, toOutlet } from '../newsroom/outlet.ts'
import type { Photo } from '../newsroom/photo.ts'
import { indexAddress, termAddress } from '../newsroom/taxonomy.ts'
import { assetsOf } from '../pages/assets.ts'
import type { Frame } from '../pages/frame.ts'
import type { Copy, Output } from '../pages/output.ts'
import { pagesOf } from '../pages/pages.ts'
import { emptyContent, fileOutOfPlace, layoutFailed, noArticles } from '../problems/catalogue.ts'
import { fileStart, type Finding, type Problem, ProblemsFound, problemsOf, sortProblems } from '../problems/problem.ts'
import type { LinkMap } from '../site/links.ts'
import { type Audience, publicationOf, publicationOfPage } from '../site/publication.ts'
import { articleAddress, buildSite, type Content, pageAddress, type Site, termId } from '../site/site.ts'
import { type Cache, createCache } from './cache.ts'
import { type Compiled, Compiler } from './compile.ts'
import { MediaDesk, type MediaReference } from './media.ts'
import { type Layout, renderOutput } from './render.ts'

export interface PressOptions {
  /** The folder of the content, absolute. */
  content: string
  /** The folder whose files are published byte for byte, absolute. */
  public: string
  /** The folder of the layouts, absolute. */
  layouts: string
  /** Where pictures without metadata are kept between builds, absolute. */
  mediaCache: string
  /** The folder that paths in problems are relative to, where content lies in it. */
  shownFrom: string
  /** Milliseconds since 1970. */
  now: number
  audience: Audience
  cache?: Cache | undefined
  /** Layouts in place of the site's own, by name. */
  overrides?: Readonly<Record<string, Layout>> | undefined
  onProgress?: ((step: string, done: number, total: number) => void) | undefined
}

/** A site that is ready to be written: everything was checked, nothing is written yet. */
export interface Press {
  site: Site
  outputs: ReadonlyMap<Address, Output>
  copies: readonly Copy[]
  /** Warnings. */
  problems: readonly Problem[]
  /**
   * Lays out one output.
   *
   * @throws ProblemsFound naming the page and the layout
   */
  render(url: Address): Promise<string>
}

/**
 * Takes content from disk to outputs: finds, reads, compiles, passes through the gate, makes pages and feeds, checks.
 *
 * @throws ProblemsFound with everything that is wrong, errors and warnings, in order
 */
export async function preparePress(options: PressOptions): Promise<Press> {
  const { now, audience, onProgress = () => {} } = options
  const problems: Problem[] = []
  const shownContent = shownFolder(options)
  const { outlet, found } = readOutlet(options, shownContent)
  problems.push(...found)

  const files = findContent(options.content)
  const taxonomies = outlet?.taxonomies ?? []
  const folders = ['articles', 'pages', ...taxonomies.map(({ key }) => key)]
  for (const { path, folder } of outlet === undefined ? [] : files) {
    if (folders.includes(folder) || (folder === '' && basename(path).toLowerCase() === 'readme.md') || folder === 'replies') continue
    const list = folders.map((name) => `${name}/`).join(', ')
    problems.push({ ...fileOutOfPlace(path, list), file: `${shownContent}/${path}`, ...fileStart })
  }
  if (outlet === undefined) throw new ProblemsFound(sortProblems(problems))

  const compiler = new Compiler(outlet, createPipeline(outlet), options.cache ?? createCache())
  const content = compile(files, compiler, outlet, options, shownContent)
  const everything = [...content.articles, ...content.pages, ...Object.values(content.terms).flat()]
  problems.push(...everything.flatMap((compiled) => compiled.problems))
  if (content.articles.length === 0) problems.push({ ...noArticles(), file: `${shownContent}/articles/`, ...fileStart })
  problems.push(...checkReferences(content, taxonomies))

  const desk = new MediaDesk({ content: options.content, public: options.public, cache: options.mediaCache })
  problems.push(...(await prepareMedia(everything, desk, onProgress)))

  const site = buildSite(content, outlet, now, audience)
  const links = linkMap(content, outlet, now, audience)
  const assets = assetsOf(options.layouts)
  const frame: Frame = {
    site,
    media: desk.media,
    links,
    shell: {
      name: outlet.name,
      description: outlet.description,
      language: outlet.language,
      menu: outlet.menu,
      social: outlet.social,
      email: outlet.contact.email,
      year: yearOf(site),
      stylesheet: assets.stylesheet,
      script: assets.script,
      preview: audience === 'desk',
    },
  }
  const pages = pagesOf(frame)
  const list = [...pages, ...feedsOf(frame, pages), ...assets.outputs]
  const published = new Set([...site.articles, ...site.pages].map(({ path }) => path))
  for (const { terms } of site.taxonomies) for (const { path } of terms) if (path !== undefined) published.add(path)
  const copies = [
    ...publicFiles(options.public),
    ...desk.copies(everything.filter(({ file }) => published.has(file.path)).flatMap(mediaOf)),
  ]

  const claims = [
    ...list.map(({ url, source }): Claim => ({
      url,
      owner: source === undefined ? 'the press' : `${shownContent}/${source}`,
      file: source === undefined ? `${shownContent}/site.yml` : `${shownContent}/${source}`,
    })),
    ...copies.map(({ url }): Claim => ({ url, owner: `public${url}`, file: `public${url}` })),
  ]
  problems.push(...checkAddresses([...claimsOfUnpublished(content, outlet, published, shownContent), ...claims].reverse().sort(bySource)))
  problems.push(
    ...checkLinks(
      everything.flatMap(({ document, shown, file }) => (document === undefined ? [] : [{ shown, path: file.path, body: document.body }])),
      links,
      {
        addresses: new Set<string>(claims.map(({ url }) => url)),
        anchors: new Map([...site.articles, ...site.pages].map(({ address, body }) => [address, body.anchors])),
      },
    ),
  )

  const sorted = sortProblems(problems)
  if (sorted.some(({ severity }) => severity === 'error')) throw new ProblemsFound(sorted)
  const outputs = new Map(list.map((output) => [output.url, output]))
  return {
    site,
    outputs,
    copies,
    problems: sorted,
    render: async (url) => {
      const output = outputs.get(url)
      if (output === undefined) throw new Error(`nothing is to be published at ${url}`)
      try {
        return await renderOutput(output, (hash) => compiler.html(hash), options.overrides)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        throw new ProblemsFound([{ ...layoutFailed(output.layout, url, reason), file: `layouts/${output.layout}`, ...fileStart }])
      }
    },
  }
}

function shownFolder({ content, shownFrom }: PressOptions): string {
  const path = relative(shownFrom, content)
  return path === '' || path.startsWith('..') || path.startsWith(sep) ? basename(content) : path.split(sep).join('/')
}

function readOutlet({ content }: PressOptions, shownContent: string): { outlet: Outlet | undefined; found: Problem[] } {
  const path = join(content, 'site.yml')
  if (!existsSync(path)) return { outlet: undefined, found: [{ ...emptyContent(shownContent), file: shownContent, ...fileStart }] }
  const file = readText(path, `${shownContent}/site.yml`)
  if (file.messages.length > 0) return { outlet: undefined, found: problemsOf(file) }
  const frontMatter = readYaml(file, file.data.text ?? '')
  const parsed = frontMatter === undefined ? undefined : validate(file, frontMatter, outletSchema(), outletExamples)
  return { outlet: parsed === undefined ? undefined : toOutlet(parsed), found: problemsOf(file) }
}

const outletExamples = {
  name: 'name: Farfield News Service',
  agency: 'agency: FNS',
  url: 'url: https://example.org',
  description: 'description: News of what God is doing among the peoples of the Sahel.',
  timeZone: 'timeZone: America/Chicago',
  language: 'language: en',
  contact: 'contact: {email: desk@example.org}',
}

function compile(
  files: readonly ContentFile[],
  compiler: Compiler,
  { taxonomies }: Outlet,
  { content: folder, onProgress = () => {} }: PressOptions,
  shownContent: string,
): Content {
  const content: Content = { articles: [], pages: [], terms: Object.fromEntries(taxonomies.map(({ key }) => [key, []])) }
  for (const [index, file] of files.entries()) {
    const taxonomy = taxonomies.find(({ key }) => key === file.folder)
    if (taxonomy === undefined && file.folder !== 'articles' && file.folder !== 'pages') continue
    const bytes = readFileSync(join(folder, file.path))
    const shown = `${shownContent}/${file.path}`
    if (taxonomy !== undefined) content.terms[taxonomy.key]?.push(compiler.term(file, bytes, shown, taxonomy))
    else if (file.folder === 'articles') content.articles.push(compiler.article(file, bytes, shown))
    else content.pages.push(compiler.page(file, bytes, shown))
    onProgress('Reading', index + 1, files.length)
  }
  return content
}

/** Pages that stand by themselves have pictures in their text only. */
type Illustrated = Compiled<object>

/** The media that a file names, in front matter and text. */
function mediaOf({ document, file: { path } }: Illustrated): MediaReference[] {
  if (document === undefined) return []
  const { body } = document
  const front: { image?: Photo | undefined } = document.front
  return [
    ...(front.image === undefined ? [] : [{ kind: 'picture' as const, path, source: front.image.src }]),
    ...body.holes.flatMap((hole): MediaReference[] =>
      hole.kind === 'image' ? [{ kind: 'picture', path, source: hole.source }] : hole.kind === 'audio' ? [{ kind: 'recording', path, source: hole.source }] : [],
    ),
  ]
}

async function prepareMedia(everything: readonly Illustrated[], desk: MediaDesk, onProgress: NonNullable<PressOptions['onProgress']>): Promise<Problem[]> {
  const problems: Problem[] = []
  const illustrated = everything.filter((compiled) => mediaOf(compiled).length > 0)
  for (const [index, compiled] of illustrated.entries()) {
    for (const reference of mediaOf(compiled)) {
      const finding = await desk.prepare(reference)
      if (finding !== undefined) problems.push(placeMedium(compiled, reference.source, finding))
    }
    onProgress('Pictures', index + 1, illustrated.length)
  }
  return problems
}

function placeMedium({ document, shown }: Illustrated, source: string, finding: Finding): Problem {
  const hole = document?.body.holes.find((hole) => (hole.kind === 'image' || hole.kind === 'audio') && hole.source === source)
  if (hole !== undefined && 'line' in hole) return { ...finding, file: shown, start: { line: hole.line, column: hole.column } }
  return { ...finding, file: shown, ...(document?.places.image?.[0] ?? fileStart) }
}

/** Where everything stands that content may link to by its path, and what must not be linked. */
function linkMap(content: Content, outlet: Outlet, now: number, audience: Audience): LinkMap {
  const byPath = new Map<string, Address>()
  const unpublished = new Set<string>()
  const add = (path: string, address: Address, isPublished: boolean) => {
    if (isPublished || audience === 'desk') {
      byPath.set(path, address)
    } else {
      unpublished.add(path)
      unpublished.add(address)
    }
  }
  for (const article of content.articles) {
    if (article.document === undefined) continue
    add(article.file.path, articleAddress(outlet, article), publicationOf(article.document.front, now).state === 'published')
  }
  for (const page of content.pages) {
    if (page.document === undefined) continue
    add(page.file.path, pageAddress(page), publicationOfPage(page.document.front).state === 'published')
  }
  for (const taxonomy of outlet.taxonomies) {
    for (const { file } of content.terms[taxonomy.key] ?? []) add(file.path, termAddress(taxonomy, termId(taxonomy, file.slug)), true)
    byPath.set(taxonomy.key, indexAddress(taxonomy))
  }
  return { byPath, unpublished }
}

/** Stories that are not published yet claim their addresses too: a clash must be told before the day of publication. */
function claimsOfUnpublished(content: Content, outlet: Outlet, published: ReadonlySet<string>, shownContent: string): Claim[] {
  return content.articles.flatMap((article) => {
    if (article.document === undefined || published.has(article.file.path) || article.document.front.status === 'withdrawn') return []
    const shown = `${shownContent}/${article.file.path}`
    return [{ url: articleAddress(outlet, article), owner: shown, file: shown }]
  })
}

/** What the press itself makes comes first, so that the writer's file is the one that is in the way. */
function bySource(a: Claim, b: Claim): number {
  const rank = ({ owner }: Claim) => (owner === 'the press' ? 0 : owner.startsWith('public/') ? 1 : 2)
  return rank(a) - rank(b) || (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0)
}

/** The files of public/, links to other places left out. */
function publicFiles(folder: string): Copy[] {
  if (!existsSync(folder)) return []
  const walk = (path: string): Copy[] =>
    readdirSync(join(folder, path), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const inside = path === '' ? entry.name : `${path}/${entry.name}`
        if (entry.isDirectory()) return walk(inside)
        return entry.isFile() && entry.name !== '.gitkeep' ? [{ url: `/${inside}` as Address, from: join(folder, inside) }] : []
      })
  return walk('')
}

/** The year of the newest story: a footer that changed at midnight on New Year's Eve would change every page. */
function yearOf({ articles, today }: Site): string {
  return (articles[0]?.front.date.day ?? today).slice(0, 4)
}

