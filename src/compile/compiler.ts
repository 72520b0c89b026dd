import type { VFile } from 'vfile'
import type { Cache } from '../cache/cache.ts'
import { verifyBlobHash } from '../content/blob-hash.ts'
import type { FrontMatter } from '../content/front-matter.ts'
import { decodeText } from '../content/read-text.ts'
import type { SourceFile } from '../content/source-file.ts'
import { isUnreadableError } from '../content/unreadable-error.ts'
import { salvage, validate } from '../content/validate.ts'
import { fingerprint } from '../fingerprint/hash.ts'
import { compileBody } from '../markdown/compile-body.ts'
import { createPipeline, type Pipeline } from '../markdown/pipeline.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { slugify } from '../newsroom/slug.ts'
import { badFileName, fileUnreadable } from '../problems/catalogue/files.ts'
import { type EncodedPlaces, encodePlaces } from '../problems/place.ts'
import { fileProblems, fileStart, type Place, raise } from '../problems/problem.ts'
import type { CompiledFile, Document } from './document.ts'
import { DocumentCache } from './document-cache.ts'
import type { ContentKind } from './kinds/content-kind.ts'
import { createKind } from './kinds/kinds.ts'

/** Compiles files of content. Each result is cached under the hash of the file's bytes, so each is compiled once. */
export class Compiler {
  private readonly documents: DocumentCache
  /** The kinds of content by their folder, each created when its first file is compiled. */
  private readonly kinds = new Map<string, ContentKind | undefined>()

  constructor(
    private readonly outlet: Outlet,
    cache: Cache,
    private readonly pipeline: Pipeline,
  ) {
    this.documents = new DocumentCache(outlet, cache)
  }

  /** Creates a compiler, and the pipeline that it runs texts through. */
  static async create(outlet: Outlet, cache: Cache): Promise<Compiler> {
    return new Compiler(outlet, cache, await createPipeline(outlet))
  }

  /** Compiles a file, or takes it from the cache; undefined for a file in a folder that no kind of content has. */
  compile(file: SourceFile): CompiledFile<unknown> | undefined {
    const kind = this.kind(file.folder)
    if (kind === undefined) return undefined
    const cached = this.documents.get(file)
    if (cached !== undefined) return cached
    let bytes: Buffer
    try {
      bytes = file.bytes()
    } catch (error) {
      if (!isUnreadableError(error)) throw error
      return { file, document: undefined, problems: [{ ...fileUnreadable(), file: file.displayPath, ...fileStart }] }
    }
    // The file may have changed since the scan.
    const hash = verifyBlobHash(bytes, file.hash)
    const text = decodeText(bytes, file.displayPath)
    const compiled = this.compileText(text, file, kind, this.documents.fingerprint(file, hash))
    const result = { file, document: compiled?.document, problems: fileProblems(text) }
    this.documents.put(result, hash, compiled?.html)
    // Decoded from the cache like all others: loops over tens of thousands of documents are fast if all have one shape.
    return this.documents.get(file, hash) ?? result
  }

  private kind(folder: string): ContentKind | undefined {
    if (!this.kinds.has(folder)) this.kinds.set(folder, createKind(folder, this.outlet))
    return this.kinds.get(folder)
  }

  private compileText(
    file: VFile,
    { slug }: SourceFile,
    kind: ContentKind,
    documentFingerprint: string,
  ): { document: Document<unknown>; html: string } | undefined {
    if (!kind.isName(slug)) raise(file, badFileName(slug, slugify(slug)), undefined)
    if (file.messages.length > 0 && file.data.text === '') return undefined
    const parsed = kind.parse(file, file.data.text ?? '')
    if (parsed === undefined) return undefined
    const { frontMatter } = parsed
    const values = validate(file, frontMatter, kind.schema) ?? salvage(kind.schema, frontMatter.data)
    const front = kind.toFront(values, file, frontMatter)
    const compiled = compileBody(this.pipeline, file, parsed.body, kind.bodyOptions(values, frontMatter))
    if (compiled === undefined) return undefined
    const { html, ...body } = compiled
    kind.check?.(values, body, html, file, frontMatter)
    const teaser = fingerprint(JSON.stringify([front, body.excerpt, body.dateline]))
    return {
      document: {
        front,
        body,
        fingerprints: { document: documentFingerprint, teaser },
        places: findPlaces(frontMatter),
      },
      html,
    }
  }
}

/** Finds the place of each key, of each item of a list and of each key within a key. */
function findPlaces({ data, place }: FrontMatter): EncodedPlaces {
  const places: [string, Place[]][] = []
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value)) {
      places.push([key, value.map((_, index) => place([key, index]))])
      continue
    }
    places.push([key, [place([key])]])
    for (const inner of value !== null && typeof value === 'object' ? Object.keys(value) : []) {
      places.push([`${key}.${inner}`, [place([key, inner])]])
    }
  }
  return encodePlaces(places)
}
