import { describe, expect, it } from 'vitest'
import { contrast, lightness, nearestColor, parseColor, withLightness } from '../../../src/newsroom/color.ts'

describe('a color', () => {
  it.each([
    ['#96310f', '#96310f'],
    [' #ABC ', '#aabbcc'],
    ['#12345', undefined],
    ['96310f', undefined],
    ['teal', undefined],
    ['#96310f;}', undefined],
  ])('%s is read as %s', (text, color) => {
    expect(parseColor(text)).toBe(color)
  })

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#96310f', '#96310f', 1],
  ] as const)('%s on %s has the contrast that WCAG gives it', (one, other, ratio) => {
    expect(contrast(one, other)).toBeCloseTo(ratio, 2)
  })

  it('keeps its hue when it gets lighter or darker, as far as screens can show it', () => {
    expect(withLightness('#96310f', lightness('#96310f'))).toBe('#96310f')
    expect(contrast(withLightness('#ff0000', 0), '#000000')).toBeLessThan(1.01)
    expect(contrast(withLightness('#ff0000', 1), '#ffffff')).toBeLessThan(1.01)
    expect(withLightness('#d6006c', 0.3)).toMatch(/^#[3-9a-f].00/)
  })

  it('is the nearest one that passes a test', () => {
    const isReadable = (color: `#${string}`) => contrast(color, '#ffffff') >= 4.5
    expect(nearestColor('#d6006c', isReadable)).toBe('#d6006c')
    const nearest = nearestColor('#ffd400', isReadable)
    expect(contrast(nearest ?? '#ffffff', '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(nearest ?? '#ffffff', '#ffffff')).toBeLessThan(4.65)
    expect(nearestColor('#ffd400', () => false)).toBeUndefined()
  })
})
