import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Color, contrast } from '../../../src/newsroom/color.ts'
import { schemes, type Theme } from '../../../src/newsroom/theme.ts'
import { applyTheme, color, findContrastFaults, paletteStyles, readPalettes } from '../../../src/pages/palettes.ts'
import { root } from '../../helpers/site-fixture.ts'

const defaults = readPalettes(readFileSync(join(root, 'layouts/styles/tokens.css'), 'utf8'))
const theme = (accent?: Color, paper?: Color): Theme => ({
  ...(accent && { accent: { light: accent } }),
  ...(paper && { paper: { light: paper } }),
})

describe('a theme of', () => {
  it.each([
    ['a bright accent', theme('#d6006c')],
    ['a dark accent', theme('#0b1f4b')],
    ['a black accent', theme('#000000')],
    ['a white paper', theme(undefined, '#ffffff')],
    ['a gray paper', theme(undefined, '#d9d9d9')],
    ['both', theme('#00614a', '#eef6ff')],
  ])('%s can be read in both schemes, and its map too', (_, theme) => {
    expect(findContrastFaults(defaults, theme)).toEqual([])
    const palettes = applyTheme(defaults, theme)
    for (const scheme of schemes) {
      const get = (name: string) => color(palettes[scheme], name)
      for (const text of ['ink', 'ink-2', 'link', 'accent', 'pray', 'give', 'go', 'advocate']) {
        for (const paper of ['paper', 'paper-2']) {
          expect(contrast(get(text), get(paper)), `${text} on ${paper}, ${scheme}`).toBeGreaterThanOrEqual(4.5)
        }
      }
      const shades = ['land', 'shade-1', 'shade-2', 'shade-3', 'shade-4']
      for (const [index, shade] of shades.slice(1).entries()) {
        expect(contrast(get(shade), get(shades[index] ?? '')), `${shade}, ${scheme}`).toBeGreaterThanOrEqual(1.5)
      }
      expect(contrast(get('shade-4'), get('paper'))).toBeGreaterThanOrEqual(3)
    }
  })

  it('nothing leaves the style sheets as they are', () => {
    expect(applyTheme(defaults, {})).toBe(defaults)
    expect(paletteStyles(defaults, applyTheme(defaults, {}))).toBe('')
  })
})

describe('a color that is too close to its background', () => {
  it.each([
    ['an accent by day', { accent: { light: '#ffd400' } }, 'accent', 'light'],
    ['an accent by night', { accent: { light: '#0057b8', dark: '#003060' } }, 'accent', 'dark'],
    ['a paper by day', theme('#d6006c', '#888888'), 'paper', 'light'],
    ['a paper by night', { paper: { light: '#ffffff', dark: '#888888' } }, 'paper', 'dark'],
  ] as const)('is found with one that does: %s', (_, theme: Theme, key, scheme) => {
    const [fault, ...others] = findContrastFaults(defaults, theme)
    expect(others).toEqual([])
    expect(fault).toMatchObject({ key, scheme })
    expect(fault?.ratio).toBeLessThan(4.5)
    const fixed = { ...theme, [key]: { ...theme[key], [scheme]: fault?.nearest } }
    expect(findContrastFaults(defaults, fixed).filter((other) => other.key === key && other.scheme === scheme)).toEqual(
      [],
    )
  })
})
