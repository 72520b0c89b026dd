import { direction } from './language.ts'

/** The `lang` attribute of text on a page in another language; undefined where both languages are the same. */
export const langAttribute = (language: string, pageLanguage: string): string | undefined =>
  language === pageLanguage ? undefined : language

/** The `dir` attribute of text on a page in another language; undefined where both are written in the same direction. */
export const dirAttribute = (language: string, pageLanguage: string): 'ltr' | 'rtl' | undefined =>
  direction(language) === direction(pageLanguage) ? undefined : direction(language)

/** The attributes of the outlet's own words, which stay in its language, on a page in another language. */
export const langAttributes = (language: string, pageLanguage: string): { lang?: string; dir?: 'ltr' | 'rtl' } =>
  language === pageLanguage ? {} : { lang: language, dir: direction(language) }
