import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/**
 * Takes a lock, which is a file with the name of this process, until it is released or the process ends.
 *
 * @returns a way to release it; undefined where another process that still runs has it
 */
export function lock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, `${hostname()} ${process.pid} ${startTime()}`, { flag: 'wx' })
      const release = () => {
        process.off('exit', release)
        rmSync(path, { force: true })
      }
      process.on('exit', release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (lockHolder(path) !== undefined) return undefined
      // Whoever had it was killed, or is on another machine that the folder was copied from.
      rmSync(path, { recursive: true, force: true })
    }
  }
  return undefined
}

/** The number of the process that has a lock; undefined where none that still runs does. */
export function lockHolder(path: string): number | undefined {
  try {
    const [host = '', pid = '', start = ''] = readFileSync(path, 'utf8').split(' ')
    if (host !== hostname()) return undefined
    process.kill(Number(pid), 0)
    // Machines that begin anew give the same numbers to other processes.
    if (Number(pid) === process.pid && Math.abs(Number(start) - startTime()) > 2) return undefined
    return Number(pid)
  } catch (error) {
    // It runs, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return Number(readFileSync(path, 'utf8').split(' ')[1])
    return undefined
  }
}

/** When this process began, in seconds since 1970; threads may say it otherwise by a little. */
const startTime = () => Math.round(Date.now() / 1000 - process.uptime())
