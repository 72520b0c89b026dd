import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutlet, eleventyTs, type Outlet, until } from '../helpers/outlet.ts'
import { readFiles } from '../helpers/read-files.ts'
import { siteYml, story } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const configuration = eleventyTs(
  `
  eleventyConfig.addPassthroughCopy('files')
  eleventyConfig.addWatchTarget('notes/*.txt')
  eleventyConfig.addGlobalData('note', () => readFileSync('notes/note.txt', 'utf8'))
  eleventyConfig.addFilter('shout', (text: string) => text.toUpperCase())
  eleventyConfig.addShortcode('sign', (name: string) => \`— \${name}\`)
  eleventyConfig.addGlobalData('motto', 'Light for all')
  eleventyConfig.addTransform('mark', (content: string, path: string) => path.endsWith('.html') ? content + '<!-- marked -->' : content)`,
  `import { readFileSync } from 'node:fs'`,
)

describe('templates/', () => {
  let outlet: Outlet
  const site = () => readFiles(join(outlet.folder, '_site'))
  const page = (path: string) => site().get(path)?.toString() ?? ''
  beforeAll(async () => {
    outlet = createOutlet(join(scratch, 'templates'), {
      '.eleventy.ts': configuration,
      'content/articles/secret.md': story('status: draft', 'Mali (SP) — The secret is out.'),
      'content/articles/linked.md': story('', 'Mali (SP) — See [all stories](/all/).'),
      'files/form.txt': 'Name:\n',
      'notes/note.txt': 'First note',
      'templates/_includes/frame.njk': '<!doctype html><title>{{ title }}</title>{{ content | safe }}',
      'templates/all.njk': `---
title: All stories
layout: frame.njk
---
<h1>{{ title | shout }}</h1>
<ul>{% for article in newsroom.articles %}<li><a href="{{ article.url }}">{{ article.title }}</a> {{ article.html | safe }}</li>{% endfor %}</ul>
{% for person in newsroom.terms.people %}<p>{{ person.name }}: {{ person.articles.length }}</p>{% endfor %}
`,
      'templates/count.liquid':
        '---\ntitle: Count\n---\n<p>{{ motto }}: {{ newsroom.articles.size }} {% sign "the desk" %}</p>\n',
      'templates/data.11ty.ts':
        'interface Data { newsroom: { articles: { slug: string }[] } }\nexport const data = { permalink: "/data.json" }\nexport default ({ newsroom }: Data): string => JSON.stringify(newsroom.articles.map(({ slug }) => slug))\n',
      'templates/plain.11ty.js':
        'export default class { render() { return "<p>Plain, see <a href=\\"../all/\\">all</a></p>" } }\n',
      'templates/text.md':
        '---\ntitle: Text\nlayout: frame.njk\n---\n\n"Quoted" <script>alert(1)</script> and [a story](../articles/rain-comes.md).\n',
    })
    const { exitCode, stdout, stderr } = await outlet.lampstand('build')
    expect([exitCode, stdout + stderr]).toEqual([0, expect.stringContaining('2 articles')])
  })

  it('are rendered in each language, and see the published stories', () => {
    const all = page('all/index.html')
    expect(all).toContain('<h1>ALL STORIES</h1>')
    expect(all).toContain('<a href="/news/rain-comes/">Rain comes</a>')
    expect(all).toContain('The rain came.')
    expect(all).toContain('<p>Ann Doe: 2</p>')
    expect(page('count/index.html')).toContain('<p>Light for all: 2 — the desk</p>')
    expect(JSON.parse(page('data.json')).sort()).toEqual(['linked', 'rain-comes'])
    expect(page('plain/index.html')).toContain('<p>Plain')
    expect([...site()].filter(([, bytes]) => bytes.includes('The secret is out')).map(([path]) => path)).toEqual([])
  })

  it('take Markdown through the pipeline of content', () => {
    const text = page('text/index.html')
    expect(text).toContain('“Quoted”')
    expect(text).not.toContain('<script')
    expect(text).toContain('<a href="/news/rain-comes/">a story</a>')
  })

  it('are transformed once, and in the sitemap', () => {
    expect(page('all/index.html').match(/<!-- marked -->/g)).toHaveLength(1)
    expect(page('news/rain-comes/index.html').match(/<!-- marked -->/g)).toHaveLength(1)
    for (const path of ['all', 'count', 'text'])
      expect(page('sitemap.xml')).toContain(`<loc>https://small.example/${path}/</loc>`)
    expect(page('sitemap.xml')).not.toContain('data.json')
  })

  it('follow stories in later builds, with the bytes of a clean build and of Eleventy’s own command', async () => {
    expect((await outlet.lampstand('build')).stdout).toMatch(/nothing changed/i)
    outlet.write({ 'content/articles/third.md': story('', 'Chad (SP) — Third.') })
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(page('count/index.html')).toContain('Light for all: 3')
    rmSync(join(outlet.folder, 'templates/plain.11ty.js'))
    expect((await outlet.lampstand('build')).exitCode).toBe(0)
    expect(existsSync(join(outlet.folder, '_site/plain'))).toBe(false)
    const warm = site()
    rmSync(join(outlet.folder, '_site'), { recursive: true })
    rmSync(join(outlet.folder, '.lampstand'), { recursive: true })
    await outlet.lampstand('build')
    expect(site()).toEqual(warm)
    await outlet.eleventy('--output=other')
    expect(readFiles(join(outlet.folder, 'other'))).toEqual(warm)
    expect(await outlet.lampstand('check')).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('1 warning') })
  })

  it('are shown by a preview as soon as they are saved, and what .eleventy.ts copies and watches, with drafts', async () => {
    const preview = outlet.startLampstand('serve', '--port', '8398')
    const read = async (path: string) => (await fetch(`http://localhost:8398${path}`)).text().catch(() => '')
    try {
      await until(() =>
        read('/count/').then(
          (text) => text.includes('4'),
          () => false,
        ),
      )
      expect(await read('/all/')).toContain('The secret is out.')
      outlet.write({ 'templates/count.liquid': '<p>Saved: {{ newsroom.articles.size }}</p>\n' })
      await until(async () => (await read('/count/')).includes('Saved: 4'))
      outlet.write({ 'files/form.txt': 'Name and place:\n' })
      await until(async () => (await read('/files/form.txt')) === 'Name and place:\n')
      outlet.write({ 'templates/count.liquid': '<p>{{ note }}</p>\n' })
      await until(async () => (await read('/count/')).includes('First note'))
      outlet.write({ 'notes/note.txt': 'Second note' })
      await until(async () => (await read('/count/')).includes('Second note'))
    } finally {
      preview.kill()
      outlet.write({ 'templates/count.liquid': '<p>{{ newsroom.articles.size }}</p>\n' })
      await outlet.lampstand('build')
    }
  })

  it('have their problems reported at their places, and the site stays as it was', async () => {
    const before = site()
    outlet.write({
      'templates/dead.njk': '<p>\n<a href="/nowhere/">Dead</a> <a href="/news/secret/">Secret</a></p>\n',
      'templates/foreign.njk': '<script src="https://cdn.example/x.js"></script>\n',
      'templates/text.md':
        '---\ntitle: Text\n---\n\nSee [nothing](../articles/nothing.md) and\n![A well](/well.jpg).\n',
    })
    const { exitCode, stdout } = await outlet.lampstand('build')
    expect(exitCode).toBe(1)
    expect(stdout).toMatch(/templates\/dead\.njk\n +2:10 .*`\/nowhere\/`[\s\S]*2:39 +error .*\/news\/secret\//)
    expect(stdout).toMatch(/templates\/foreign\.njk\n.*https:\/\/cdn\.example/)
    expect(stdout).toMatch(/templates\/text\.md\n +5:\d+ .*nothing\.md[\s\S]* 6:\d+ .*well\.jpg/)
    expect(site()).toEqual(before)
    outlet.write({ 'templates/dead.njk': '{{ oops | nothing }}\n' })
    const failed = await outlet.lampstand('build')
    expect([failed.exitCode, failed.stdout]).toEqual([
      1,
      expect.stringMatching(/templates\/dead\.njk\n.*nothing.*template-failed/),
    ])
    outlet.write({
      'templates/dead.njk': '---js\n{ title: process.exit(9) }\n---\n<p>Code</p>\n',
      'templates/_includes/frame.njk': '---javascript\nprocess.exit(9)\n---\n',
    })
    const refused = await outlet.lampstand('build')
    expect(refused.exitCode).toBe(1)
    expect(refused.stdout).toMatch(/_includes\/frame\.njk\n.*`javascript`[\s\S]*dead\.njk\n.*`js`/)
    expect(site()).toEqual(before)
  })

  it('run no code in front matter, whatever white space surrounds its language', async () => {
    const mark = join(scratch, 'front-matter-ran')
    const code = `{ mark: process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(mark)}, '') }`
    const spaces = ['\u00a0', '\u3000', '\f', '\ufeff', '\r']
    const refusing = createOutlet(
      join(scratch, 'code'),
      Object.fromEntries(
        spaces.map((space, index) => [`templates/${index}.njk`, `---${space}js\n${code}\n---\n<p>Code</p>\n`]),
      ),
    )
    const { exitCode, stdout } = await refusing.lampstand('build')
    expect(existsSync(mark)).toBe(false)
    expect([exitCode, stdout.match(/front-matter-language/g)]).toEqual([
      1,
      Array(spaces.length).fill('front-matter-language'),
    ])
  })

  it('are no symbolic links, which may lead anywhere', async () => {
    writeFileSync(join(scratch, 'outside.njk'), '<p>Outside</p>\n')
    const linking = createOutlet(join(scratch, 'linking'), { 'templates/own.njk': '<p>Own</p>\n' })
    symlinkSync(join(scratch, 'outside.njk'), join(linking.folder, 'templates/link.njk'))
    const { exitCode, stdout } = await linking.lampstand('build')
    expect([exitCode, stdout]).toEqual([1, expect.stringMatching(/^templates\/link\.njk\n.*symbolic link/)])
    expect(existsSync(join(linking.folder, '_site'))).toBe(false)
  })

  it('write nothing outside of the site, and nothing in it before everything is checked', async () => {
    const permalinks = [
      'permalink: ../../../escaped.html',
      'permalink: content/articles/escaped.md\npermalinkBypassOutputDir: true',
      'permalink: _site/escaped.html\npermalinkBypassOutputDir: true',
    ]
    const escaping = createOutlet(join(scratch, 'escaping'))
    for (const permalink of permalinks) {
      escaping.write({ 'templates/a.njk': `---\n${permalink}\n---\n<p>Escaped</p>\n` })
      const { exitCode, stdout } = await escaping.lampstand('build')
      expect([exitCode, stdout]).toEqual([
        1,
        expect.stringMatching(/^templates\/a\.njk\n.*permalink leads out of the site/),
      ])
    }
    expect(existsSync(join(escaping.folder, '_site'))).toBe(false)
    const files = ['', 'content/articles'].flatMap((folder) => readdirSync(join(escaping.folder, folder)))
    expect(files.filter((name) => name.startsWith('escaped'))).toEqual([])
  })

  it('write addresses with the folder of the host that the site stands in', async () => {
    const below = createOutlet(join(scratch, 'below'), {
      'content/site.yml': siteYml.replace('https://small.example', 'https://small.example/outlet'),
      'templates/all.njk':
        '{% for article in newsroom.articles %}<a href="{{ article.url }}">{{ article.title }}</a>{% endfor %}<a href="/outlet/text/">x</a>\n',
      'templates/text.md': 'See [a story](/news/rain-comes/).\n',
      'templates/wrong.njk': '<a href="/text/">x</a>\n',
    })
    const wrong = await below.lampstand('build')
    expect([wrong.exitCode, wrong.stdout]).toEqual([1, expect.stringMatching(/^templates\/wrong\.njk\n.*`\/text\/`/)])
    rmSync(join(below.folder, 'templates/wrong.njk'))
    expect((await below.lampstand('build')).exitCode).toBe(0)
    const files = readFiles(join(below.folder, '_site'))
    expect(files.get('all/index.html')?.toString()).toContain('<a href="/outlet/news/rain-comes/">')
    expect(files.get('text/index.html')?.toString()).toContain('<a href="/outlet/news/rain-comes/">a story</a>')
    expect(files.get('sitemap.xml')?.toString()).toContain('https://small.example/outlet/text/')
  })
})
