/** Splits the text of a file into lines, without its byte order mark and its line ends. */
export function splitLines(text: string): string[] {
  return text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
}
