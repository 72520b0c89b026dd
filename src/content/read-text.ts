import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { fileTooLarge, notUtf8 } from '../problems/catalogue/files.ts'
import { raise } from '../problems/problem.ts'

/** The size of the largest text that is read, in bytes. */
const maxBytes = 2 * 1024 * 1024

/**
 * Reads a file as UTF-8 into `file.data.text`, without a byte order mark and with `\n` as line ends.
 *
 * If the file is too large, is not UTF-8 or holds a null byte, the problem is raised on it and its text is empty.
 *
 * @param path the path on disk
 * @param displayPath the path that problems name
 */
export function readText(path: string, displayPath: string): VFile {
  return decodeText(readFileSync(path), displayPath)
}

/** Decodes the bytes of a file, as `readText` does. */
export function decodeText(bytes: Buffer, displayPath: string): VFile {
  const file = new VFile({ path: displayPath })
  file.data.text = ''
  if (bytes.length > maxBytes) {
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

/** Finds the first byte that is not UTF-8, and its place. */
function firstBadByte(bytes: Buffer): { line: number; column: number; byte: string } {
  const decoded = new TextDecoder('utf-8').decode(bytes)
  // A replacement character that the file itself holds has three bytes, EF BF BD.
  let offset = 0
  for (const character of decoded) {
    const size = Buffer.byteLength(character)
    if (character === '\ufffd' && !bytes.subarray(offset, offset + 3).equals(Buffer.from('\ufffd'))) break
    offset += size
  }
  const before = bytes.subarray(0, offset).toString().split('\n')
  return {
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
    byte: `0x${(bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`,
  }
}
