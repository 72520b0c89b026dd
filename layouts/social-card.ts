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
  /** Colors as `#rrggbb`. */
  colors: { paper: string; ink: string; line: string; accent: string; flame: string }
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

/** The width and height of an outlet's own icon. */
const iconSize = 40

/**
 * Returns the SVG of a social card.
 *
 * @param icon the outlet's own icon, as a `data:` address; without one the card has the flame
 */
export function socialCard(card: SocialCard, icon?: string): string {
  const { title, language, direction, line, outlet, picture, colors } = card
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
  const indent = icon === undefined ? 46 : iconSize + 16
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colors.paper}"/>`,
    `<rect width="${width}" height="14" fill="${colors.accent}"/>`,
    ...lines.map((words, index) => text(margin + 24 + size * 0.85 + index * leading, size, colors.ink, words)),
    text(height - margin - 46, 30, colors.line, supportedText.test(line) ? line : ''),
    icon === undefined
      ? `<path d="${flame}" transform="translate(${isRtl ? x - 15 : x + 15} ${height - margin - 13})" fill="${colors.flame}"/>`
      : `<image href="${icon}" x="${isRtl ? x - iconSize : x}" y="${height - margin - 34}" width="${iconSize}" height="${iconSize}"/>`,
    text(height - margin, 40, colors.accent, supportedText.test(outlet) ? outlet : '', isRtl ? -indent : indent),
    '</svg>',
  ].join('')
}

function selectFace(text: string): keyof typeof cardFaces {
  if (/\p{Script=Arabic}/u.test(text)) return 'Noto Naskh Arabic'
  return /\p{Script=Han}/u.test(text) ? 'ZCOOL XiaoWei' : 'Newsreader'
}
