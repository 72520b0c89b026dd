import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildCache } from '../builder/build-cache.ts'
import type { BuildOptions } from '../builder/build-options.ts'
import type { OpenBuild } from '../builder/builder.ts'
import { markIncomplete } from '../builder/output-manifest.ts'
import { Compiler } from '../compile/compiler.ts'
import type { CompiledFile } from '../compile/document.ts'
import { blobHash } from '../content/blob-hash.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import { sourceFile } from '../content/source-file.ts'
import type { Article } from '../newsroom/article.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { replaceArticle } from '../pages/article.ts'
import { articleSlug } from '../site/content-addresses.ts'
import { articlePublication } from '../site/publication.ts'
import type { SiteArticle } from '../site/site.ts'

/**
 * A rebuild of one page: that of the story that was just saved, surrounded by the last full build. It shows at once,
 * however many stories there are; a full build follows and updates the other pages.
 */
export class QuickRebuild implements OpenBuild {
  readonly outputs: readonly UrlPath[]
  readonly staging: string

  private constructor(
    url: UrlPath,
    private readonly html: string,
    out: string,
  ) {
    this.outputs = [url]
    this.staging = out
  }

  /**
   * Compiles a saved story and renders its page.
   *
   * @param path the path of the saved file, below the content folder
   * @returns undefined if the file is no story of the last build, or its change shows on other pages than its own
   */
  static async open(path: string, options: BuildOptions, cache: BuildCache): Promise<QuickRebuild | undefined> {
    const { last } = cache
    if (last === undefined || !path.startsWith('articles/')) return undefined
    const { site, outputs, renderOutput } = last.prepared
    const previous = site.articles.find((article) => article.path === path)
    if (previous === undefined) return undefined
    const { content, cwd, now, out } = options
    const file = join(content, path)
    if (!existsSync(file)) return undefined
    const id = blobHash(readFileSync(file))
    const source = sourceFile(content, contentDisplayPath(content, cwd), path, id)
    const compiler = await Compiler.create(site.outlet, cache.documents)
    const article = updateArticle(previous, compiler.compile(source) as CompiledFile<Article>, now)
    const output = outputs.get(previous.address)
    const page = article && output && replaceArticle(output, article)
    if (page === undefined) return undefined
    // The full build reports why a page cannot be rendered.
    const html = await renderOutput(page).catch(() => undefined)
    if (html === undefined) return undefined
    // The site is complete again after the full build, which must render this page whatever its fingerprint is then.
    markIncomplete(out)
    last.manifest.set(page.url, unknownEntry)
    return new QuickRebuild(page.url, html, out)
  }

  async render(): Promise<Buffer> {
    return Buffer.from(this.html)
  }

  close(): undefined {}
}

/** The manifest entry of a file with unknown contents: no output has this fingerprint. */
const unknownEntry = ['', 0] as const

/** Returns the article with the saved text; undefined if the file has problems, or its change shows on other pages. */
function updateArticle(previous: SiteArticle, compiled: CompiledFile<Article>, now: number): SiteArticle | undefined {
  const { document, problems } = compiled
  if (document === undefined || problems.length > 0 || articleSlug(compiled) !== previous.slug) return undefined
  const { front, body, fingerprints } = document
  const isSame = (['terms', 'language', 'translationOf', 'answers'] as const).every(
    (key) => JSON.stringify(front[key]) === JSON.stringify(previous.front[key]),
  )
  return isSame ? { ...previous, front, body, fingerprints, publication: articlePublication(front, now) } : undefined
}
