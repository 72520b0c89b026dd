import type { Medium } from '../site/medium.ts'
import type { StaticFile } from '../site/static-file.ts'

/** A medium, and the files to publish for it. */
export interface PreparedMedium extends Medium {
  files: StaticFile[]
}
