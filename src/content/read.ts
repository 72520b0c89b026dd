import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { fileTooLarge, notUtf8 } from '../problems/catalogue/files.ts'
import { raise } from '../problems/problem.ts'

/** The longest text that is read, in bytes. */
const longestText = 2 * 1024 * 1024

/**
 * Reads a text as UTF-8. A byte order mark is dropped and line ends become `\n`; `file.data.text` holds the text.
 *
 * A file that is too large, or not UTF-8, or holds the byte 0 that no text has carries that problem and an empty text.
 *
 * @param path where the file is on disk
 * @param displayPath the path that problems name
 */
export function readText(path: string, displayPath: string): VFile {
  const bytes = readFileSync(path)
  return decodeText(bytes, displayPath)
}

/** The same for bytes already read. */
export function decodeText(bytes: Buffer, displayPath: string): VFile {
  const file = new VFile({ path: displayPath })
  file.data.text = ''
  if (bytes.length > longestText) {
    raise(file, fileTooLarge(`${(bytes.length / 1024 / 1024).toFixed(1)} MB`), undefined)
    return file
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const { line, column, byte } = firstBadByte(bytes)
    raise(file, notUtf8(byte), { start: { line, column } })
    return file
  }
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    const before = text.slice(0, nul).split('\n')
    raise(file, notUtf8('0x00'), { start: { line: before.length, column: (before.at(-1) ?? '').length + 1 } })
    return file
  }
  file.data.text = text.replace(/\r\n?/g, '\n')
  return file
}

/** Where a text stops being UTF-8: the longest beginning that can be read says it. */
function firstBadByte(bytes: Buffer): { line: number; column: number; byte: string } {
  const good = new TextDecoder('utf-8').decode(bytes)
  // A replacement sign that is in the file itself is three bytes, EF BF BD.
  let offset = 0
  for (const sign of good) {
    const size = Buffer.byteLength(sign)
    if (sign === '\ufffd' && !bytes.subarray(offset, offset + 3).equals(Buffer.from('\ufffd'))) break
    offset += size
  }
  const before = bytes.subarray(0, offset).toString().split('\n')
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    byte: `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  }
}
