import type { UrlPath } from '../newsroom/url-path.ts'

/** A file that the site publishes byte for byte: a picture, a recording, an asset, a file of public/. */
export interface StaticFile {
  url: UrlPath
  /** Its path on disk. */
  from: string
  /** The path of the file that it comes from, for problem messages; that of a file of public/ if left out. */
  source?: string | undefined
  /** The expected hash of its bytes, for a file of the cache, which may be damaged: the copy is checked against it. */
  hash?: string | undefined
  /** The hash of its bytes where it was computed already, for a file that is not ours to check. */
  knownHash?: string | undefined
}
