import { statSync } from 'node:fs'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'
import { clockTick } from '../content/file-hashes.ts'

/** What a file looked like when something was found out about it: its size, and its time of change in milliseconds, which nobody can set back. */
type Stamped<Fact> = readonly [size: number, changed: number, fact: Fact]

/** What was found out about files, by their path, so that an archive of photos and newscasts is not read at every build. */
export class FileFactsCache<Fact> {
  private readonly known: Readonly<Record<string, Stamped<Fact>>>
  private readonly seen: Record<string, Stamped<Fact>> = {}
  /** What files looked like when they were asked for: they may be changed while something is found out about them. */
  private readonly asked = new Map<string, { size: number; changed: number; settled: boolean }>()

  /**
   * @param path the file that keeps it between builds
   * @param version what facts mean; those of another version are dropped
   */
  constructor(
    private readonly path: string,
    private readonly version: string,
  ) {
    this.known = (readChecksummed(path, version) ?? {}) as Record<string, Stamped<Fact>>
  }

  /** What is known of a file that has not changed since. */
  get(file: string): Fact | undefined {
    const { size, ctimeMs: changed } = statSync(file)
    this.asked.set(file, { size, changed, settled: changed < Date.now() - clockTick })
    const stamped = this.known[file]
    if (stamped === undefined || stamped[0] !== size || stamped[1] !== changed) return undefined
    this.seen[file] = stamped
    return stamped[2]
  }

  /** Keeps what was found out of a file after it was asked for; of one that was changed just before, it is found out again next time. */
  put(file: string, fact: Fact): void {
    const asked = this.asked.get(file)
    if (asked?.settled === true) this.seen[file] = [asked.size, asked.changed, fact]
  }

  /** Writes what was found out and recalled. */
  close(): void {
    if (JSON.stringify(this.seen) !== JSON.stringify(this.known)) writeChecksummed(this.path, this.version, this.seen)
  }
}
