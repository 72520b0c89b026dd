import { escapeHtml } from '../src/jsx/escape.ts'
import { fitHeadline } from './fit-headline.ts'

/** The social card of a story. */
export interface SocialCard {
  title: string
  /** The language of the headline. */
  language: string
  direction: 'ltr' | 'rtl'
  /** The place and the day. */
  line: string
  outlet: string
  /** True leaves room for a picture at the end. */
  picture: boolean
}

/** The sizes of a card and of its picture in pixels. */
export const cardSize = { width: 1200, height: 630, picture: 400 } as const
const margin = 72
/** The path of the lamp's flame, 30 pixels wide, around its center. */
const flame = 'M0 -22 L10.6 -5 A15 15 0 1 1 -10.6 -5 Z'
/** The font of each script, with the digits and punctuation used with it, by the files of its package. */
export const cardFaces = {
  Newsreader: '@expo-google-fonts/newsreader/600SemiBold/Newsreader_600SemiBold.ttf',
  'Noto Naskh Arabic': '@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
  'ZCOOL XiaoWei': '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
} as const

/** Matches text in the scripts that the fonts support. Other text is left out rather than shown as boxes. */
const supportedText = /^[\p{Script=Latin}\p{Script=Han}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u

/** Returns the SVG of a social card. */
export function socialCard({ title, language, direction, line, outlet, picture }: SocialCard): string {
  const room = cardSize.width - (picture ? cardSize.picture : 0) - 2 * margin
  const { size, lines } = supportedText.test(title) ? fitHeadline(title, language, room) : { size: 0, lines: [] }
  const isRtl = direction === 'rtl'
  const start = picture && isRtl ? cardSize.picture : 0
  const x = isRtl ? cardSize.width - margin : start + margin
  const anchor = isRtl ? 'end' : 'start'
  const leading = size * 1.14
  // resvg lays out every line from left to right. Right-to-left marks around the text keep a comma at its end in place.
  const text = (y: number, height: number, color: string, value: string, indent = 0) =>
    `<text x="${x + indent}" y="${Math.round(y)}" font-size="${height}" fill="${color}" font-family="${selectFace(value)}" text-anchor="${anchor}">${escapeHtml(isRtl ? `\u200f${value}\u200f` : value)}</text>`
  const { width, height } = cardSize
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fffdf8"/>`,
    `<rect width="${width}" height="14" fill="#96310f"/>`,
    ...lines.map((words, index) => text(margin + 24 + size * 0.85 + index * leading, size, '#1b1915', words)),
    text(height - margin - 46, 30, '#5b5348', supportedText.test(line) ? line : ''),
    `<path d="${flame}" transform="translate(${isRtl ? x - 15 : x + 15} ${height - margin - 13})" fill="#e0992b"/>`,
    text(height - margin, 40, '#96310f', supportedText.test(outlet) ? outlet : '', isRtl ? -46 : 46),
    '</svg>',
  ].join('')
}

function selectFace(text: string): keyof typeof cardFaces {
  if (/\p{Script=Arabic}/u.test(text)) return 'Noto Naskh Arabic'
  return /\p{Script=Han}/u.test(text) ? 'ZCOOL XiaoWei' : 'Newsreader'
}
