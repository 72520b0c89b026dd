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
const settled = () => new Promise((resolve) => setTimeout(resolve, 150))

/** Watches a folder with a file in a folder; gives a way to hear what was told since it was last asked. */
async function watched(use: (folder: string, told: () => Promise<string[]>) => Promise<void>): Promise<void> {
  const folder = join(scratch, `${++count}`, 'content')
  save(join(folder, 'articles/first.md'))
  let paths: string[] = []
  const watch = new FolderWatcher([folder], (path) => paths.push(path.slice(folder.length + 1)))
  try {
    await settled()
    paths = []
    await use(folder, async () => {
      await settled()
      const heard = [...new Set(paths)].sort()
      paths = []
      return heard
    })
  } finally {
    watch.close()
  }
}

describe('watching a folder', () => {
  it('tells files that are new, changed, renamed and removed, in any folder', async () => {
    await watched(async (folder, told) => {
      save(join(folder, 'site.yml'), 'name: Paper')
      expect(await told()).toEqual(['site.yml'])
      save(join(folder, 'articles/first.md'), 'changed')
      expect(await told()).toEqual(['articles/first.md'])
      renameSync(join(folder, 'articles/first.md'), join(folder, 'articles/second.md'))
      expect(await told()).toEqual(['articles/first.md', 'articles/second.md'])
      rmSync(join(folder, 'articles/second.md'))
      expect(await told()).toEqual(['articles/second.md'])
    })
  })

  it('tells one file where an editor writes beside it in passing', async () => {
    await watched(async (folder, told) => {
      const file = join(folder, 'articles/first.md')
      save(join(folder, 'articles/4913'))
      rmSync(join(folder, 'articles/4913'))
      save(join(folder, 'articles/.first.md.swp'))
      renameSync(file, `${file}~`)
      save(file, 'changed')
      symlinkSync('nobody@nowhere:1', join(folder, 'articles/.#first.md'))
      rmSync(join(folder, 'articles/.#first.md'))
      expect(await told()).toEqual(['articles/first.md'])
    })
  })

  it('goes on in folders that come, are renamed, or are removed and made again', async () => {
    await watched(async (folder, told) => {
      save(join(folder, 'articles/2026/11/third.md'))
      expect(await told()).toContain('articles/2026')
      save(join(folder, 'articles/2026/11/third.md'), 'changed')
      expect(await told()).toEqual(['articles/2026/11/third.md'])
      renameSync(join(folder, 'articles/2026'), join(folder, 'articles/2027'))
      expect(await told()).toEqual(['articles/2026', 'articles/2027'])
      save(join(folder, 'articles/2027/11/third.md'), 'changed again')
      expect(await told()).toEqual(['articles/2027/11/third.md'])
      rmSync(join(folder, 'articles'), { recursive: true })
      save(join(folder, 'articles/first.md'))
      expect(await told()).toContain('articles')
      save(join(folder, 'articles/first.md'), 'changed')
      expect(await told()).toEqual(['articles/first.md'])
    })
  })

  it('goes on where the whole folder is removed and made again', async () => {
    await watched(async (folder, told) => {
      rmSync(folder, { recursive: true })
      expect(await told()).toContain('')
      save(join(folder, 'site.yml'))
      expect(await told()).toContain('')
      save(join(folder, 'site.yml'), 'name: Paper')
      expect(await told()).toEqual(['site.yml'])
    })
  })

  it('tells nothing of what lies beside the folder, in repositories, or behind links', async () => {
    await watched(async (folder, told) => {
      save(join(folder, '../beside.md'))
      save(join(folder, '.git/index'))
      save(join(folder, 'node_modules/package/readme.md'))
      save(join(folder, '../elsewhere/file.md'))
      symlinkSync('../elsewhere', join(folder, 'link'))
      await told()
      save(join(folder, '../elsewhere/file.md'), 'changed')
      save(join(folder, '.git/index'), 'changed')
      expect(await told()).toEqual([])
    })
  })
})
