import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../problems/problem.ts'
import { reportText } from '../problems/report-text.ts'

/** Leaves word of when the pages were last made, for those that were opened shortly before and missed the call to load anew. */
export function tellMade(out: string): void {
  writeFileSync(join(out, '_made.txt'), String(Date.now()))
}

/**
 * Leaves the report where the script of previewed pages looks for it; an empty one takes it away.
 *
 * @param out the folder of the preview
 * @param pathOf the file on disk that a problem names
 */
export function tellProblems(out: string, problems: readonly Problem[], pathOf: (shown: string) => string): void {
  const path = join(out, '_problems.txt')
  if (problems.length === 0) return rmSync(path, { force: true })
  mkdirSync(out, { recursive: true })
  const lines = (file: string) => {
    try {
      return readFileSync(pathOf(file), 'utf8')
        .replace(/^\ufeff/, '')
        .split(/\r\n?|\n/)
    } catch {
      return undefined
    }
  }
  writeFileSync(path, reportText(problems, lines, false))
}
