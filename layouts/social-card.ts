import { escapeHtml } from '../src/jsx/escape.ts'

/** What a social card shows of a story. */
export interface SocialCard {
  title: string
  /** The language of the headline. */
  language: string
  direction: 'ltr' | 'rtl'
  /** Place and day. */
  line: string
  outlet: string
  /** Whether a picture stands at its end. */
  picture: boolean
}

/** Sizes in pixels. */
export const cardSize = { width: 1200, height: 630, picture: 400 } as const
const margin = 72
/** The outlet's light, 30 wide, around its middle. */
const light = 'M0 -22 L10.6 -5 A15 15 0 1 1 -10.6 -5 Z'
/** The faces of headlines, by the packages' files: one for each script, with the digits and marks that stand among its letters. */
export const cardFaces = {
  Newsreader: '@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf',
  'Noto Naskh Arabic': '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
  'ZCOOL XiaoWei': '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
} as const

/** From large to small: the size of the headline, and how many lines of it there may be. */
const steps = [
  [84, 3],
  [72, 4],
  [60, 5],
  [50, 6],
] as const

/** The scripts that the faces hold. A headline in another one is left out, and never shown as boxes. */
const known = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** A card for a story that somebody shares, as SVG. */
export function socialCard({ title, language, direction, line, outlet, picture }: SocialCard): string {
  const room = cardSize.width - (picture ? cardSize.picture : 0) - 2 * margin
  const { size, lines } = known.test(title) ? set(title, language, room) : { size: 0, lines: [] }
  const right = direction === 'rtl'
  const from = picture && right ? cardSize.picture : 0
  const x = right ? cardSize.width - margin : from + margin
  const anchor = right ? 'end' : 'start'
  const leading = size * 1.14
  // resvg sets every line from the left; between marks of the right a comma at its end stays there.
  const text = (y: number, height: number, color: string, value: string, indent = 0) =>
    `<text x="${x + indent}" y="${Math.round(y)}" font-size="${height}" fill="${color}" font-family="${faceOf(value)}" text-anchor="${anchor}">${escapeHtml(right ? `\u200f${value}\u200f` : value)}</text>`
  const { width, height } = cardSize
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fffdf8"/>`,
    `<rect width="${width}" height="14" fill="#96310f"/>`,
    ...lines.map((words, index) => text(margin + 24 + size * 0.85 + index * leading, size, '#1b1915', words)),
    text(height - margin - 46, 30, '#5b5348', known.test(line) ? line : ''),
    `<path d="${light}" transform="translate(${right ? x - 15 : x + 15} ${height - margin - 13})" fill="#e0992b"/>`,
    text(height - margin, 40, '#96310f', known.test(outlet) ? outlet : '', right ? -46 : 46),
    '</svg>',
  ].join('')
}

function faceOf(text: string): keyof typeof cardFaces {
  if (/\p{Script=Arabic}/u.test(text)) return 'Noto Naskh Arabic'
  return /\p{Script=Han}/u.test(text) ? 'ZCOOL XiaoWei' : 'Newsreader'
}

/** Divides a headline into lines of the largest size that holds it. */
function set(title: string, language: string, room: number): { size: number; lines: string[] } {
  for (const [size, most] of steps) {
    const lines = wrap(title, language, room / size)
    if (lines.length <= most && lines.every((line) => widthOf(line) * size <= room))
      return { size, lines: balanced(lines, title, language, room / size) }
  }
  const [size, most] = steps.at(-1) ?? [50, 6]
  const all = wrap(title, language, room / size - 1)
  const widest = Math.max(...all.map(widthOf))
  if (widest * size > room) return { size: Math.floor(room / widest), lines: all.slice(0, most) }
  const lines = all.slice(0, most)
  return { size, lines: [...lines.slice(0, -1), `${(lines.at(-1) ?? '').replace(/[\s.,;:]+$/, '')}…`] }
}

/** The same number of lines, as alike in width as they can be: no word stands alone on the last. */
function balanced(lines: string[], title: string, language: string, room: number): string[] {
  let best = lines
  for (let narrower = room - 0.25; narrower > room / 2; narrower -= 0.25) {
    const tried = wrap(title, language, narrower)
    if (tried.length > lines.length || tried.some((line) => widthOf(line) > narrower)) return best
    best = tried
  }
  return best
}

/** @param room the width of a line, in ems */
function wrap(title: string, language: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of parts(title, language)) {
    if (line !== '' && widthOf(line + part.trimEnd()) > room) {
      lines.push(line.trim())
      line = part.trimStart()
    } else line += part
  }
  return [...lines, line.trim()].filter((text) => text !== '')
}

/** Where a line may end: behind a word, its marks and its space. */
function parts(title: string, language: string): string[] {
  const found: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(title)) {
    const last = found.at(-1)
    const opens = last !== undefined && /[\p{Ps}\p{Pi}]$/u.test(last)
    const joins =
      last !== undefined && !/\s$/.test(last) && /\S/.test(segment) && !/\p{Script=Han}/u.test(last + segment)
    if (last === undefined || (isWordLike === true && !opens && !joins)) found.push(segment)
    else found[found.length - 1] = last + segment
  }
  return found
}

/** About how wide a text is, in ems. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text) {
    width += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(letter)
      ? 1.02
      : /\p{M}/u.test(letter)
        ? 0
        : /[\p{Lu}MWmw—…%&@]/u.test(letter)
          ? 0.72
          : /[iljtfr.,:;’'|! ]/u.test(letter)
            ? 0.32
            : 0.52
  }
  return width
}
