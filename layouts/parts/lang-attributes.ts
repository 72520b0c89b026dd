import { direction } from '../../src/newsroom/language.ts'

/** Marks what the outlet says of itself and of its partners, which stays in its language on pages in another. */
export function langAttributes(
  { language }: { language: string },
  page: string,
): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return page === language ? {} : { lang: language, dir: direction(language) }
}
