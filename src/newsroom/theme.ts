import * as z from 'zod'
import { badColor } from '../problems/catalogue/theme.ts'
import { type Color, parseColor } from './color.ts'
import { reject, text } from './fields.ts'
import { keyDetails } from './key-details.ts'

/** How an outlet looks, as far as site.yml says so. */
export type Theme = Readonly<z.output<ReturnType<typeof themeSchema>>>

/** The color schemes of a page: readers' devices choose between them. */
export const schemes = ['light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** A color of the theme. Without `dark`, the dark scheme derives its own from `light`. */
export interface ThemeColor {
  light: Color
  dark?: Color | undefined
}

/** The keys of the theme that name files. */
export const themeFileKeys = ['logo', 'icon', 'headlineFont', 'textFont'] as const
export type ThemeFileKey = (typeof themeFileKeys)[number]

/** Creates the schema of the theme in site.yml. */
export const themeSchema = () =>
  z
    .strictObject({
      accent: themeColor()
        .optional()
        .describe('The color of links, marks and lines, in quotes; or one for each scheme, `{light: …, dark: …}`.')
        .register(keyDetails, { example: '"#96310f"' }),
      paper: themeColor()
        .optional()
        .describe('The color of the background, in quotes; or one for each scheme, `{light: …, dark: …}`.')
        .register(keyDetails, { example: '"#fffdf8"' }),
      logo: text()
        .optional()
        .describe('A drawing (svg) or picture (png) in the place of the name in the head of every page.')
        .register(keyDetails, { example: 'logo.svg' }),
      icon: text()
        .optional()
        .describe('The square sign of the site in tabs, bookmarks and on cards, as svg or png.')
        .register(keyDetails, { example: 'icon.svg' }),
      headlineFont: text()
        .optional()
        .describe('The font of headlines, as woff2, ttf or otf.')
        .register(keyDetails, { example: 'fonts/headlines.woff2' }),
      textFont: text()
        .optional()
        .describe('The font of texts, as woff2, ttf or otf.')
        .register(keyDetails, { example: 'fonts/text.woff2' }),
    })
    .prefault({})
    .describe('How the site looks. Files are beside site.yml (`logo.svg`) or below public/ (`/logo.svg`).')

const themeColor = () =>
  z
    .union([z.string(), z.strictObject({ light: z.string(), dark: z.string() })])
    .nullable()
    .transform((value, context): ThemeColor => {
      const parse = (text: string, ...path: string[]): Color => {
        const color = parseColor(text)
        if (color !== undefined) return color
        const finding = badColor(text)
        context.addIssue({ code: 'custom', message: finding.message, params: { finding }, path })
        return z.NEVER
      }
      if (value === null) return reject(context, badColor(''))
      if (typeof value === 'string') return { light: parse(value) }
      return { light: parse(value.light, 'light'), dark: parse(value.dark, 'dark') }
    })
