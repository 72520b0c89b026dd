/** The length of the longest value that a message shows whole. */
const maxLength = 80

/** Quotes a value in backticks, on one line and cut where it is long; what is no text is quoted as JSON. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  const line = text
    .replace(/\s+/g, ' ')
    .replaceAll('`', "'")
    .replace(/[\u0000-\u001f\u007f-\u009f]+/g, '�')
  return `\`${line.length > maxLength ? `${line.slice(0, maxLength - 1)}…` : line}\``
}
