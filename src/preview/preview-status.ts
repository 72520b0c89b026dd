import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the script of previewed pages looks for what is wrong. */
const report = '_problems.txt'

/** Leaves word of when the pages were last made, for those that were opened shortly before and missed the call to load anew. */
export function recordRebuild(out: string): void {
  writeFileSync(join(out, '_made.txt'), String(Date.now()))
  // An edition that clears the folder takes it along.
  if (!existsSync(join(out, report))) recordProblems(out, '')
}

/**
 * Leaves what is wrong where previewed pages look for it; nothing where all is well.
 *
 * @param out the folder of the preview
 */
export function recordProblems(out: string, text: string): void {
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, report), text)
}

/** The lines of a file that a report quotes. */
export function linesOf(path: string): string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r\n?|\n/)
  } catch {
    return undefined
  }
}
