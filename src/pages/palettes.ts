import { type Color, contrast, lightness, nearestColor, withLightness } from '../newsroom/color.ts'
import { type Scheme, schemes, type Theme } from '../newsroom/theme.ts'

/** The colors of a scheme, by the names that style sheets use, such as `paper-2`. */
export type Palette = Readonly<Record<string, Color>>
export type Palettes = Readonly<Record<Scheme, Palette>>

/** Reads the colors of tokens.css: the light scheme comes first, the dark one in a media query. */
export function readPalettes(tokens: string): Palettes {
  const [light = '', dark = ''] = tokens.split('@media')
  const read = (css: string): Palette =>
    Object.fromEntries(
      [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, color]) => [name, color as Color]),
    )
  return { light: read(light), dark: { ...read(light), ...read(dark) } }
}

/** Applies the colors of a theme to the palettes of the style sheets. */
export function applyTheme(defaults: Palettes, { accent, paper }: Theme): Palettes {
  let { light, dark } = defaults
  if (paper !== undefined) {
    light = withPaper(light, paper.light)
    dark = withPaper(dark, paper.dark ?? darkPaper(dark, paper.light))
  }
  if (accent !== undefined) {
    light = withAccent(light, accent.light)
    dark = withAccent(dark, accent.dark ?? darkAccent(dark, accent.light))
  }
  return (accent ?? paper) === undefined ? defaults : { light: withShades(light), dark: withShades(dark) }
}

/** The surfaces that follow the paper: boxes, lines, and land without stories. */
const surfaces = ['paper-2', 'rule', 'land']

/** Changes the paper, and the surfaces so that each differs from it as much as before. */
function withPaper(palette: Palette, paper: Color): Palette {
  const before = color(palette, 'paper')
  const moved = surfaces.map((name) => {
    const surface = color(palette, name)
    return [name, withContrast(paper, paper, contrast(surface, before), lightness(surface) < lightness(before) ? 0 : 1)]
  })
  return { ...palette, paper, ...Object.fromEntries(moved) }
}

/** Returns the paper of the dark scheme: as dark as the default one, with a tint of the light one. */
const darkPaper = (dark: Palette, light: Color) => withLightness(light, lightness(color(dark, 'paper')), 0.02)

/** The least contrast of an accent that the dark scheme derives. */
const darkAccentContrast = 6

/** Returns the accent of the dark scheme: the nearest one that is easy to read there. */
function darkAccent(dark: Palette, light: Color): Color {
  return nearestColor(light, (candidate) => contrast(candidate, color(dark, 'paper-2')) >= darkAccentContrast) ?? light
}

const withAccent = (palette: Palette, accent: Color): Palette => ({ ...palette, accent, link: accent, flame: accent })

/** The number of shades of the map, and the least contrast of each with the one before it. */
const shades = { count: 4, contrast: 1.52 }

/** Derives the shades of the map from the accent, in equal steps from the land. */
function withShades(palette: Palette): Palette {
  const [accent, land] = [color(palette, 'accent'), color(palette, 'land')]
  const strongest = Math.max(contrast(accent, land), shades.contrast ** shades.count)
  const end = contrast('#000000', land) > contrast('#ffffff', land) ? 0 : 1
  const derived = Array.from({ length: shades.count }, (_, index) => [
    `shade-${index + 1}`,
    withContrast(accent, land, strongest ** ((index + 1) / shades.count), end),
  ])
  return { ...palette, ...Object.fromEntries(derived) }
}

/**
 * Returns the color of a hue that has a contrast with a background.
 *
 * @param end the lightness to look towards from the background: 0 for black, 1 for white
 */
function withContrast(hue: Color, background: Color, ratio: number, end: 0 | 1): Color {
  let [near, far] = [lightness(background), end as number]
  for (let step = 0; step < 16; step++) {
    const middle = (near + far) / 2
    if (contrast(withLightness(hue, middle), background) < ratio) near = middle
    else far = middle
  }
  return withLightness(hue, far)
}

/** Text in the colors of the palette stands on both. */
const backgrounds = ['paper', 'paper-2']
/** The colors of text that no theme changes. */
const fixedTexts = ['ink', 'ink-2', 'pray', 'give', 'go', 'advocate']
/** The least contrast of text by WCAG 2.2, level AA. */
export const leastContrast = 4.5

/** A color of the theme in which, or on which, text cannot be read. */
export interface ContrastFault {
  key: 'accent' | 'paper'
  scheme: Scheme
  color: Color
  other: Color
  ratio: number
  /** The nearest color that has enough contrast. */
  nearest: Color | undefined
}

/** Finds the colors of a theme whose contrast is too low in a scheme. The accent is not measured on a paper that is wrong itself. */
export function findContrastFaults(defaults: Palettes, theme: Theme): ContrastFault[] {
  const palettes = applyTheme(defaults, theme)
  return schemes.flatMap((scheme): ContrastFault[] => {
    const palette = palettes[scheme]
    const texts = theme.accent === undefined ? [...fixedTexts, 'accent', 'link'] : fixedTexts
    const paperFault =
      theme.paper && findFault('paper', scheme, palette, texts, (paper) => withPaper(defaults[scheme], paper))
    if (paperFault !== undefined) return [paperFault]
    const accentFault = findFault('accent', scheme, palette, ['accent'], (accent) => withAccent(palette, accent))
    return accentFault === undefined ? [] : [accentFault]
  })
}

/** Finds the pair of text and background with the lowest contrast, if it is too low, and the color that would do. */
function findFault(
  key: ContrastFault['key'],
  scheme: Scheme,
  palette: Palette,
  texts: readonly string[],
  apply: (candidate: Color) => Palette,
): ContrastFault | undefined {
  const lowest = (candidate: Palette) =>
    texts
      .flatMap((text) =>
        backgrounds.map((background) => [color(candidate, text), color(candidate, background)] as const),
      )
      .map(([text, background]) => ({ text, background, ratio: contrast(text, background) }))
      .reduce((a, b) => (b.ratio < a.ratio ? b : a))
  const { text, background, ratio } = lowest(palette)
  if (ratio >= leastContrast) return undefined
  const chosen = color(palette, key)
  const nearest = nearestColor(chosen, (candidate) => lowest(apply(candidate)).ratio >= leastContrast)
  return { key, scheme, color: chosen, other: key === 'accent' ? background : text, ratio, nearest }
}

/** Returns the style sheet that turns some palettes into others; empty if they are equal. */
export function paletteStyles(defaults: Palettes, palettes: Palettes): string {
  const root = (scheme: Scheme) => {
    const changed = Object.entries(palettes[scheme]).filter(([name, value]) => defaults[scheme][name] !== value)
    return changed.length === 0 ? '' : `:root{${changed.map(([name, value]) => `--${name}:${value}`).join(';')}}`
  }
  const dark = root('dark')
  return root('light') + (dark === '' ? '' : `@media screen and (prefers-color-scheme:dark){${dark}}`)
}

/** Returns a color that every palette has. */
export function color(palette: Palette, name: string): Color {
  const value = palette[name]
  if (value === undefined) throw new Error(`styles/tokens.css has no color --${name} with six hexadecimal digits`)
  return value
}
