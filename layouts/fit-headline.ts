/** From large to small: the font size of a headline in pixels, and its maximum of lines. */
const sizes = [
  [84, 3],
  [72, 4],
  [60, 5],
  [50, 6],
] as const

/**
 * Divides a headline into lines of the largest font size at which it fits.
 *
 * @param room the width of a line in pixels
 */
export function fitHeadline(title: string, language: string, room: number): { size: number; lines: string[] } {
  for (const [size, maxLines] of sizes) {
    const lines = wrap(title, language, room / size)
    if (lines.length <= maxLines && lines.every((line) => textWidth(line) * size <= room))
      return { size, lines: balance(lines, title, language, room / size) }
  }
  const [size, maxLines] = sizes.at(-1) ?? [50, 6]
  const allLines = wrap(title, language, room / size - 1)
  const widest = Math.max(...allLines.map(textWidth))
  if (widest * size > room) return { size: Math.floor(room / widest), lines: allLines.slice(0, maxLines) }
  const lines = allLines.slice(0, maxLines)
  return { size, lines: [...lines.slice(0, -1), `${(lines.at(-1) ?? '').replace(/[\s.,;:]+$/, '')}…`] }
}

/** Makes lines as equal in width as possible without adding one, so that no word is alone on the last line. */
function balance(lines: string[], title: string, language: string, room: number): string[] {
  let best = lines
  for (let narrower = room - 0.25; narrower > room / 2; narrower -= 0.25) {
    const attempt = wrap(title, language, narrower)
    if (attempt.length > lines.length || attempt.some((line) => textWidth(line) > narrower)) return best
    best = attempt
  }
  return best
}

/** @param room the width of a line in ems */
function wrap(title: string, language: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of splitAtBreaks(title, language)) {
    if (line !== '' && textWidth(line + part.trimEnd()) > room) {
      lines.push(line.trim())
      line = part.trimStart()
    } else line += part
  }
  return [...lines, line.trim()].filter((text) => text !== '')
}

/** Splits a headline where a line may end: after a word with its punctuation and its space. */
function splitAtBreaks(title: string, language: string): string[] {
  const parts: string[] = []
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(title)) {
    const last = parts.at(-1)
    const opens = last !== undefined && /[\p{Ps}\p{Pi}]$/u.test(last)
    const joins =
      last !== undefined && !/\s$/.test(last) && /\S/.test(segment) && !/\p{Script=Han}/u.test(last + segment)
    if (last === undefined || (isWordLike === true && !opens && !joins)) parts.push(segment)
    else parts[parts.length - 1] = last + segment
  }
  return parts
}

/** The approximate width of a text in ems. */
function textWidth(text: string): number {
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
