import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'

/** Temporary files of editors and systems, and folders without content. */
const ignoredNames = /~$|^\..*\.sw.$|^\.DS_Store$|^\.git$|^node_modules$/
/** The time between an event and the look at its file, in milliseconds: temporary files of editors are gone by then. */
const lookDelay = 10

/**
 * Reports the files that are saved below some folders, until it is closed. There is one watcher per folder and none per
 * file, and no event is dropped: however fast saves follow each other, the last is reported after it is on disk.
 * Folders may appear and disappear, and may be missing at first.
 *
 * Symbolic links are not followed, because they lead out of the site.
 */
export class FolderWatcher {
  private readonly watchers = new Map<string, FSWatcher>()
  /** The files that exist, to tell a removed file from a temporary one. */
  private readonly files = new Set<string>()
  private readonly touched = new Set<string>()
  /** The folders whose watchers get no more events. */
  private readonly stale = new Set<string>()
  private timer: NodeJS.Timeout | undefined
  private readonly parents: FSWatcher[] = []

  /**
   * @param folders absolute
   * @param onChange receives the path of a file that was saved or removed, or of a folder that appeared or disappeared
   */
  constructor(
    folders: readonly string[],
    private readonly onChange: (path: string) => void,
  ) {
    for (const folder of folders) {
      const parent = attempt(() => watch(dirname(folder)))
      parent?.on('change', (_, name) => name === basename(folder) && this.touch(folder))
      parent?.on('error', () => parent.close())
      if (parent !== undefined) this.parents.push(parent)
      this.watchFolder(folder)
    }
  }

  close(): void {
    clearTimeout(this.timer)
    for (const watcher of [...this.parents, ...this.watchers.values()]) watcher.close()
    this.watchers.clear()
  }

  private touch(path: string): void {
    this.touched.add(path)
    this.timer ??= setTimeout(() => this.look(), lookDelay)
  }

  private rewatch(folder: string): void {
    this.stale.add(folder)
    this.touch(folder)
  }

  private look(): void {
    this.timer = undefined
    const paths = [...this.touched]
    this.touched.clear()
    for (const path of paths) {
      const stats = attempt(() => lstatSync(path))
      const isGone = stats === undefined || this.stale.delete(path)
      const existed = isGone && this.forget(path)
      if (stats?.isDirectory() === true) {
        if (this.watchers.has(path)) continue
        this.watchFolder(path)
        this.onChange(path)
      } else if (stats !== undefined) {
        this.files.add(path)
        this.onChange(path)
      } else if (existed) {
        this.onChange(path)
      }
    }
  }

  /**
   * Watches a folder and the folders in it. The watcher comes before the listing, so that no file is missed in between.
   */
  private watchFolder(folder: string): void {
    const watcher = attempt(() => watch(folder))
    if (watcher === undefined) return
    this.watchers.set(folder, watcher)
    watcher.on('change', (kind, name) => {
      // A removed folder reports its own name; there may be a new folder by now.
      if (name === null || (kind === 'rename' && name === basename(folder))) this.rewatch(folder)
      if (name !== null && !ignoredNames.test(String(name))) this.touch(join(folder, String(name)))
    })
    watcher.on('error', () => this.rewatch(folder))
    for (const entry of attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
      if (ignoredNames.test(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) this.watchFolder(path)
      else this.files.add(path)
    }
  }

  /** Forgets a file, or a folder with everything in it. Returns true if it existed. */
  private forget(path: string): boolean {
    const existed = this.files.delete(path)
    if (!this.watchers.has(path)) return existed
    for (const [folder, watcher] of this.watchers) {
      if (folder !== path && !folder.startsWith(path + sep)) continue
      watcher.close()
      this.watchers.delete(folder)
    }
    for (const file of this.files) if (file.startsWith(path + sep)) this.files.delete(file)
    return true
  }
}

/**
 * Returns the result of a file system call; undefined if the path is gone or access is denied.
 *
 * @throws at the limits of the system, as for the number of watchers
 */
function attempt<Result>(call: () => Result): Result | undefined {
  try {
    return call()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOSPC', 'EMFILE', 'ENFILE'].includes(code)) throw error
    return undefined
  }
}
