import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { subsetThemeFont } from '../../../src/media/subset-theme-font.ts'
import { root } from '../../helpers/site-fixture.ts'

const font = (path: string) => readFileSync(join(root, 'node_modules', path))
const weights = { min: 600, max: 600 }

describe('a font', () => {
  it.each([
    ['TTF', '@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf', ['latin', 'latin-ext']],
    [
      'TTF of two scripts',
      '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
      ['latin', 'arabic'],
    ],
    ['WOFF2', '@fontsource/newsreader/files/newsreader-latin-600-normal.woff2', ['latin']],
  ])('in %s is divided by script, in WOFF2', async (_, path, scripts) => {
    const fonts = await subsetThemeFont(font(path), weights)
    expect(fonts.map(({ name }) => name)).toEqual(expect.arrayContaining(scripts))
    for (const { bytes, weight, range } of fonts) {
      expect(bytes.toString('latin1', 0, 4)).toBe('wOF2')
      expect(bytes.length).toBeLessThan(60_000)
      expect(weight).toBeUndefined()
      expect(range).toMatch(/^U\+[0-9a-f]+(?:-[0-9a-f]+)?(?:,U\+[0-9a-f]+(?:-[0-9a-f]+)?)*$/)
    }
    expect(fonts.find(({ name }) => name === 'latin')?.range).toContain('U+20-ff')
  })

  it('that is broken is refused', async () => {
    await expect(subsetThemeFont(Buffer.from('not a font at all'), weights)).rejects.toThrow()
    const cut = font('@fontsource/newsreader/files/newsreader-latin-600-normal.woff2').subarray(0, 3000)
    await expect(subsetThemeFont(cut, weights)).rejects.toThrow()
  })
})
