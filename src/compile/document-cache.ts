import type { Body, Cache, Entry } from '../cache/cache.ts'
import type { ContentFile } from '../content/content-files.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Problem } from '../problems/problem.ts'
import { decodeArticle, encodeArticle } from './article-codec.ts'
import type { Compiled, Source } from './compiler.ts'

/** What was made of a file. */
export type CompileResult<Front> = Pick<Compiled<Front>, 'document' | 'problems'>

/** What files were compiled to, under all that it was compiled from. It takes none of the code that compiles. */
export class DocumentCache {
  private readonly options: string

  constructor(
    { agency, language, url, timeZone, taxonomies }: Outlet,
    private readonly cache: Cache,
  ) {
    this.options = hash128(JSON.stringify({ agency, language, url, timeZone, taxonomies }))
  }

  /** What a file was compiled to; undefined where it was not, or is not what it was. */
  get<Front>(file: ContentFile, { id, displayPath }: Source): Compiled<Front> | undefined {
    const entry = this.cache.get(this.cacheKey(file, id))
    if (entry === undefined) return undefined
    const { document, problems } = isArticle(file) ? decodeArticle(entry) : (entry.first as CompileResult<never>)
    return { document, problems: atDisplayPath(displayPath, problems), displayPath, file } as Compiled<Front>
  }

  /** Keeps what a file was compiled to. */
  put<Front>(
    file: ContentFile,
    { id }: Source,
    { document, problems }: CompileResult<Front>,
    body: Body | undefined,
  ): void {
    // Whoever recalls it may call the file another path: that of this machine is nobody else's.
    const made = { document, problems: atDisplayPath('', problems) }
    const entry: Entry = isArticle(file)
      ? encodeArticle(made as CompileResult<Article>)
      : { first: made, rest: () => undefined }
    this.cache.put(this.cacheKey(file, id), entry, body)
  }

  /** What a document depends on: all that its entry does, but for the name of the file. */
  documentFingerprint({ folder }: ContentFile, id: string): string {
    return hash128(`${folder}\0${this.options}\0${id}`)
  }

  /** What an entry depends on: which schema its folder has, the outlet, the path below the content folder, and the bytes. */
  private cacheKey({ path }: ContentFile, id: string): string {
    return `${this.options}/${id}/${path}`
  }
}

/** The problems of a file, said of the path that it is known by. */
const atDisplayPath = (shown: string, problems: readonly Problem[]) =>
  problems.length === 0 ? problems : problems.map((problem) => ({ ...problem, file: shown }))

const isArticle = ({ folder }: ContentFile) => folder === 'articles'
