import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/**
 * Takes a lock until it is released or this process ends. The lock is a file that names the process.
 *
 * @returns a function that releases the lock; undefined if another process that is still running has it
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
      // Its process was killed, or the folder was copied from another machine.
      rmSync(path, { recursive: true, force: true })
    }
  }
  return undefined
}

/** Returns the id of the process that has a lock; undefined if no running process has it. */
export function lockHolder(path: string): number | undefined {
  try {
    const [host = '', pid = '', start = ''] = readFileSync(path, 'utf8').split(' ')
    if (host !== hostname()) return undefined
    process.kill(Number(pid), 0)
    // After a restart, a machine gives the same ids to other processes.
    if (Number(pid) === process.pid && Math.abs(Number(start) - startTime()) > 2) return undefined
    return Number(pid)
  } catch (error) {
    // The process is running and belongs to another user.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') return Number(readFileSync(path, 'utf8').split(' ')[1])
    return undefined
  }
}

/** The time when this process started, in seconds since 1970. Threads of one process get slightly different results. */
const startTime = () => Math.round(Date.now() / 1000 - process.uptime())
