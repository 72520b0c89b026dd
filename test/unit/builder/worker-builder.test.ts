import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuilderOptions, builderOptions } from '../../../src/builder/build-options.ts'
import type { BuildResult } from '../../../src/builder/builder.ts'
import { startBuildWorker } from '../../../src/builder/start-build-worker.ts'
import { WorkerBuilder } from '../../../src/builder/worker-builder.ts'
import { outputFile } from '../../../src/newsroom/url-path.ts'
import { ProblemsError } from '../../../src/problems/problem.ts'
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

/** Writes a small site. Returns the options of its builder. */
function site(files: Record<string, string> = {}): BuilderOptions {
  const folder = join(scratch, `site-${++count}`)
  const workFolder = join(folder, '.lampstand')
  const folders = {
    content: writeSite(folder, files),
    public: join(folder, 'public'),
    layouts: join(root, 'layouts'),
  }
  const choices = { folders, out: join(folder, 'site'), now: () => noon, preview: false, cwd: folder }
  return { ...builderOptions(root, { ...choices, cacheParent: workFolder }), workFolder }
}

const startBuilder = (options: BuilderOptions, worker = module) =>
  new WorkerBuilder(startBuildWorker(worker, options.workFolder), options)

/** Builds a site as Eleventy does: all outputs are requested at once. */
async function buildAll(builder: WorkerBuilder): Promise<BuildResult> {
  const build = await builder.open()
  await Promise.all(
    build.outputs.map(async (url) => {
      const file = join(build.staging, outputFile(url))
      const text = await build.render(url)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }),
  )
  const result = await build.close()
  if (result === undefined) throw new Error('no result')
  return result
}

describe('a builder in a worker thread', () => {
  it('builds a site, and releases its locks', async () => {
    const options = site({ 'articles/second.md': story().replace('Rain comes', 'Second') })
    const builder = startBuilder(options)
    await builder.start()
    const { counts, problems } = await buildAll(builder)
    await builder.end()
    expect(counts.articles).toBe(2)
    expect(problems).toEqual([])
    expect(existsSync(join(options.out, 'news/second/index.html'))).toBe(true)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('throws the problems of the content, and releases its locks', async () => {
    const options = site({ 'articles/bad.md': story('partners: [nobody]').replace('Rain comes', 'Bad') })
    const builder = startBuilder(options)
    await builder.start()
    await expect(buildAll(builder)).rejects.toThrow(ProblemsError)
    await builder.end()
    expect(existsSync(options.out)).toBe(false)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('builds the site if the cache is damaged, and caches what it compiled', async () => {
    const options = site()
    const first = startBuilder(options)
    await buildAll(first)
    await first.end()
    const files = readFiles(options.out)
    const bodies = join(options.workFolder, 'cache/bodies')
    writeFileSync(
      bodies,
      readFileSync(bodies).map((byte) => byte ^ 1),
    )
    rmSync(join(options.out, '.lampstand'))
    const second = startBuilder(options)
    await buildAll(second)
    await second.end()
    expect(readFiles(options.out)).toEqual(files)
    expect(statSync(join(options.workFolder, 'cache/entries')).size).toBeGreaterThan(500)
    expect(existsSync(join(options.workFolder, 'cache/lock'))).toBe(false)
  })

  it('rejects what is awaited when the worker dies, and nothing else', async () => {
    const dyingWorker = join(scratch, 'dying.mjs')
    writeFileSync(
      dyingWorker,
      `import { parentPort } from 'node:worker_threads'
      const outputs = Array.from({ length: 400 }, (_, index) => '/' + index + '/')
      parentPort.on('message', ({ type }) => {
        if (type === 'open') parentPort.postMessage({ type: 'opened', staging: '', outputs })
        else if (type === 'render') process.exit(7)
      })`,
    )
    const builder = startBuilder(site(), dyingWorker)
    const build = await builder.open()
    // Texts that nobody awaits must not end the process: vitest fails on unhandled rejections.
    await expect(build.render('/0/')).rejects.toThrow('The thread of the press ended with 7')
    await expect(build.close()).rejects.toThrow('The thread of the press ended with 7')
    await builder.end()
  })
})
