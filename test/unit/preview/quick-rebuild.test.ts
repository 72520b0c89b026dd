import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  Build,
  type BuildCache,
  type BuildOptions,
  type OpenBuild,
  openBuildCache,
} from '../../../src/builder/build.ts'
import { codeVersion } from '../../../src/builder/code-version.ts'
import { outputFile } from '../../../src/newsroom/url-path.ts'
import { QuickRebuild } from '../../../src/preview/quick-rebuild.ts'
import { readFiles } from '../../helpers/read-files.ts'
import { noon, root, story, writeSite } from '../../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const version = codeVersion(root)
let count = 0

/** A site of two stories in a folder of its own, as a preview has it. */
function preview(): BuildOptions {
  const folder = join(scratch, `site-${++count}`)
  const content = writeSite(folder, {
    'articles/second.md': story('tags: [Water]', 'Chad (SP) — See [rain](rain-comes.md).').replace(
      'Rain comes',
      'Second',
    ),
  })
  return optionsOf(content, folder)
}

const optionsOf = (content: string, folder: string): BuildOptions => ({
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

async function write(edition: OpenBuild): Promise<void> {
  for (const url of edition.outputs) {
    const file = join(edition.staging, outputFile(url))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await edition.render(url))
  }
  edition.close()
}

/** What a preview of the same content shows that is only now begun. */
async function begunNow({ content }: BuildOptions): Promise<Map<string, Buffer>> {
  const folder = join(scratch, `fresh-${++count}`)
  const options = optionsOf(content, folder)
  await write(await Build.open(options, openBuildCache(options.workFolder, version, true)))
  return readFiles(options.out)
}

/** Does something with a preview that has made its first edition. */
async function withPreview(use: (options: BuildOptions, archive: BuildCache) => Promise<void>): Promise<void> {
  const options = preview()
  const archive = openBuildCache(options.workFolder, version, true)
  try {
    await write(await Build.open(options, archive))
    await use(options, archive)
  } finally {
    archive.cache.close()
  }
}

const save = ({ content }: BuildOptions, path: string, text: string) => writeFileSync(join(content, path), text)
const page = ({ out }: BuildOptions) => readFileSync(join(out, 'news/rain-comes/index.html'), 'utf8')

describe('a proof', () => {
  it('shows the page of the story that was saved, and no other page', async () => {
    await withPreview(async (options, archive) => {
      const before = readFiles(options.out)
      save(
        options,
        'articles/rain-comes.md',
        story('', 'Mali (SP) — It [stayed](second.md).').replace('Rain comes', 'Rain stays'),
      )
      const proof = await QuickRebuild.open('articles/rain-comes.md', options, archive)
      expect(proof?.outputs).toEqual(['/news/rain-comes/'])
      if (proof !== undefined) await write(proof)
      expect(page(options)).toContain('<h1>Rain stays</h1>')
      expect(page(options)).toContain('<a href="/news/second/">stayed</a>')
      const changed = [...readFiles(options.out)].filter(([path, bytes]) => before.get(path)?.equals(bytes) === false)
      expect(changed.map(([path]) => path)).toEqual(['news/rain-comes/index.html'])
    })
  })

  it('is followed by the edition that a preview begun now would make, whether the story stays as it was proved or not', async () => {
    await withPreview(async (options, archive) => {
      const first = readFileSync(join(options.content, 'articles/rain-comes.md'), 'utf8')
      const changed = story('', 'Mali (SP) — Stays.').replace('Rain comes', 'Rain stays')
      // The second is what the edition before it had.
      for (const text of [changed, changed, first]) {
        save(options, 'articles/rain-comes.md', story('', 'Mali (SP) — Proved.'))
        const proof = await QuickRebuild.open('articles/rain-comes.md', options, archive)
        if (proof === undefined) throw new Error('no proof')
        await write(proof)
        expect(page(options)).toContain('Proved.')
        save(options, 'articles/rain-comes.md', text)
        await write(await Build.open(options, archive))
        expect(readFiles(options.out)).toEqual(await begunNow(options))
      }
    })
  })

  it('that no edition followed is nothing that the next preview builds on', async () => {
    const options = preview()
    const archive = openBuildCache(options.workFolder, version, true)
    await write(await Build.open(options, archive))
    const before = readFileSync(join(options.content, 'articles/rain-comes.md'), 'utf8')
    save(options, 'articles/rain-comes.md', before.replace('came', 'fell'))
    const proof = await QuickRebuild.open('articles/rain-comes.md', options, archive)
    if (proof === undefined) throw new Error('no proof')
    await write(proof)
    archive.cache.close()
    save(options, 'articles/rain-comes.md', before)
    const next = openBuildCache(options.workFolder, version, true)
    await write(await Build.open(options, next))
    next.cache.close()
    expect(readFiles(options.out)).toEqual(await begunNow(options))
  })

  it.each([
    ['its terms change', story('tags: [Rain]')],
    ['its address changes', story('slug: other')],
    ['it is a translation', story('language: fr\ntranslationOf: second')],
    ['it has a problem', story('titel: Rain')],
    ['it cannot be read', '---\n: :\n---\n'],
  ])('is not made of a story where %s: the edition says what follows', async (_, text) => {
    await withPreview(async (options, archive) => {
      save(options, 'articles/rain-comes.md', text)
      expect(await QuickRebuild.open('articles/rain-comes.md', options, archive)).toBeUndefined()
      expect(page(options)).toContain('The rain came.')
    })
  })

  it('is not made of a story that is new or gone, nor of anything else', async () => {
    await withPreview(async (options, archive) => {
      save(options, 'articles/third.md', story().replace('Rain comes', 'Third'))
      expect(await QuickRebuild.open('articles/third.md', options, archive)).toBeUndefined()
      rmSync(join(options.content, 'articles/rain-comes.md'))
      expect(await QuickRebuild.open('articles/rain-comes.md', options, archive)).toBeUndefined()
      expect(await QuickRebuild.open('people/ann-doe.md', options, archive)).toBeUndefined()
      expect(await QuickRebuild.open('site.yml', options, archive)).toBeUndefined()
    })
  })
})
