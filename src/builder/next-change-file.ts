import { join } from 'node:path'
import { writeAtomically } from '../cache/checksummed-file.ts'

/** The file below the work folder that says when the site changes next; docs/contracts/next-change.md describes it. */
export const nextChangeFile = 'next-change'

/**
 * Writes the next instant at which the site changes by itself, for those who start builds.
 *
 * @param instant milliseconds since 1970; undefined if nothing will change
 */
export function writeNextChange(workFolder: string, instant: number | undefined): void {
  writeAtomically(join(workFolder, nextChangeFile), `${formatNextChange(instant)}\n`)
}

/** Formats an instant like 2026-11-30T15:00:00Z, or as `never`. */
export function formatNextChange(instant: number | undefined): string {
  return instant === undefined ? 'never' : new Date(instant).toISOString().replace('.000Z', 'Z')
}
