import type { Problem } from '../problems/problem.ts'
import type { StaticFile } from './static-file.ts'

/** A file that an outlet adds to its site by code: a passthrough copy of `.eleventy.ts`. */
export interface CustomFile extends StaticFile {
  /** The path of the file that it comes from, for problem messages. */
  source: string
}

/** The custom files of a site, and what is wrong with them. */
export interface CustomFiles {
  files: readonly CustomFile[]
  problems: readonly Problem[]
}

/** Makes the custom files of a site. */
export type CustomFileSource = () => Promise<CustomFiles>
