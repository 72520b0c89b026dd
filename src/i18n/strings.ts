import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

/** What every language of the interface must hold: the shape of English, with other words. One that lacks a word does not compile. */
export type Strings = Widen<typeof en>

type Widen<T> = T extends string
  ? string
  : T extends (...words: infer Words) => string
    ? (...words: Words) => string
    : { readonly [Key in keyof T]: Widen<T[Key]> }

const languages: Readonly<Record<string, Strings>> = { ar, en, es, fr }

/** The languages that the interface speaks. */
export const interfaceLanguages = Object.keys(languages)

/** The interface in a language; English where that language has no file yet. */
export function strings(language: string): Strings {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? en
}

/** The language of what stands around a text: the text's own where the interface speaks it, else another one. */
export function interfaceLanguage(language: string, otherwise: string): string {
  return language in languages || (language.split('-')[0] ?? '') in languages ? language : otherwise
}
