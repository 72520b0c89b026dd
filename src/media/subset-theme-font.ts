/**
 * The scripts that a font is divided into, by the first and last letters of their ranges. A browser loads only those of the letters
 * on its page. The letters of East Asia are too many to send to readers: devices have fonts for them.
 */
const scripts: readonly { name: string; ranges: readonly Range[]; joiners?: readonly Range[] }[] = [
  {
    name: 'latin',
    ranges: [
      [0x20, 0xff],
      [0x131, 0x131],
      [0x152, 0x153],
      [0x2bb, 0x2bc],
      [0x2c6, 0x2c6],
      [0x2da, 0x2da],
      [0x2dc, 0x2dc],
      [0x300, 0x304],
      [0x308, 0x308],
      [0x329, 0x329],
      [0x2000, 0x206f],
      [0x20ac, 0x20ac],
      [0x2122, 0x2122],
      [0x2190, 0x2193],
      [0x2212, 0x2212],
      [0x2215, 0x2215],
    ],
  },
  {
    name: 'latin-ext',
    ranges: [
      [0x100, 0x130],
      [0x132, 0x151],
      [0x154, 0x2ba],
      [0x2bd, 0x2c5],
      [0x2c7, 0x2d9],
      [0x2db, 0x2db],
      [0x2dd, 0x2ff],
      [0x1d00, 0x1dbf],
      [0x1e00, 0x1eff],
      [0x20a0, 0x20ab],
      [0x20ad, 0x20c0],
      [0x2c60, 0x2c7f],
      [0xa720, 0xa7ff],
    ],
  },
  {
    name: 'greek',
    ranges: [
      [0x370, 0x3ff],
      [0x1f00, 0x1fff],
    ],
  },
  {
    name: 'cyrillic',
    ranges: [
      [0x400, 0x52f],
      [0x1c80, 0x1c8f],
      [0x2de0, 0x2dff],
      [0xa640, 0xa69f],
    ],
  },
  {
    name: 'hebrew',
    ranges: [
      [0x590, 0x5ff],
      [0xfb1d, 0xfb4f],
    ],
    joiners: [[0x200c, 0x200f]],
  },
  {
    name: 'arabic',
    ranges: [
      [0x600, 0x6ff],
      [0x750, 0x77f],
      [0x870, 0x8ff],
      [0xfb50, 0xfdff],
      [0xfe70, 0xfefc],
    ],
    joiners: [[0x200c, 0x200f]],
  },
  { name: 'south-asian', ranges: [[0x900, 0xdff]], joiners: [[0x200c, 0x200d]] },
  {
    name: 'other',
    ranges: [
      [0x530, 0x58f],
      [0xe00, 0x10ff],
      [0x1200, 0x139f],
      [0x1780, 0x17ff],
    ],
    joiners: [[0x200c, 0x200d]],
  },
]

type Range = readonly [first: number, last: number]

/** The letters of a font that a file has, as a style sheet names them. */
export interface ThemeFontFile {
  /** The script, such as `latin`. */
  name: string
  /** The weights of a variable font, such as `400 700`. */
  weight?: string | undefined
  /** The letters, such as `U+20-ff`. */
  range: string
}

type Weights = Readonly<{ min: number; max: number }>

/**
 * Divides a font into a file for each script that it has, in WOFF2.
 *
 * @param weights the weights that pages use: a font with more of them is reduced to these
 * @throws an error of the library if the bytes are no font, or broken
 */
export async function subsetThemeFont(bytes: Buffer, weights: Weights): Promise<(ThemeFontFile & { bytes: Buffer })[]> {
  const { default: subset } = await import('subset-font') // late: most builds have no new font
  const whole = await subset(bytes, '', { targetFormat: 'truetype', keepAllGlyphs: true })
  const { weight, variationAxes } = chooseWeights(whole, weights)
  const fonts: (ThemeFontFile & { bytes: Buffer })[] = []
  for (const { name, ranges, joiners = [] } of scripts) {
    const own = await subset(whole, letters(ranges), { targetFormat: 'truetype' })
    // The first glyph is the box for what a font lacks.
    if (countGlyphs(own) < 2) continue
    const all = [...ranges, ...joiners]
    const font = await subset(whole, letters(all), { targetFormat: 'woff2', variationAxes })
    fonts.push({ name, weight, range: all.map(rangeInStyles).join(','), bytes: font })
  }
  return fonts
}

const letters = (ranges: readonly Range[]) =>
  ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .map((codePoint) => String.fromCodePoint(codePoint))
    .join('')

const rangeInStyles = ([first, last]: Range) =>
  `U+${first.toString(16)}${first === last ? '' : `-${last.toString(16)}`}`

/** Chooses the weights of a variable font; undefined for a font of one weight. */
function chooseWeights(
  font: Buffer,
  { min, max }: Weights,
): { weight?: string; variationAxes: Record<string, number | Weights> } {
  const axis = findWeightAxis(font)
  if (axis === undefined) return { variationAxes: {} }
  const clamp = (value: number) => Math.min(axis.max, Math.max(axis.min, value))
  const [first, last] = [clamp(min), clamp(max)]
  return first === last
    ? { variationAxes: { wght: first } }
    : { weight: `${first} ${last}`, variationAxes: { wght: { min: first, max: last } } }
}

/** Reads the axis of weights in the table of variations: https://learn.microsoft.com/typography/opentype/spec/fvar */
function findWeightAxis(font: Buffer): { min: number; max: number } | undefined {
  const table = findTable(font, 'fvar')
  if (table === undefined) return undefined
  const [start, count, size] = [table.readUInt16BE(4), table.readUInt16BE(8), table.readUInt16BE(10)]
  for (let at = start; at < start + count * size; at += size) {
    if (table.toString('latin1', at, at + 4) !== 'wght') continue
    return { min: table.readInt32BE(at + 4) / 65_536, max: table.readInt32BE(at + 12) / 65_536 }
  }
  return undefined
}

const countGlyphs = (font: Buffer) => findTable(font, 'maxp')?.readUInt16BE(4) ?? 0

function findTable(font: Buffer, tag: string): Buffer | undefined {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = 12 + index * 16
    if (font.toString('latin1', entry, entry + 4) !== tag) continue
    const start = font.readUInt32BE(entry + 8)
    return font.subarray(start, start + font.readUInt32BE(entry + 12))
  }
  return undefined
}
