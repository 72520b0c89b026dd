import { findContrastFaults, leastContrast } from '../pages/palettes.ts'
import { lowContrast } from '../problems/catalogue/theme.ts'
import { placeAt } from '../problems/place.ts'
import { defineCheck } from './check.ts'

export const contrasts = defineCheck({
  name: 'contrasts',
  rule: 'The colors of the theme leave all text readable, in the light scheme and in the dark one.',
  stage: 'content',
  run({ outlet, themePlaces, defaultPalettes, contentDisplayPath }) {
    return findContrastFaults(defaultPalettes, outlet.theme).map(({ key, scheme, color, other, ratio, nearest }) => ({
      ...lowContrast(
        color,
        key === 'accent' ? 'the background' : 'text in',
        other,
        scheme,
        // Rounded down: 4.49 is not 4.5.
        String(Math.floor(ratio * 10) / 10),
        String(leastContrast),
        nearest,
      ),
      file: `${contentDisplayPath}/site.yml`,
      ...placeAt(themePlaces, `${key}.${scheme}`),
    }))
  },
})
