import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The location of a file of content, and what follows from it. */
export interface ContentPath {
  /** The path below the content folder, with slashes, such as `articles/2026/bamako-floods.md`. */
  path: string
  /** The top folder, such as `articles`; empty for a file beside site.yml. */
  folder: string
  /** The file's name, or its folder's where the file is index.md: addresses are made of it. */
  slug: string
}

/** A file of content that is compiled. */
export interface SourceFile extends ContentPath {
  /** Git's hash of the bytes, as they were when the content was scanned. */
  hash: string
  /** The path that problems name. */
  displayPath: string
  /**
   * Reads the file. Only a file that is not in the cache under its hash is read.
   *
   * @throws the file system's error if the file cannot be read
   */
  bytes(): Buffer
}

/** A source file on disk. A class, because archives have tens of thousands of them. */
class FileOnDisk implements SourceFile {
  readonly folder: string
  readonly slug: string

  constructor(
    private readonly content: string,
    readonly path: string,
    readonly hash: string,
    readonly displayPath: string,
  ) {
    const { folder, slug } = parseContentPath(path)
    this.folder = folder
    this.slug = slug
  }

  bytes(): Buffer {
    return readFileSync(join(this.content, this.path))
  }
}

/**
 * Returns the source file at a path.
 *
 * @param content the content folder
 * @param contentDisplayPath the content folder as problems name it
 * @param path the path below the content folder
 * @param hash git's hash of the file's bytes
 */
export function sourceFile(content: string, contentDisplayPath: string, path: string, hash: string): SourceFile {
  return new FileOnDisk(content, path, hash, `${contentDisplayPath}/${path}`)
}

/** Derives the folder and the slug of a file from its path below the content folder. */
export function parseContentPath(path: string): ContentPath {
  const start = path.lastIndexOf('/') + 1
  const dot = path.lastIndexOf('.')
  const name = path.slice(start, dot >= start && dot < path.length - 1 ? dot : undefined)
  const folder = path.slice(0, Math.max(0, path.indexOf('/')))
  // An index is called after its folder, except in a top folder.
  const slug =
    name === 'index' && start - 1 > folder.length ? path.slice(path.lastIndexOf('/', start - 2) + 1, start - 1) : name
  return { path, folder, slug: slug.normalize('NFC') }
}

/** True for a file that holds readers' replies: YAML directly in `replies/`. */
export function isRepliesFile({ folder, path }: ContentPath): boolean {
  return folder === 'replies' && /\.ya?ml$/i.test(path) && path.split('/').length === 2
}
