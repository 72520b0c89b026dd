import { statSync } from 'node:fs'
import { readChecked, writeChecked } from '../cache/checked-file.ts'

/** What a file looked like when something was found out about it: its size, and its time of change in milliseconds. */
type Stamped<Fact> = readonly [size: number, changed: number, fact: Fact]

/** What was found out about files, by their path, so that an archive of photos and newscasts is not read at every build. */
export class Remembered<Fact> {
  private readonly known: Readonly<Record<string, Stamped<Fact>>>
  private readonly seen: Record<string, Stamped<Fact>> = {}

  /**
   * @param path the file that keeps it between builds
   * @param version what facts mean; those of another version are dropped
   */
  constructor(
    private readonly path: string,
    private readonly version: string,
  ) {
    this.known = (readChecked(path, version) ?? {}) as Record<string, Stamped<Fact>>
  }

  /** What is known of a file that has not changed since. */
  recall(file: string): Fact | undefined {
    const stamped = this.known[file]
    if (stamped === undefined) return undefined
    const { size, mtimeMs } = statSync(file)
    if (stamped[0] !== size || stamped[1] !== mtimeMs) return undefined
    this.seen[file] = stamped
    return stamped[2]
  }

  remember(file: string, fact: Fact): void {
    const { size, mtimeMs } = statSync(file)
    this.seen[file] = [size, mtimeMs, fact]
  }

  /** Writes what was found out and recalled. */
  close(): void {
    if (JSON.stringify(this.seen) !== JSON.stringify(this.known)) writeChecked(this.path, this.version, this.seen)
  }
}
