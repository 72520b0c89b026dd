import { ar } from './ar.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { InterfaceStrings } from './interface-strings.ts'

const languages: Readonly<Record<string, InterfaceStrings>> = { ar, en, es, fr }

/** The languages that have interface strings. */
export const interfaceLanguages = Object.keys(languages)

/** Returns the interface strings of a language, or those of English. */
export function findStrings(language: string): InterfaceStrings {
  return languages[language] ?? languages[language.split('-')[0] ?? ''] ?? en
}

/** Returns the language of the interface on the page of a text: the text's own if it has interface strings, else `fallback`. */
export function interfaceLanguage(language: string, fallback: string): string {
  return language in languages || (language.split('-')[0] ?? '') in languages ? language : fallback
}
