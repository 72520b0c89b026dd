import type { VFile } from 'vfile'
import { noText } from '../problems/catalogue/text.ts'
import { raise } from '../problems/problem.ts'

/** Raises a text that is empty, unless the file is still a draft. */
export function raiseMissingText(file: VFile, status: string | undefined, html: string): void {
  if (status === 'draft' || html.trim() !== '') return
  const lines = (file.data.text ?? '').trimEnd().split('\n')
  // Anything else below the front matter, such as a script that was removed, has a problem of its own.
  if (lines.at(-1) === '---') raise(file, noText(), { start: { line: lines.length, column: 1 } })
}
