import type { Content } from '../compile/compile-content.ts'
import type { ContentLink } from '../compile/content-link.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { ChangedFile } from '../content/changed-files.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Output } from '../pages/output.ts'
import type { Palettes } from '../pages/palettes.ts'
import { type EncodedPlaces, placeAt } from '../problems/place.ts'
import { type Finding, fileStart, type Problem } from '../problems/problem.ts'
import type { CustomFile } from '../site/custom-file.ts'
import type { FindMediaItem } from '../site/media-item.ts'
import type { LinkMap } from '../site/resolve-link.ts'
import type { Site } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'

/** The data of a check of the content: every file, published or not. */
export interface ContentContext {
  content: Content
  /** All files of the content in one list. */
  contentFiles: readonly CompiledFile<unknown>[]
  outlet: Outlet
  /** The links of site.yml. */
  outletLinks: readonly ContentLink[]
  /** The places of the theme's keys in site.yml. */
  themePlaces: EncodedPlaces
  /** The colors of the style sheets, without those of the theme. */
  defaultPalettes: Palettes
  /** The day of the build in the outlet's time zone, as YYYY-MM-DD. */
  today: string
  /** Finds a picture or recording by the path of the file that names it. */
  findMediaItem: FindMediaItem
  /** The content folder as problems name it. */
  contentDisplayPath: string
  /** Returns the path of a file in which a check may keep facts between builds, absolute. */
  cacheFile(name: string): string
}

/** The data of a check of the site: the content, and what is published of it. */
export interface SiteContext extends ContentContext {
  site: Site
  links: LinkMap
  /** The pages, feeds and other files that the site generates. */
  outputs: readonly Output[]
  staticFiles: readonly StaticFile[]
  /** The pages that templates rendered. */
  customPages: readonly CustomFile[]
  /** The files of public/ and those that the outlet adds by code. */
  files: readonly StaticFile[]
  /** The URLs of `outputs`, then those of `staticFiles`. */
  urls: readonly UrlPath[]
  /** The files of articles, pages and terms that are published, by their path below content/. */
  publishedPaths: ReadonlySet<string>
}

/** The data of a check of the history: only `lampstand check` runs these, as builds do not need git. */
interface HistoryContext {
  /** The Markdown files that differ from an earlier commit. */
  changedFiles: readonly ChangedFile[]
  /** The content folder as problems name it. */
  contentDisplayPath: string
}

interface Contexts {
  content: ContentContext
  site: SiteContext
  history: HistoryContext
}

type Stage = keyof Contexts

interface CheckOf<S extends Stage> {
  /** The name of its file. */
  name: string
  /** What the rule demands, in a sentence for the docs. */
  rule: string
  /** The data that the check needs: it runs as soon as that exists. */
  stage: S
  run(context: Contexts[S]): Problem[] | Promise<Problem[]>
}

/** A rule that no file can be checked against alone. */
export type Check = { [S in Stage]: CheckOf<S> }[Stage]

/** Defines a check; src/checks/checks.ts lists those that run. */
export function defineCheck<S extends Stage>(check: CheckOf<S>): CheckOf<S> {
  return check
}

/** Runs the checks of a stage, one after another. */
export async function runChecks<S extends Stage>(
  checks: readonly Check[],
  stage: S,
  context: Contexts[S],
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const check of checks as readonly CheckOf<S>[]) {
    if (check.stage === stage) problems.push(...(await check.run(context)))
  }
  return problems
}

/**
 * Places a finding in a content file: at a key of its front matter, at an item of that key's list, or at the start of
 * the file.
 */
export function problemIn(
  { file, document }: Pick<CompiledFile<unknown>, 'file' | 'document'>,
  finding: Finding,
  key?: string,
  index?: number,
): Problem {
  const place = key === undefined ? fileStart : placeAt(document?.places, key, index)
  return { ...finding, file: file.displayPath, ...place }
}
