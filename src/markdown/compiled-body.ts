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
  /** The requests to readers in blocks of the text. */
  actions: readonly Action[]
  /** True if names in the text are changed. */
  namesChanged: boolean
  /** The number of words of an article. */
  words: number
}

/** The options of a text, from its front matter, and the facts that steps of the pipeline gather. */
export interface BodyData {
  /** The language of the text. */
  language: string
  /** The language of the strings that the pipeline adds to the text. */
  uiLanguage: string
  dateline?: Dateline | undefined
  /** The pseudonyms that front matter lists, with their places. */
  pseudonyms: { name: string; line: number; column: number }[]
  /** The day of the article, as YYYY-MM-DD. */
  day?: string | undefined
  /** True for articles: only they have datelines and notes on names. */
  isArticle: boolean
  anchors: string[]
  placeholders: Placeholder[]
  actions: Action[]
  excerpt: string
  namesChanged: boolean
  words: number
}

/** The options that change how a text is compiled. */
export type BodyOptions = Pick<BodyData, 'language' | 'uiLanguage' | 'dateline' | 'pseudonyms' | 'day' | 'isArticle'>

/** The data of a text before the first step, with nothing gathered. */
export function createBodyData(options: BodyOptions): BodyData {
  return { ...options, anchors: [], placeholders: [], actions: [], excerpt: '', namesChanged: false, words: 0 }
}

declare module 'vfile' {
  interface DataMap {
    /** The text of the file as typed, with `\n` as line ends. */
    text: string
    body: BodyData
  }
}
