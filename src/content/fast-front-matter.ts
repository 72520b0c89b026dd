import type { Place } from '../problems/problem.ts'

/** Keys and values, and where each value stands: by the key, and by the key and the index for the items of a list. */
export interface FastFrontMatter {
  data: Record<string, string | string[]>
  places: ReadonlyMap<string, Place>
}

/** What a text without quotes looks like that can be nothing else: it begins with a letter, or is a day. */
const plain = String.raw`\d{4}-\d\d-\d\d|\p{L}[^\p{Cc}:#,[\]{}]*`
const quoted = String.raw`"[^"\\\p{Cc}]*"|'[^'\p{Cc}]*'`
const line = /^(?:([a-zA-Z]+): (\S.*)|([a-zA-Z]+):|( {0,2}- )(\S.*)|#[^\p{Cc}]*|)$/u
const value = new RegExp(`^(?:${quoted}|\\d{4}-\\d\\d-\\d\\d|\\p{L}(?:[^\\p{Cc}:#]|:(?! |$)|(?<! )#)*)$`, 'u')
const item = new RegExp(`(${quoted}|${plain})(, ?|$)`, 'uy')
/** Words that YAML takes for something else than themselves. */
const taken = /^(?:true|false|null)$/i

/**
 * Reads a mapping as writers write it nearly always: keys with a text, a day, or a list of texts. It says what YAML says, in a
 * tenth of the time; of whatever else there may be it says nothing.
 *
 * @param linesAbove the number of lines of the file above the YAML's first
 * @returns undefined for YAML that is not everyday
 */
export function readFastFrontMatter(yaml: string, linesAbove: number): FastFrontMatter | undefined {
  const data: Record<string, string | string[]> = {}
  const places = new Map<string, Place>()
  const put = (path: string, text: string, row: number, column: number): string | undefined => {
    places.set(path, {
      start: { line: row, column },
      end: { line: row, column: column + text.length },
    })
    const first = text.charCodeAt(0)
    if (first === 0x22 || first === 0x27) return text.slice(1, -1)
    return taken.test(text) ? undefined : text
  }
  /** The list that lines with a dash belong to. */
  let open: { key: string; items: string[]; indent: string } | undefined
  for (const [index, text] of yaml.split('\n').entries()) {
    const row = linesAbove + index + 1
    const [whole, key, written, listKey, dash, entry] = line.exec(text) ?? []
    if (whole === undefined) return undefined
    if (key !== undefined && written !== undefined) {
      if (key in data || taken.test(key) || open?.items.length === 0) return undefined
      open = undefined
      const column = key.length + 3
      if (written.startsWith('[')) {
        const items: string[] = []
        if (
          !written.endsWith(']') ||
          !readItems(written.slice(1, -1), (one, at) => {
            const read = put(`${key}.${items.length}`, one, row, column + 1 + at)
            if (read !== undefined) items.push(read)
            return read !== undefined
          })
        )
          return undefined
        data[key] = items
      } else {
        const read = value.test(written) && !written.endsWith(' ') ? put(key, written, row, column) : undefined
        if (read === undefined) return undefined
        data[key] = read
      }
    } else if (listKey !== undefined) {
      if (listKey in data || taken.test(listKey) || open?.items.length === 0) return undefined
      open = { key: listKey, items: [], indent: '' }
      data[listKey] = open.items
    } else if (dash !== undefined && entry !== undefined) {
      if (open === undefined || (open.items.length > 0 && open.indent !== dash)) return undefined
      open.indent = dash
      const read =
        value.test(entry) && !entry.endsWith(' ')
          ? put(`${open.key}.${open.items.length}`, entry, row, dash.length + 1)
          : undefined
      if (read === undefined) return undefined
      open.items.push(read)
    }
  }
  return open?.items.length === 0 || Object.keys(data).length === 0 ? undefined : { data, places }
}

/** Reads the items of a list between brackets; false where one is not everyday. */
function readItems(text: string, onItem: (item: string, at: number) => boolean): boolean {
  item.lastIndex = 0
  while (item.lastIndex < text.length) {
    const found = item.exec(text)
    const [, written = '', comma] = found ?? []
    if (found === null || written.endsWith(' ') || !onItem(written, found.index)) return false
    if (comma !== '' && item.lastIndex === text.length) return false
  }
  return true
}
