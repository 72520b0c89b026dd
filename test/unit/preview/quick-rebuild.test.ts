import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { BuildCache } from '../../../src/builder/build-cache.ts'
import type { BuildOptions } from '../../../src/builder/build-options.ts'
import type { OpenBuild } from '../../../src/builder/builder.ts'
import { SiteBuild } from '../../../src/builder/site-build.ts'
import { codeVersion } from '../../../src/fingerprint/code-version.ts'
import { outputFile } from '../../../src/newsroom/url-path.ts'
import { QuickRebuild } from '../../../src/preview/quick-rebuild.ts'
import { readFiles } from '../../helpers/read-files.ts'
import { noon, root, story, writeSite } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const version = codeVersion(root)
let count = 0

/** Returns the options for the preview of a new site with two stories. */
function preview(): BuildOptions {
  const folder = join(scratch, `site-${++count}`)
  const content = writeSite(folder, {
    'articles/second.md': story('tags: [Water]', 'Chad (SP) — See [rain](rain-comes.md).').replace(
      'Rain comes',
      'Second',
    ),
  })
  return previewOptions(content, folder)
}

const previewOptions = (content: string, folder: string): BuildOptions => ({
  content,
  public: join(folder, 'public'),
  layouts: join(root, 'layouts'),
  workFolder: join(folder, '.lampstand'),
  cwd: dirname(content),
  now: noon,
  audience: 'desk',
  out: join(folder, 'preview'),
  version,
  inPlace: true,
})

const openCache = ({ workFolder }: BuildOptions) => BuildCache.open(workFolder, version.compiler, true)

async function write(build: OpenBuild): Promise<void> {
  for (const url of build.outputs) {
    const file = join(build.staging, outputFile(url))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await build.render(url))
  }
  build.close()
}

/** Returns the files of a new preview of the same content. */
async function newPreview({ content }: BuildOptions): Promise<Map<string, Buffer>> {
  const folder = join(scratch, `fresh-${++count}`)
  const options = previewOptions(content, folder)
  await write(await SiteBuild.open(options, openCache(options)))
  return readFiles(options.out)
}

/** Does something with a preview that has made its first build. */
async function withPreview(use: (options: BuildOptions, cache: BuildCache) => Promise<void>): Promise<void> {
  const options = preview()
  const cache = openCache(options)
  try {
    await write(await SiteBuild.open(options, cache))
    await use(options, cache)
  } finally {
    cache.close()
  }
}

const save = ({ content }: BuildOptions, path: string, text: string) => writeFileSync(join(content, path), text)
const page = ({ out }: BuildOptions) => readFileSync(join(out, 'news/rain-comes/index.html'), 'utf8')

describe('a quick rebuild', () => {
  it('shows the page of the story that was saved, and no other page', async () => {
    await withPreview(async (options, cache) => {
      const before = readFiles(options.out)
      save(
        options,
        'articles/rain-comes.md',
        story('', 'Mali (SP) — It [stayed](second.md).').replace('Rain comes', 'Rain stays'),
      )
      const quickRebuild = await QuickRebuild.open('articles/rain-comes.md', options, cache)
      expect(quickRebuild?.outputs).toEqual(['/news/rain-comes/'])
      if (quickRebuild !== undefined) await write(quickRebuild)
      expect(page(options)).toContain('<h1>Rain stays</h1>')
      expect(page(options)).toContain('<a href="/news/second/">stayed</a>')
      const changed = [...readFiles(options.out)].filter(([path, bytes]) => before.get(path)?.equals(bytes) === false)
      expect(changed.map(([path]) => path)).toEqual(['news/rain-comes/index.html'])
    })
  })

  it('is followed by a full build with the result of a new preview, whether or not the story changes again in between', async () => {
    await withPreview(async (options, cache) => {
      const first = readFileSync(join(options.content, 'articles/rain-comes.md'), 'utf8')
      const changed = story('', 'Mali (SP) — Stays.').replace('Rain comes', 'Rain stays')
      // The last text is that of the first build.
      for (const text of [changed, changed, first]) {
        save(options, 'articles/rain-comes.md', story('', 'Mali (SP) — First.'))
        const quickRebuild = await QuickRebuild.open('articles/rain-comes.md', options, cache)
        if (quickRebuild === undefined) throw new Error('no quick rebuild')
        await write(quickRebuild)
        expect(page(options)).toContain('First.')
        save(options, 'articles/rain-comes.md', text)
        await write(await SiteBuild.open(options, cache))
        expect(readFiles(options.out)).toEqual(await newPreview(options))
      }
    })
  })

  it('without a full build after it is not what the next preview builds on', async () => {
    const options = preview()
    const cache = openCache(options)
    await write(await SiteBuild.open(options, cache))
    const before = readFileSync(join(options.content, 'articles/rain-comes.md'), 'utf8')
    save(options, 'articles/rain-comes.md', before.replace('came', 'fell'))
    const quickRebuild = await QuickRebuild.open('articles/rain-comes.md', options, cache)
    if (quickRebuild === undefined) throw new Error('no quick rebuild')
    await write(quickRebuild)
    cache.close()
    save(options, 'articles/rain-comes.md', before)
    const next = openCache(options)
    await write(await SiteBuild.open(options, next))
    next.close()
    expect(readFiles(options.out)).toEqual(await newPreview(options))
  })

  it('of a story that is then removed leaves no page behind', async () => {
    await withPreview(async (options, cache) => {
      const file = join(options.content, 'articles/second.md')
      writeFileSync(file, readFileSync(file, 'utf8').replace('See', 'Look at'))
      const quickRebuild = await QuickRebuild.open('articles/second.md', options, cache)
      if (quickRebuild === undefined) throw new Error('no quick rebuild')
      await write(quickRebuild)
      rmSync(file)
      await write(await SiteBuild.open(options, cache))
      expect(readFiles(options.out)).toEqual(await newPreview(options))
    })
  })

  it.each([
    ['its terms change', story('tags: [Rain]')],
    ['its address changes', story('slug: other')],
    ['it is a translation', story('language: fr\ntranslationOf: second')],
    ['it has a problem', story('titel: Rain')],
    ['it cannot be read', '---\n: :\n---\n'],
  ])('is impossible if %s: a full build reports the consequences', async (_, text) => {
    await withPreview(async (options, cache) => {
      save(options, 'articles/rain-comes.md', text)
      expect(await QuickRebuild.open('articles/rain-comes.md', options, cache)).toBeUndefined()
      expect(page(options)).toContain('The rain came.')
    })
  })

  it('is impossible for a new or removed story, and for any other file', async () => {
    await withPreview(async (options, cache) => {
      save(options, 'articles/third.md', story().replace('Rain comes', 'Third'))
      expect(await QuickRebuild.open('articles/third.md', options, cache)).toBeUndefined()
      rmSync(join(options.content, 'articles/rain-comes.md'))
      expect(await QuickRebuild.open('articles/rain-comes.md', options, cache)).toBeUndefined()
      expect(await QuickRebuild.open('people/ann-doe.md', options, cache)).toBeUndefined()
      expect(await QuickRebuild.open('site.yml', options, cache)).toBeUndefined()
    })
  })
})
