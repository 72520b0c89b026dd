import type { VFile } from 'vfile'
import { splitFrontMatter } from '../../content/front-matter.ts'
import type { CompiledBody } from '../../markdown/compiled-body.ts'
import { type Article, articleSchema, firstDay, toArticle } from '../../newsroom/article.ts'
import { findCountry } from '../../newsroom/country.ts'
import type { Outlet } from '../../newsroom/outlet.ts'
import { isSlug } from '../../newsroom/slug.ts'
import { actionOverAtPublication, updatedBeforeDate } from '../../problems/catalogue/dates.ts'
import { bylineAndAuthors, bylineMissing, datelineCountryDiffers } from '../../problems/catalogue/names.ts'
import { fileStart, type Place, raise } from '../../problems/problem.ts'
import { raiseMissingText } from '../missing-text.ts'
import { bodyLanguages, type ContentKind } from './content-kind.ts'

type ArticleSchema = ReturnType<typeof articleSchema>

/** Files of articles/. */
export const articleKind = (outlet: Outlet): ContentKind<ArticleSchema, Article> => ({
  schema: articleSchema(outlet),
  isName: isSlug,
  parse: splitFrontMatter,
  toFront: (values, file, { data, place, placeOfKey }) => {
    const article = toArticle(values, outlet.taxonomies)
    if (values.byline === 'withheld' && values.authors.length > 0) {
      raise(file, bylineAndAuthors(), placeOfKey(['authors']))
    }
    if (values.byline === undefined && data.authors === undefined) raise(file, bylineMissing(), fileStart)
    if (values.updated !== undefined && values.updated.day < values.date.day) {
      raise(file, updatedBeforeDate(values.updated.day, values.date.day), place(['updated']))
    }
    const first = firstDay(values, outlet.timeZone)
    for (const [index, { until }] of values.actions.entries()) {
      if (until !== undefined && until < first) {
        raise(file, actionOverAtPublication(until, first), place(['actions', index, 'until']))
      }
    }
    return article
  },
  bodyOptions: (values, { place }) => ({
    ...bodyLanguages(values.language, outlet),
    dateline: values.dateline,
    day: firstDay(values, outlet.timeZone),
    pseudonyms: values.pseudonyms.map((name, index) => ({ name, ...place(['pseudonyms', index]).start })),
    isArticle: true,
  }),
  check: (values, body, html, file, frontMatter) => {
    if (values.audio === undefined) raiseMissingText(file, values.status, html)
    const countries = values.countries.map(({ word }) => word)
    checkDatelineCountry(countries, body, file, () =>
      values.dateline === undefined ? firstTextPlace(file) : frontMatter.place(['dateline']),
    )
  },
})

/** Raises a dateline that names countries, none of which the article is filed under. */
function checkDatelineCountry(
  countries: readonly string[],
  { dateline }: CompiledBody,
  file: VFile,
  place: () => Place,
): void {
  if (dateline === undefined || countries.length === 0) return
  const named = dateline.place
    .split(/[,/–—-]| and /)
    .map((part) => findCountry(part))
    .filter((country) => country !== undefined)
  if (named.length === 0 || named.some((country) => countries.includes(country))) return
  raise(file, datelineCountryDiffers(dateline.place, countries.join(', ')), place())
}

/** The first line of a file below its front matter that is not empty. */
function firstTextPlace(file: VFile): Place {
  const lines = (file.data.text ?? '').split('\n')
  const end = lines.indexOf('---', 1)
  const index = lines.findIndex((line, at) => at > end && line.trim() !== '')
  return { start: { line: Math.max(0, index) + 1, column: 1 } }
}
