import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// The script of previewed pages polls both files: layouts/scripts/preview.js.
const problemsFile = '_problems.txt'
const rebuiltFile = '_made.txt'

/**
 * Writes the time of the last rebuild, for pages that were opened shortly before it and missed the signal to reload.
 */
export function recordRebuild(out: string): void {
  writeFileSync(join(out, rebuiltFile), String(Date.now()))
  // A build that clears the folder removes the file of problems.
  if (!existsSync(join(out, problemsFile))) recordProblems(out, '')
}

/**
 * Writes the text that previewed pages show as an overlay.
 *
 * @param out the folder of the preview
 * @param text empty if all is well
 */
export function recordProblems(out: string, text: string): void {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, problemsFile), text)
}
