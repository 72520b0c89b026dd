import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'

/**
 * Takes a lock until it is released or this process ends. The lock is a file that names the process.
 *
 * @returns a function that releases the lock; undefined if another process that is still running has it
 */
export function lock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createLockFile(path)) {
      const release = () => {
        process.off('exit', release)
        rmSync(path, { force: true })
      }
      process.on('exit', release)
      return release
    }
    if (lockHolder(path) !== undefined) return undefined
    removeAbandonedLock(path)
  }
  return undefined
}

/** Creates a lock file, unless there is one. It appears with its content: read while it was empty, it would seem abandoned. */
function createLockFile(path: string): boolean {
  const content = `${hostname()} ${process.pid} ${startTime()}`
  const draft = draftPath(path)
  try {
    writeFileSync(draft, content)
    linkSync(draft, path)
    return true
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (!withoutLinks.has(code)) throw error
    return createWithoutLink(path, content)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The errors of disks that have no hard links. */
const withoutLinks = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'])

function createWithoutLink(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes a lock whose process was killed, or that was copied from another machine. */
function removeAbandonedLock(path: string): void {
  // Only who has this second lock removes the first: otherwise a lock that was taken after it was read could be removed.
  const guard = `${path}.removal`
  if (!createLockFile(guard)) {
    if (isAbandoned(guard)) rmSync(guard, { recursive: true, force: true })
    return
  }
  try {
    if (isAbandoned(path)) rmSync(path, { recursive: true, force: true })
  } finally {
    rmSync(guard, { force: true })
  }
}

/** True if there is a lock and no running process has it; false if there is none. */
function isAbandoned(path: string): boolean {
  // One read decides: between two, a lock can be released and taken.
  const content = readLock(path)
  return content !== undefined && runningProcess(content) === undefined
}

/** Returns the content of a lock file, empty for anything else in its place; undefined if there is nothing. */
function readLock(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : ''
  }
}

const draftPath = (path: string) => `${path}.${process.pid}.${threadId}`

/** Returns the id of the process that has a lock; undefined if no running process has it. */
export function lockHolder(path: string): number | undefined {
  return runningProcess(readLock(path) ?? '')
}

/** Returns the id of the process that a lock names, if it is running on this machine. */
function runningProcess(content: string): number | undefined {
  const [host = '', pid = '', start = ''] = content.split(' ')
  if (host !== hostname()) return undefined
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    // With this error, it is running and belongs to another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? Number(pid) : undefined
  }
  // After a restart, a machine gives the same ids to other processes.
  return Number(pid) === process.pid && Math.abs(Number(start) - startTime()) > 2 ? undefined : Number(pid)
}

/** The time when this process started, in seconds since 1970. Threads of one process get slightly different results. */
const startTime = () => Math.round(Date.now() / 1000 - process.uptime())
