import type { SourceFile } from '../content/source-file.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { EncodedPlaces } from '../problems/place.ts'
import type { Problem } from '../problems/problem.ts'

/** The result of compiling a file of content, whatever its kind. */
export interface CompiledFile<Front> {
  file: SourceFile
  /** Undefined if the file cannot be read. If it has other errors, its valid parts, so that the rest can be checked. */
  document: Document<Front> | undefined
  problems: readonly Problem[]
}

/** The parts of a compiled file that do not depend on the machine. */
export type CompileResult<Front> = Pick<CompiledFile<Front>, 'document' | 'problems'>

/** A compiled file of content. Its HTML is not part of it: pages fetch that by its hash when they are written. */
export interface Document<Front> {
  front: Front
  body: CompiledBody
  fingerprints: {
    /** Of the front matter and the text. */
    document: string
    /** Of the front matter and of what other pages show of the text. */
    teaser: string
  }
  /** The places of references that only the whole site can check, by the key or the key within a key (`image.src`). */
  places: EncodedPlaces
}
