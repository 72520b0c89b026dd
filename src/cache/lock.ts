import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

/**
 * Takes a lock, which is a file with the name of this process, until it is released or the process ends.
 *
 * @returns a way to release it; undefined where another process that still runs has it
 */
export function lock(path: string): (() => void) | undefined {
  const own = `${hostname()} ${process.pid}`
  mkdirSync(dirname(path), { recursive: true })
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(path, own, { flag: 'wx' })
      const release = () => {
        process.off('exit', release)
        rmSync(path, { force: true })
      }
      process.on('exit', release)
      return release
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (isHeld(path, own)) return undefined
      // Whoever had it was killed, or is on another machine that the folder was copied from.
      rmSync(path, { force: true })
    }
  }
  return undefined
}

function isHeld(path: string, own: string): boolean {
  try {
    const holder = readFileSync(path, 'utf8')
    const [host = '', pid = ''] = holder.split(' ')
    if (holder === own) return true
    if (host !== hostname()) return false
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}
