import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { FolderWatcher } from '../../../src/preview/folder-watcher.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let count = 0

const save = (path: string, text = '') => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 150))

interface Reports {
  /** Waits for the next report and until no more follow, and returns the paths since the last call. */
  next(): Promise<string[]>
  /** Returns the paths since the last call, or none, once no more follow. */
  soFar(): Promise<string[]>
}

/** Watches a folder that holds a file in a folder. */
async function watchFolder(use: (folder: string, reports: Reports) => Promise<void>): Promise<void> {
  const folder = join(scratch, `${++count}`, 'content')
  save(join(folder, 'articles/first.md'))
  let paths: string[] = []
  const watcher = new FolderWatcher([folder], (path) => paths.push(path.slice(folder.length + 1)))
  const soFar = async () => {
    for (let before = -1; before !== paths.length; ) {
      before = paths.length
      await pause()
    }
    const reported = [...new Set(paths)].sort()
    paths = []
    return reported
  }
  const next = async () => {
    while (paths.length === 0) await pause()
    return soFar()
  }
  try {
    await soFar()
    await use(folder, { next, soFar })
  } finally {
    watcher.close()
  }
}

describe('watching a folder', () => {
  it('reports files that are new, changed, renamed and removed, in any folder', async () => {
    await watchFolder(async (folder, reports) => {
      save(join(folder, 'site.yml'), 'name: Paper')
      expect(await reports.next()).toEqual(['site.yml'])
      save(join(folder, 'articles/first.md'), 'changed')
      expect(await reports.next()).toEqual(['articles/first.md'])
      renameSync(join(folder, 'articles/first.md'), join(folder, 'articles/second.md'))
      expect(await reports.next()).toEqual(['articles/first.md', 'articles/second.md'])
      rmSync(join(folder, 'articles/second.md'))
      expect(await reports.next()).toEqual(['articles/second.md'])
    })
  })

  it('reports one file where an editor briefly writes others beside it', async () => {
    await watchFolder(async (folder, reports) => {
      const file = join(folder, 'articles/first.md')
      save(join(folder, 'articles/4913'))
      rmSync(join(folder, 'articles/4913'))
      save(join(folder, 'articles/.first.md.swp'))
      renameSync(file, `${file}~`)
      save(file, 'changed')
      symlinkSync('nobody@nowhere:1', join(folder, 'articles/.#first.md'))
      rmSync(join(folder, 'articles/.#first.md'))
      expect(await reports.next()).toEqual(['articles/first.md'])
    })
  })

  it('follows folders that are new, renamed, or removed and created again', async () => {
    await watchFolder(async (folder, reports) => {
      save(join(folder, 'articles/2026/11/third.md'))
      expect(await reports.next()).toContain('articles/2026')
      save(join(folder, 'articles/2026/11/third.md'), 'changed')
      expect(await reports.next()).toEqual(['articles/2026/11/third.md'])
      renameSync(join(folder, 'articles/2026'), join(folder, 'articles/2027'))
      expect(await reports.next()).toEqual(['articles/2026', 'articles/2027'])
      save(join(folder, 'articles/2027/11/third.md'), 'changed again')
      expect(await reports.next()).toEqual(['articles/2027/11/third.md'])
      rmSync(join(folder, 'articles'), { recursive: true })
      save(join(folder, 'articles/first.md'))
      expect(await reports.next()).toContain('articles')
      save(join(folder, 'articles/first.md'), 'changed')
      expect(await reports.next()).toEqual(['articles/first.md'])
    })
  })

  it('follows the folder itself where it is removed and created again', async () => {
    await watchFolder(async (folder, reports) => {
      rmSync(folder, { recursive: true })
      expect(await reports.next()).toContain('')
      save(join(folder, 'site.yml'))
      expect(await reports.next()).toContain('')
      save(join(folder, 'site.yml'), 'name: Paper')
      expect(await reports.next()).toEqual(['site.yml'])
    })
  })

  it('reports nothing beside the folder, in repositories, or behind links', async () => {
    await watchFolder(async (folder, reports) => {
      save(join(folder, '../beside.md'))
      save(join(folder, '.git/index'))
      save(join(folder, 'node_modules/package/readme.md'))
      save(join(folder, '../elsewhere/file.md'))
      symlinkSync('../elsewhere', join(folder, 'link'))
      await reports.soFar()
      save(join(folder, '../elsewhere/file.md'), 'changed')
      save(join(folder, '.git/index'), 'changed')
      expect(await reports.soFar()).toEqual([])
    })
  })
})
