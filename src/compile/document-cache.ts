import type { Cache } from '../cache/cache.ts'
import type { Entry } from '../cache/entry.ts'
import type { ContentPath, SourceFile } from '../content/source-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Problem } from '../problems/problem.ts'
import { ArticleCodec } from './article-codec.ts'
import type { CompiledFile, CompileResult } from './document.ts'

/** Compiled documents, under everything that they were compiled from. Needs none of the code that compiles. */
export class DocumentCache {
  private readonly options: string
  private readonly articles: ArticleCodec

  constructor(
    { agency, language, url, timeZone, taxonomies }: Outlet,
    private readonly cache: Cache,
  ) {
    this.articles = new ArticleCodec({ agency, timeZone, taxonomies })
    this.options = hash128(JSON.stringify({ agency, language, url, timeZone, taxonomies }))
  }

  /** Returns the compiled file; undefined if these bytes were not compiled yet. */
  get(file: SourceFile, hash = file.hash): CompiledFile<unknown> | undefined {
    const entry = this.cache.get(this.cacheKey(file, hash))
    if (entry === undefined) return undefined
    const { document, problems } = isArticle(file)
      ? this.articles.decode(entry)
      : (entry.first as CompileResult<unknown>)
    return { file, document, problems: atDisplayPath(file.displayPath, problems) }
  }

  /** Caches a compiled file and its HTML under the hash of the bytes that it was compiled from. */
  put({ file, document, problems }: CompiledFile<unknown>, hash: string, html: string | undefined): void {
    // The display path is left out: the next machine may have another.
    const result = { document, problems: atDisplayPath('', problems) }
    const entry: Entry = isArticle(file)
      ? this.articles.encode(result as CompileResult<Article>)
      : { first: result, rest: () => undefined }
    const body = document === undefined || html === undefined ? undefined : { hash: document.body.hash, html }
    this.cache.put(this.cacheKey(file, hash), entry, body)
  }

  /** The fingerprint of a document: of everything that its entry depends on except the name of the file. */
  fingerprint({ folder }: ContentPath, hash: string): string {
    return hash128(`${folder}\0${this.options}\0${hash}`)
  }

  /** The key of an entry: the outlet's options, the bytes, and the path, whose folder decides the schema. */
  private cacheKey({ path }: ContentPath, hash: string): string {
    return `${this.options}/${hash}/${path}`
  }
}

/** Sets the path that problems name. */
const atDisplayPath = (displayPath: string, problems: readonly Problem[]) =>
  problems.length === 0 ? problems : problems.map((problem) => ({ ...problem, file: displayPath }))

const isArticle = ({ folder }: ContentPath) => folder === 'articles'
