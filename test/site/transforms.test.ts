import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutlet, eleventyTs, type Outlet } from '../helpers/outlet.ts'
import { readFiles } from '../helpers/read-files.ts'
import { story } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const stamp = (text: string) => `export const stamp = '${text}'\n`

describe('addTransform', () => {
  let outlet: Outlet
  const site = () => readFiles(join(outlet.folder, '_site'))
  const pages = () => [...site()].filter(([path]) => path.endsWith('.html'))
  beforeAll(async () => {
    outlet = createOutlet(join(scratch, 'transforms'), {
      '.eleventy.ts': eleventyTs(
        `eleventyConfig.addTransform('stamp', async function (this: any, content: string, outputPath: string) {
          if (typeof content !== 'string') throw new Error('no string')
          return outputPath.endsWith('.html') ? content.replace('</body>', \`<!-- \${stamp} \${this.page.url} --></body>\`) : content
        })`,
        `import { stamp } from './lib/stamp.js'`,
      ),
      'lib/stamp.ts': stamp('first'),
      // More pages than Eleventy writes at a time.
      ...Object.fromEntries(
        Array.from({ length: 70 }, (_, index) => [
          `content/articles/story-${index}.md`,
          story(`tags: [Tag ${index}]`, `Chad (SP) — Story ${index}.`),
        ]),
      ),
    })
    const { exitCode, stdout, stderr } = await outlet.lampstand('build')
    expect([exitCode, stdout + stderr]).toEqual([0, expect.stringContaining('71 articles')])
  })

  it('changes every page, each at its address', () => {
    expect(pages().length).toBeGreaterThan(150)
    const unchanged = pages().filter(([path, bytes]) => {
      const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
      return !bytes.includes(`<!-- first ${address} -->`) && bytes.includes('</body>')
    })
    expect(unchanged.map(([path]) => path)).toEqual([])
    expect(site().get('feed.xml')?.includes('first')).toBe(false)
  })

  it('changes nothing in a build after it that changes nothing, and one page where one story changes', async () => {
    expect((await outlet.lampstand('build')).stdout).toMatch(/nothing changed/i)
    outlet.write({ 'content/articles/story-7.md': story('tags: [Tag 7]', 'Chad (SP) — Story 7, again.') })
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(site().get('news/story-7/index.html')?.toString()).toMatch(
      /Story 7, again[\s\S]*<!-- first \/news\/story-7\/ -->/,
    )
  })

  it('renders all pages again when a file changes that it is imported from, as a clean build does', async () => {
    outlet.write({ 'lib/stamp.ts': stamp('second') })
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(pages().filter(([, bytes]) => bytes.includes('<!-- first'))).toEqual([])
    const warm = site()
    rmSync(join(outlet.folder, '_site'), { recursive: true })
    rmSync(join(outlet.folder, '.lampstand'), { recursive: true })
    await outlet.lampstand('build')
    expect(site()).toEqual(warm)
    await outlet.eleventy('--output=other')
    expect(readFiles(join(outlet.folder, 'other'))).toEqual(warm)
  })

  it('that fails, or loads a file from elsewhere, is a problem of each page, and the site stays as it was', async () => {
    const before = site()
    const build = async (transform: string) => {
      outlet.write({
        '.eleventy.ts': eleventyTs(
          `eleventyConfig.addTransform('bad', function (this: any, content: string) { ${transform} })`,
        ),
      })
      return outlet.lampstand('build')
    }
    const failed = await build(`if (/story-[12]\\/$/.test(this.page.url)) throw new Error('no ink'); return content`)
    expect(failed.exitCode).toBe(1)
    expect(failed.stdout).toMatch(
      /\.eleventy\.ts\n.*`bad` failed on \/news\/story-1\/: no ink[\s\S]*\/news\/story-2\/: no ink/,
    )
    const foreign = await build(
      `return content.replace('</head>', '<script src="https://cdn.example/x.js"></script></head>')`,
    )
    expect(foreign.exitCode).toBe(1)
    expect(foreign.stdout).toMatch(/\.eleventy\.ts\n.*https:\/\/cdn\.example/)
    expect(site()).toEqual(before)
  })
})
