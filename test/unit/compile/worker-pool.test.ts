import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMemoryCache } from '../../../src/cache/memory-cache.ts'
import { readOutlet } from '../../../src/compile/read-outlet.ts'
import { compileInWorkers } from '../../../src/compile/worker-pool.ts'
import { findContentFiles } from '../../../src/content/list-files.ts'
import { sourceFile } from '../../../src/content/source-file.ts'
import { buildSite } from '../../helpers/build-site.ts'
import { root, story, writeSite } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const content = writeSite(
  scratch,
  Object.fromEntries(
    Array.from({ length: 320 }, (_, index) => [
      `articles/story-${index}.md`,
      story('tags: [Water]', `Mali (SP) — Text *${index}* of André*.\n\n* Name changed for security.`).replace(
        'Rain comes',
        `Story ${index}`,
      ),
    ]),
  ),
)
let module: string
beforeAll(async () => {
  const { bundle } = await import('../../../src/cli/bundle.js')
  module = join(await bundle(root), 'compile-worker.cjs')
})

describe('workers', () => {
  it('make what one thread makes, byte for byte', async () => {
    const options = { content, cwd: scratch }
    const alone = await buildSite(join(scratch, 'alone'), options)
    const together = await buildSite(join(scratch, 'together'), { ...options, compileWorker: module })
    expect(alone.files.size).toBeGreaterThan(320)
    expect([...together.files.keys()]).toEqual([...alone.files.keys()])
    expect(
      [...alone.files].filter(([path, bytes]) => !together.files.get(path)?.equals(bytes)).map(([path]) => path),
    ).toEqual([])
  })

  it('that run out of memory name the file that they did not manage, and only that one', async () => {
    writeFileSync(
      join(content, 'articles/monster.md'),
      story('', '*a* [b](c) '.repeat(170_000)).replace('Rain comes', 'Monster'),
    )
    const { outlet } = readOutlet(content, 'content')
    if (outlet === undefined) throw new Error('no outlet')
    const files = findContentFiles(content).map(({ path }) => sourceFile(content, 'content', path, path))
    const cache = createMemoryCache()
    let done = 0
    const problems = await compileInWorkers(
      files,
      { module, heap: 80 },
      { content, contentDisplayPath: 'content', outlet },
      cache,
      (count) => {
        done = count
      },
    )
    expect(problems).toEqual([
      expect.objectContaining({ name: 'compiling-failed', file: 'content/articles/monster.md', severity: 'error' }),
    ])
    expect(problems[0]?.message).toMatch(/memory/)
    expect(done).toBe(files.length - 1)
    rmSync(join(content, 'articles/monster.md'))
  })
})
