/** A color, as `#rrggbb` in lower case. */
export type Color = `#${string}`

/** Parses `#rgb` or `#rrggbb`; undefined for anything else. */
export function parseColor(text: string): Color | undefined {
  const [, digits] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  return `#${(digits.length === 3 ? digits.replace(/./g, '$&$&') : digits).toLowerCase()}`
}

/** Returns the contrast of two colors by WCAG 2.2, from 1 to 21. */
export function contrast(one: Color, other: Color): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Returns how light a color looks, from 0 to 1: the lightness of Oklab. */
export const lightness = (color: Color): number => toOklab(color)[0]

/** Returns the color of another lightness and the same hue, with as much of its chroma as screens can show. */
export function withLightness(color: Color, lightness: number, maxChroma = 1): Color {
  const [, a, b] = toOklab(color)
  const limit = Math.min(1, maxChroma / Math.max(Math.hypot(a, b), 1e-9))
  let [low, high] = [0, limit]
  if (isShown(toLinear([lightness, a * limit, b * limit]))) low = limit
  else {
    for (let step = 0; step < 16; step++) {
      const middle = (low + high) / 2
      if (isShown(toLinear([lightness, a * middle, b * middle]))) low = middle
      else high = middle
    }
  }
  return toHex(toLinear([lightness, a * low, b * low]))
}

/** Finds the color of the same hue that is nearest in lightness and passes a test; undefined if none does. */
export function nearestColor(color: Color, passes: (color: Color) => boolean): Color | undefined {
  if (passes(color)) return color
  const start = lightness(color)
  for (let step = 1; step <= 500; step++) {
    for (const candidate of [start - step / 500, start + step / 500]) {
      if (candidate < 0 || candidate > 1) continue
      const shifted = withLightness(color, candidate)
      if (passes(shifted)) return shifted
    }
  }
  return undefined
}

type Channels = readonly [number, number, number]

function luminance(color: Color): number {
  const [red, green, blue] = linearChannels(color)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linearChannels(color: Color): Channels {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

// The matrices of Oklab: https://bottosson.github.io/posts/oklab/
function toOklab(color: Color): Channels {
  const [red, green, blue] = linearChannels(color)
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function toLinear([lightness, a, b]: Channels): Channels {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** True for a color that screens can show, with room for rounding. */
const isShown = (channels: Channels) => channels.every((value) => value > -0.0005 && value < 1.0005)

function toHex(channels: Channels): Color {
  const digits = channels.map((channel) => {
    const value = Math.min(1, Math.max(0, channel))
    const encoded = value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${digits.join('')}`
}
