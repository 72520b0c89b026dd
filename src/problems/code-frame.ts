import type { Place } from './problem.ts'

/** The number of characters of a line that a code frame shows. */
const maxWidth = 110

/**
 * Renders the line that a place begins on and the line before it, with carets below the place.
 *
 * @param lines the lines of the file
 * @param paint styles text for a terminal, or returns it unchanged
 */
export function codeFrame(
  { start, end }: Place,
  lines: readonly string[],
  paint: (style: 'red' | 'dim', text: string) => string,
): string[] {
  const line = lines[start.line - 1]
  if (line === undefined) return []
  const gutter = String(start.line).length
  // A long line is shown from a little before the carets.
  const from = start.column > maxWidth - 30 ? start.column - 31 : 0
  const cut = (text: string) => {
    const part = text.slice(from, from + maxWidth).replaceAll('\t', ' ')
    return `${from > 0 ? '…' : ''}${part}${text.length > from + maxWidth ? '…' : ''}`.replace(
      /[\u0000-\u001f\u007f-\u009f]/g,
      '�',
    )
  }
  const before = lines[start.line - 2]
  const lineEnd = Math.max(line.length + 1, start.column + 1)
  const last = end === undefined ? start.column + 1 : end.line === start.line ? Math.min(end.column, lineEnd) : lineEnd
  const length = Math.max(1, Math.min(last - start.column, maxWidth))
  const margin = ' '.repeat(Math.max(0, start.column - 1 - from + (from > 0 ? 1 : 0)))
  return [
    ...(before === undefined ? [] : [paint('dim', `   ${String(start.line - 1).padStart(gutter)} | ${cut(before)}`)]),
    ` > ${start.line} | ${cut(line)}`,
    `   ${' '.repeat(gutter)} | ${margin}${paint('red', '^'.repeat(length))}`,
  ]
}
