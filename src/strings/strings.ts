import { en } from './en.ts'

/** What every language of the interface must hold: the shape of English, with other words. */
export type Strings = Widen<typeof en>

type Widen<T> = T extends string
  ? string
  : T extends (...words: infer Words) => string
    ? (...words: Words) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> }

const languages: Record<string, Strings> = { en }

/** The interface in a language; English where that language has no file yet. */
export function strings(language: string): Strings {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? en
}
