import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuildCache, BuildOptions, OpenBuild } from '../builder/build.ts'
import { markIncomplete } from '../builder/output-manifest.ts'
import { Compiler } from '../compile/compiler.ts'
import type { CompiledFile } from '../compile/document.ts'
import { contentDisplayPath } from '../content/display-path.ts'
import { blobId } from '../content/file-hashes.ts'
import { sourceFile } from '../content/source-file.ts'
import type { Article } from '../newsroom/article.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { replaceArticle } from '../pages/article.ts'
import { articleSlug } from '../site/content-addresses.ts'
import { articlePublication } from '../site/publication.ts'
import type { SiteArticle } from '../site/site.ts'

/**
 * A proof: the page of the story that was just saved, with the last edition around it. The desk sees it at once, however many stories
 * there are; the edition that follows puts everything in order.
 */
export class QuickRebuild implements OpenBuild {
  readonly outputs: readonly UrlPath[]
  readonly staging: string

  private constructor(
    url: UrlPath,
    private readonly text: string,
    out: string,
  ) {
    this.outputs = [url]
    this.staging = out
  }

  /**
   * @param path the file that was saved, below the content folder
   * @returns undefined where it is no story of the last edition, or more of it has changed than what its own page shows
   */
  static async open(path: string, options: BuildOptions, archive: BuildCache): Promise<QuickRebuild | undefined> {
    const { last } = archive
    if (last === undefined || !path.startsWith('articles/')) return undefined
    const before = last.press.site.articles.find((article) => article.path === path)
    if (before === undefined) return undefined
    const { content, cwd, now, out } = options
    const file = join(content, path)
    if (!existsSync(file)) return undefined
    const id = blobId(readFileSync(file))
    const shown = contentDisplayPath(content, cwd)
    const compiler = await Compiler.create(last.press.site.outlet, archive.cache)
    const compiled = compiler.compile(sourceFile(content, shown, path, id)) as CompiledFile<Article>
    const after = versionOf(before, compiled, now)
    const planned = last.press.outputs.get(before.address)
    const page = after && planned && replaceArticle(planned, after)
    if (page === undefined) return undefined
    // Where it cannot be laid out, the edition says why.
    const text = await last.press.renderOutput(page).catch(() => undefined)
    if (text === undefined) return undefined
    // What stands in the folder is no edition until the next is there.
    markIncomplete(out)
    last.ledger.delete(page.url)
    return new QuickRebuild(page.url, text, out)
  }

  async render(): Promise<Buffer> {
    return Buffer.from(this.text)
  }

  close(): undefined {}
}

/** A story as it was just saved; undefined where pages besides its own decide what is shown of it, or where something is wrong. */
function versionOf(before: SiteArticle, compiled: CompiledFile<Article>, now: number): SiteArticle | undefined {
  const { document, problems } = compiled
  if (document === undefined || problems.length > 0 || articleSlug(compiled) !== before.slug) return undefined
  const { front, body, fingerprints } = document
  const same = (['terms', 'language', 'translationOf', 'answers'] as const).every(
    (key) => JSON.stringify(front[key]) === JSON.stringify(before.front[key]),
  )
  return same ? { ...before, front, body, fingerprints, publication: articlePublication(front, now) } : undefined
}
