import { countryFromSlug, guessCountries } from '../newsroom/country.ts'
import { unknownCountry } from '../problems/catalogue/terms.ts'
import { termId } from '../site/terms.ts'
import { defineCheck, problemIn } from './check.ts'

export const countryFiles = defineCheck({
  name: 'country-files',
  rule: 'The file of a country has the name of a country.',
  stage: 'content',
  run({ content, outlet }) {
    return outlet.taxonomies
      .filter(({ values }) => values === 'country')
      .flatMap((taxonomy) =>
        (content.terms[taxonomy.key] ?? [])
          .filter(({ file }) => countryFromSlug(termId(taxonomy, file.slug)) === undefined)
          .map((term) => problemIn(term, unknownCountry(term.file.slug, guessCountries(term.file.slug)))),
      )
  },
})
