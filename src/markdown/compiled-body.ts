import type { Action } from '../newsroom/action.ts'
import type { Dateline } from '../newsroom/dateline.ts'
import type { Placeholder } from './placeholder.ts'

/** A compiled text, and what pages and checks need to know of it. Its HTML is kept apart, under its hash. */
export interface CompiledBody {
  /** The hash of the HTML with its placeholders. */
  hash: string
  placeholders: readonly Placeholder[]
  /** The placeholders whose content depends on other files or on the day. */
  deferredPlaceholders: readonly Placeholder[]
  /** The ids that links can lead to. */
  anchors: readonly string[]
  /** The beginning of the text, without the dateline and asterisks, for lists if an article has no summary. */
  excerpt: string
  dateline?: Dateline | undefined
  /** The requests made in blocks of the text. */
  actions: readonly Action[]
  /** True if names in the text are changed. */
  namesChanged: boolean
  /** The number of words of an article. */
  words: number
}

/** What front matter tells the pipeline, and what the transforms gather on the way. */
export interface BodyData {
  /** The language of the text. */
  language: string
  /** The language of the words that the press adds to it. */
  uiLanguage: string
  dateline?: Dateline | undefined
  /** The names that front matter lists as changed, with their places. */
  pseudonyms: { name: string; line: number; column: number }[]
  /** The day of the story, as YYYY-MM-DD. */
  day?: string | undefined
  /** Whether this is a story: only stories have datelines and notes on names. */
  isArticle: boolean
  anchors: string[]
  placeholders: Placeholder[]
  actions: Action[]
  excerpt: string
  namesChanged: boolean
  words: number
}

/** What front matter says that changes how a text is compiled. */
export type BodyOptions = Pick<BodyData, 'language' | 'uiLanguage' | 'dateline' | 'pseudonyms' | 'day' | 'isArticle'>

/** What the pipeline begins with: nothing is gathered yet. */
export function createBodyData(options: BodyOptions): BodyData {
  return { ...options, anchors: [], placeholders: [], actions: [], excerpt: '', namesChanged: false, words: 0 }
}

declare module 'vfile' {
  interface DataMap {
    /** The text of the file as the writer typed it, with `\n` as line ends. */
    text: string
    body: BodyData
  }
}
