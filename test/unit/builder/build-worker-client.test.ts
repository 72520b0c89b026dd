import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BuildResult } from '../../../src/builder/build.ts'
import { type BuildWorkerClient, connectBuildWorker } from '../../../src/builder/build-worker-client.ts'
import { startBuildWorker } from '../../../src/builder/start-build-worker.ts'
import { DamagedCache } from '../../../src/cache/damaged-cache.ts'
import { outputFile } from '../../../src/newsroom/url-path.ts'
import { ProblemsFound } from '../../../src/problems/problem.ts'
import { readFiles } from '../../helpers/read-files.ts'
import { noon, root, story, writeSite } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
let module: string
beforeAll(async () => {
  const { bundle } = await import('../../../src/cli/bundle.js')
  module = join(await bundle(root), 'build-worker.cjs')
})
let count = 0

/** A site of its own, and what its thread is told. */
function site(files: Record<string, string> = {}) {
  const folder = join(scratch, `site-${++count}`)
  return {
    content: writeSite(folder, files),
    public: join(folder, 'public'),
    layouts: join(root, 'layouts'),
    workFolder: join(folder, '.lampstand'),
    cwd: folder,
    now: noon,
    audience: 'public' as const,
    out: join(folder, 'site'),
    inPlace: false,
  }
}

/** Has a thread make an edition, as Eleventy would: everything rendered is asked for at once. */
async function make(thread: BuildWorkerClient, options: ReturnType<typeof site>): Promise<BuildResult> {
  const edition = await thread.open(options, () => {})
  await Promise.all(
    edition.outputs.map(async (url) => {
      const file = join(edition.staging, outputFile(url))
      const text = await edition.render(url)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }),
  )
  const built = await edition.close()
  if (built === undefined) throw new Error('no edition')
  return built
}

describe('the thread of an edition', () => {
  it('makes a site, and lets go of what it holds', async () => {
    const options = site({ 'articles/second.md': story().replace('Rain comes', 'Second') })
    const thread = connectBuildWorker(startBuildWorker(module, options.workFolder), root, options.workFolder)
    const { counts, problems } = await make(thread, options)
    await thread.end()
    expect(counts.articles).toBe(2)
    expect(problems).toEqual([])
    expect(existsSync(join(options.out, 'news/second/index.html'))).toBe(true)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('tells problems as problems, and lets go of what it holds then too', async () => {
    const options = site({ 'articles/bad.md': story('partners: [nobody]').replace('Rain comes', 'Bad') })
    const thread = connectBuildWorker(startBuildWorker(module, options.workFolder), root, options.workFolder)
    await expect(make(thread, options)).rejects.toThrow(ProblemsFound)
    await thread.end()
    expect(existsSync(options.out)).toBe(false)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('that finds its cache damaged makes the edition at the second try, and keeps what it compiled', async () => {
    const options = site()
    const first = connectBuildWorker(startBuildWorker(module, options.workFolder), root, options.workFolder)
    await make(first, options)
    await first.end()
    const files = readFiles(options.out)
    const bodies = join(options.workFolder, 'cache/bodies')
    writeFileSync(
      bodies,
      readFileSync(bodies).map((byte) => byte ^ 1),
    )
    rmSync(join(options.out, '.lampstand'))
    const second = connectBuildWorker(startBuildWorker(module, options.workFolder), root, options.workFolder)
    await expect(make(second, options)).rejects.toThrow(DamagedCache)
    await make(second, options)
    await second.end()
    expect(readFiles(options.out)).toEqual(files)
    expect(statSync(join(options.workFolder, 'cache/entries')).size).toBeGreaterThan(500)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('that dies says so to whoever waits, and to nobody else', async () => {
    const dying = join(scratch, 'dying.mjs')
    writeFileSync(
      dying,
      `import { parentPort } from 'node:worker_threads'
      const outputs = Array.from({ length: 400 }, (_, index) => '/' + index + '/')
      parentPort.on('message', ({ ask }) => {
        if (ask === 'open') parentPort.postMessage({ answer: 'opened', staging: '', outputs })
        else if (ask !== 'archive') process.exit(7)
      })`,
    )
    const options = site()
    const thread = connectBuildWorker(startBuildWorker(dying, options.workFolder), root, options.workFolder)
    const edition = await thread.open(options, () => {})
    // The texts that nobody takes must not end the process: the runner fails on rejections that nobody handles.
    await expect(edition.render('/0/')).rejects.toThrow('The thread of the press ended with 7')
    await expect(edition.close()).rejects.toThrow('The thread of the press ended with 7')
    await thread.end()
  })
})
