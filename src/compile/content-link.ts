import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { Place } from '../problems/problem.ts'

/** A link in the content, as its writer typed it. */
export interface ContentLink {
  target: string
  /** The file's path as problems name it. */
  displayPath: string
  /** The file's path below content/, which relative links start from. */
  path: string
  /** Returns where the link stands: lazy, because few links are dead. */
  place(): Place
  /** The text that holds the link. */
  text: LinkingText
}

/** A text, reduced to the ids that links can lead to. */
type LinkingText = Pick<CompiledBody, 'anchors'>
