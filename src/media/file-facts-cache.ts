import { statSync } from 'node:fs'
import { readChecksummed, writeChecksummed } from '../cache/checksummed-file.ts'
import { clockResolution } from '../content/file-stats.ts'

/** A fact with the size and the time of change that its file had, in milliseconds: nobody can set that time back. */
type Entry<Fact> = readonly [size: number, changed: number, fact: Fact]

/**
 * Keeps facts about files between builds, by path, so that a build does not read every photo and recording of the
 * archive.
 */
export class FileFactsCache<Fact> {
  private readonly previous: Readonly<Record<string, Entry<Fact>>>
  private readonly current: Record<string, Entry<Fact>> = {}
  /** The files as `get` found them: a file may change while its fact is computed. */
  private readonly stats = new Map<string, { size: number; changed: number; isSettled: boolean }>()

  /**
   * Reads the facts of the last build.
   *
   * @param path the file that keeps the facts
   * @param version the meaning of the facts; those of another version are dropped
   */
  constructor(
    private readonly path: string,
    private readonly version: string,
  ) {
    this.previous = (readChecksummed(path, version) ?? {}) as Record<string, Entry<Fact>>
  }

  /** Returns the fact about a file that has not changed since it was put; undefined otherwise. */
  get(file: string): Fact | undefined {
    const { size, ctimeMs: changed } = statSync(file)
    this.stats.set(file, { size, changed, isSettled: changed < Date.now() - clockResolution })
    const entry = this.previous[file]
    if (entry === undefined || entry[0] !== size || entry[1] !== changed) return undefined
    this.current[file] = entry
    return entry[2]
  }

  /**
   * Keeps a fact about a file that `get` was called for before the fact was computed. Drops it for a file that changed
   * within the last tick of the clock, as a further change could have the same time.
   */
  put(file: string, fact: Fact): void {
    const stats = this.stats.get(file)
    if (stats?.isSettled === true) this.current[file] = [stats.size, stats.changed, fact]
  }

  /** Writes the facts that were put or got in this build. */
  close(): void {
    if (JSON.stringify(this.current) !== JSON.stringify(this.previous)) {
      writeChecksummed(this.path, this.version, this.current)
    }
  }
}
