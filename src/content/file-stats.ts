/**
 * The sizes, times and hashes of files when their bytes were last read, in the order of the paths below the content folder. Columns,
 * because there are many and every build reads them.
 */
export interface FileStats {
  paths: string[]
  sizes: number[]
  /** The times of the last change of any kind (ctime) in milliseconds, which nobody can set back. */
  changeTimes: number[]
  hashes: string[]
}

/** Returns the stats of no files. */
export const emptyFileStats = (): FileStats => ({ paths: [], sizes: [], changeTimes: [], hashes: [] })

/**
 * The resolution that is assumed of a disk's clock, in milliseconds. A file that changed within it before it was read may have changed
 * again since, with the same time.
 */
export const clockResolution = 2000
