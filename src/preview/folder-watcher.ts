import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import { basename, dirname, join, sep } from 'node:path'

/** What editors and systems leave beside files that are saved, and folders that hold none of ours. */
const passedOver = /~$|^\..*\.sw.$|^\.DS_Store$|^\.git$|^node_modules$/
/** How long after a save it is looked at, in milliseconds: what editors write in passing is gone then. */
const untilLook = 10

/**
 * Tells what is saved below some folders, until it is closed. A folder is watched as a whole and not each of its files, and nothing is
 * held back: whatever the pace of saves, the last is told after it is on disk. Folders may come and go, and may be missing at first.
 *
 * Links are not followed, as they lead out of what is published.
 */
export class FolderWatcher {
  private readonly watchers = new Map<string, FSWatcher>()
  /** The files that are there, so that one that goes is told from one that only passed. */
  private readonly files = new Set<string>()
  private readonly touched = new Set<string>()
  /** Folders whose watchers hear nothing any more. */
  private readonly stale = new Set<string>()
  private looking: NodeJS.Timeout | undefined
  private readonly parents: FSWatcher[] = []

  /**
   * @param folders absolute
   * @param tell hears the path of a file that was saved or removed, or of a folder that came or went with all that it holds
   */
  constructor(
    folders: readonly string[],
    private readonly tell: (path: string) => void,
  ) {
    for (const folder of folders) {
      const parent = attempt(() => watch(dirname(folder)))
      parent?.on('change', (_, name) => name === basename(folder) && this.touch(folder))
      parent?.on('error', () => parent.close())
      if (parent !== undefined) this.parents.push(parent)
      this.enter(folder)
    }
  }

  close(): void {
    clearTimeout(this.looking)
    for (const watcher of [...this.parents, ...this.watchers.values()]) watcher.close()
    this.watchers.clear()
  }

  private touch(path: string): void {
    this.touched.add(path)
    this.looking ??= setTimeout(() => this.look(), untilLook)
  }

  private renew(folder: string): void {
    this.stale.add(folder)
    this.touch(folder)
  }

  private look(): void {
    this.looking = undefined
    const paths = [...this.touched]
    this.touched.clear()
    for (const path of paths) {
      const found = attempt(() => lstatSync(path))
      const isGone = found === undefined || this.stale.delete(path)
      const wasKnown = isGone && this.leave(path)
      if (found?.isDirectory() === true) {
        if (this.watchers.has(path)) continue
        this.enter(path)
        this.tell(path)
      } else if (found !== undefined) {
        this.files.add(path)
        this.tell(path)
      } else if (wasKnown) {
        this.tell(path)
      }
    }
  }

  /** Watches a folder and those in it; before they are read, so that nothing is written between. */
  private enter(folder: string): void {
    const watcher = attempt(() => watch(folder))
    if (watcher === undefined) return
    this.watchers.set(folder, watcher)
    watcher.on('change', (kind, name) => {
      // It tells of itself when it is removed; another may stand in its place by now.
      if (name === null || (kind === 'rename' && name === basename(folder))) this.renew(folder)
      if (name !== null && !passedOver.test(String(name))) this.touch(join(folder, String(name)))
    })
    watcher.on('error', () => this.renew(folder))
    for (const entry of attempt(() => readdirSync(folder, { withFileTypes: true })) ?? []) {
      if (passedOver.test(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) this.enter(path)
      else this.files.add(path)
    }
  }

  /** Forgets a file, or a folder with all that it holds; says whether anything was known of it. */
  private leave(path: string): boolean {
    let known = this.files.delete(path)
    if (!this.watchers.has(path)) return known
    known = true
    for (const [folder, watcher] of this.watchers) {
      if (folder !== path && !folder.startsWith(path + sep)) continue
      watcher.close()
      this.watchers.delete(folder)
    }
    for (const file of this.files) if (file.startsWith(path + sep)) this.files.delete(file)
    return known
  }
}

/** What is done with a folder, or undefined where it is gone or closed to us; a limit of the system is no such thing. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (['ENOSPC', 'EMFILE', 'ENFILE'].includes(code)) throw error
    return undefined
  }
}
