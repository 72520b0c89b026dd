import type { layouts } from '../../layouts/layouts.ts'
import type { feeds } from '../feeds/feeds.ts'
import type { Address } from '../newsroom/address.ts'

type Layouts = typeof layouts
type Feeds = typeof feeds

/**
 * Something that is published: where it stands, what lays it out, and everything that may be seen of it.
 *
 * A layout gets the props and nothing else, so that the hash of the props says whether the output has changed.
 *
 * Where outputs are many, `props` is a getter: a site of 50,000 stories would not hold all of them at once.
 */
export type Output =
  | {
      [Name in keyof Layouts]: {
        url: Address
        layout: Name
        props: Parameters<Layouts[Name]>[0]
        source?: string | undefined
      }
    }[keyof Layouts]
  | {
      [Name in keyof Feeds]: {
        url: Address
        layout: Name
        props: Parameters<Feeds[Name]>[0]
        source?: string | undefined
      }
    }[keyof Feeds]

/** A file that is published as it is. */
export interface Copy {
  url: Address
  /** Where its bytes are on disk. */
  from: string
  /** The hash of its bytes, where it is a file of ours that may have been damaged. */
  hash?: string | undefined
}
