import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutlet, eleventyTs, type Outlet } from '../helpers/outlet.ts'
import { readFiles } from '../helpers/read-files.ts'
import { story } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

describe('addPassthroughCopy', () => {
  let outlet: Outlet
  const site = () => readFiles(join(outlet.folder, '_site'))
  const copies = () => [...site().keys()].filter((path) => /^downloads|^forms|^robots-extra/.test(path))
  beforeAll(async () => {
    outlet = createOutlet(join(scratch, 'passthrough'), {
      '.eleventy.ts': eleventyTs(`
        eleventyConfig.addPassthroughCopy('downloads')
        eleventyConfig.addPassthroughCopy({ 'extra/*.txt': 'forms', 'extra/page.html': 'forms/page/index.html' })
        eleventyConfig.addPassthroughCopy('content/site.yml.sample')`),
      'downloads/report.pdf': '%PDF-1.4',
      'downloads/.htaccess': 'Options -Indexes\n',
      'extra/form.txt': 'Name:\n',
      'extra/page.html': '<!doctype html><title>Form</title><p>A form.</p>\n',
      'content/articles/second.md': story(
        '',
        'Chad (SP) — See [the report](/downloads/report.pdf) and [form](/forms/page/).',
      ),
    })
    const { exitCode, stdout } = await outlet.lampstand('build')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('2 articles')])
  })

  it('copies files that stories may link to', () => {
    expect(copies()).toEqual(['downloads/.htaccess', 'downloads/report.pdf', 'forms/form.txt', 'forms/page/index.html'])
  })

  it('keeps them in builds that change nothing, or something else', async () => {
    const before = site()
    expect((await outlet.lampstand('build')).stdout).toMatch(/nothing changed/i)
    expect(site()).toEqual(before)
    outlet.write({ 'content/articles/third.md': story('', 'Chad (SP) — Third.') })
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(copies()).toHaveLength(4)
  })

  it('updates those that change, restores those that are lost, removes those that are gone, and no others', async () => {
    outlet.write({ 'extra/form.txt': 'Name and place:\n', 'extra/new.txt': 'New\n', '_site/foreign.txt': 'Not ours\n' })
    rmSync(join(outlet.folder, 'downloads/.htaccess'))
    rmSync(join(outlet.folder, '_site/downloads/report.pdf'))
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(copies()).toEqual(['downloads/report.pdf', 'forms/form.txt', 'forms/new.txt', 'forms/page/index.html'])
    expect(site().get('forms/form.txt')?.toString()).toBe('Name and place:\n')
    expect(existsSync(join(outlet.folder, '_site/foreign.txt'))).toBe(true)
    rmSync(join(outlet.folder, '_site/foreign.txt'))
  })

  it.skipIf(process.platform === 'win32')('copies nothing out of the site, whatever the names of files', async () => {
    const climbing = createOutlet(join(scratch, 'climbing'), {
      '.eleventy.ts': eleventyTs(`eleventyConfig.addPassthroughCopy('downloads')`),
      'downloads/..\\..\\..\\climbed.txt': 'Climbed\n',
    })
    await climbing.lampstand('build')
    expect(existsSync(join(scratch, 'climbed.txt'))).toBe(false)
    expect(existsSync(join(climbing.folder, 'climbed.txt'))).toBe(false)
  })

  it('leaves out hidden files of folders, as in public/, unless they are named', async () => {
    const hiding = createOutlet(join(scratch, 'hiding'), {
      '.eleventy.ts': eleventyTs(`
        eleventyConfig.addPassthroughCopy('downloads')
        eleventyConfig.addPassthroughCopy('.domains')
        eleventyConfig.addPassthroughCopy({ 'extra/*': 'forms' })`),
      '.domains': 'small.example\n',
      'downloads/.env': 'KEY=secret\n',
      'downloads/.cache/list.txt': 'secret\n',
      'downloads/list.txt.bak': 'secret\n',
      'downloads/list.txt': 'List\n',
      'downloads/.well-known/key.txt': 'Key\n',
      'extra/form.txt': 'Name:\n',
    })
    expect((await hiding.lampstand('build')).exitCode).toBe(0)
    const files = [...readFiles(join(hiding.folder, '_site')).keys()]
    expect(files.filter((path) => /^(?:downloads|forms|\.domains)/.test(path))).toEqual([
      '.domains',
      'downloads/.well-known/key.txt',
      'downloads/list.txt',
      'forms/form.txt',
    ])
  })

  it('gives the bytes of a clean build, also by Eleventy’s own command', async () => {
    const warm = site()
    rmSync(join(outlet.folder, '_site'), { recursive: true })
    rmSync(join(outlet.folder, '.lampstand'), { recursive: true })
    await outlet.lampstand('build')
    expect(site()).toEqual(warm)
    expect((await outlet.eleventy()).exitCode).toBe(0)
    expect(site()).toEqual(warm)
    await outlet.eleventy('--output=other')
    expect(readFiles(join(outlet.folder, 'other'))).toEqual(warm)
  })

  it('knows the copies when it checks', async () => {
    const { exitCode, stdout } = await outlet.lampstand('check')
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('No problems')])
  })

  it('reports problems of the copies before anything is written', async () => {
    const before = site()
    outlet.write({
      'extra/page.html': '<!doctype html><script src="https://cdn.example/x.js"></script>\n',
      'downloads/index.html': '<!doctype html>',
      'public/downloads/report.pdf': 'Another',
      'extra/form.txt': 'Changed\n',
    })
    const { exitCode, stdout } = await outlet.lampstand('build')
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/extra\/page\.html\n.*https:\/\/cdn\.example/)
    expect(stdout).toMatch(/report\.pdf\n.*duplicate-address/)
    expect(site()).toEqual(before)
  })

  it('refuses what it cannot do, with a way out', async () => {
    writeFileSync(
      join(outlet.folder, '.eleventy.ts'),
      eleventyTs(`eleventyConfig.addPassthroughCopy('**/*.pdf', { mode: 'html-relative' })`),
    )
    const { exitCode, stderr } = await outlet.lampstand('build')
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('Name the files to copy')])
  })
})
