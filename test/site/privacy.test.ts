import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ArticleProps } from '../../layouts/Article.tsx'
import { findResourceUrlsInMarkup } from '../../src/checks/find-resource-urls.ts'
import { findThirdPartiesInPage } from '../../src/checks/find-third-parties.ts'
import { foreignOrigins } from '../../src/checks/public-file-third-parties.ts'
import { jsx } from '../../src/jsx/jsx-runtime.ts'
import { lampstand } from '../helpers/run-command.ts'
import { prepare, root, siteYml, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const stranger = 'https://cdn.stranger.example'
/** A layout that somebody changed. */
const article = ({ title }: ArticleProps) =>
  jsx('body', {
    children: [title, jsx('script', { src: `${stranger}/track.js` }), jsx('img', { src: '//pixel.example/1.gif' })],
  })

describe('a page', () => {
  it('that asks another host for a file is not published, and the report names host and layout', async () => {
    const site = await prepare(writeSite(join(scratch, 'strict'), {}), {
      layoutOverrides: { article: article as never },
    })
    await expect(site.render('/news/rain-comes/')).rejects.toMatchObject({
      problems: [
        { name: 'third-party', file: 'layouts/article', message: expect.stringContaining(stranger) },
        { name: 'third-party', message: expect.stringContaining('https://pixel.example') },
      ],
    })
  })

  it('may ask the hosts that site.yml names, and the policy then says so', async () => {
    const content = writeSite(join(scratch, 'loose'), {
      'site.yml': `${siteYml}thirdParties: [${stranger}, https://pixel.example]\n`,
    })
    const site = await prepare(content, { layoutOverrides: { article: article as never } })
    expect(await site.render('/news/rain-comes/')).toContain(stranger)
    expect(await site.render('/_headers')).toContain(`img-src 'self' ${stranger} https://pixel.example;`)
  })

  it('is not published with a style sheet or a file of public/ that asks another host', async () => {
    const layouts = join(scratch, 'layouts')
    cpSync(join(root, 'layouts'), layouts, { recursive: true })
    appendFileSync(join(layouts, 'styles/base.css'), `body { background: url("${stranger}/paper.png") }\n`)
    const site = await prepare(writeSite(join(scratch, 'styles'), {}), { layouts })
    const sheet = [...site.outputs.keys()].find((url) => url.endsWith('.css'))
    await expect(site.render(sheet as '/')).rejects.toMatchObject({
      problems: [{ name: 'third-party', message: expect.stringContaining(stranger) }],
    })
    const content = writeSite(join(scratch, 'public'), {
      '../public/extra.css': `@import "${stranger}/more.css";`,
      '../public/page.html': `<p>Hello</p><script src="${stranger}/x.js"></script>`,
      '../public/sign.svg': `<svg xmlns="http://www.w3.org/2000/svg"><image href="${stranger}/x.png"/></svg>`,
    })
    await expect(prepare(content)).rejects.toMatchObject({
      problems: ['extra.css', 'page.html', 'sign.svg'].map((name) => ({ name: 'third-party', file: `public/${name}` })),
    })
  })

  it.each([
    '<img srcset="/a.jpg 1x, https://x.example/b.jpg 2x">',
    '<link rel="stylesheet" href="https://x.example/a.css">',
    '<link href=//x.example rel=preconnect>',
    '<img alt="Rain > sun" src="https://x.example/a.jpg">',
    `<img alt='5" > 4' src=//x.example/a.jpg>`,
    '<img src=https://x.example/a.jpg" alt=x>',
    String.raw`<img src="https:\\x.example\a.jpg">`,
    String.raw`<script src="/\x.example/a.js"></script>`,
    '<source srcset="https://x.example/a.avif 1x">',
    "<video poster='https://x.example/a.jpg'>",
    '<iframe src="https://x.example/">',
    '<svg><use href="https://x.example/a.svg#b"></use></svg>',
    '<object data="https://x.example/a.pdf">',
    '<base href="https://x.example/">',
    '<style>body { background: url( "https://x.example/a.png" ) }</style>',
    '<style>@import "//x.example/a.css";</style>',
    '<style>@import"https://x.example/a.css";</style>',
    "<style>@import/* more */'//x.example/a.css';</style>",
    '<style>p { background: image-set("/a.png" 1x, "https://x.example/b.png" 2x) }</style>',
    '<p style="background:url(&quot;https://x.example/a.png&quot;)">x</p>',
    '<p style="background:url(&#39;https://x.example/a.png&#39;)">x</p>',
  ])('is found to ask with %s', (html) => {
    expect(findThirdPartiesInPage(html, 'https://small.example', [])).toMatchObject([{ name: 'third-party' }])
  })

  it.each([
    '<a href="https://x.example/">x</a>',
    '<link rel="canonical" href="https://x.example/">',
    '<link rel="alternate" type="application/rss+xml" href="https://x.example/feed.xml">',
    '<img src="/a.jpg" alt="https://x.example/">',
    '<img src="/a.jpg" alt="a > b">https://x.example/',
    '<img src="https://small.example/a.jpg">',
    '<meta property="og:image" content="https://x.example/a.jpg">',
    '<code>&lt;p style="background:url(https://x.example/a.png)"></code>',
    '<pre>background: url(https://x.example/a.png)</pre>',
    '<style>body { background: url(/a.png) }</style>',
  ])('is not found to ask with %s', (html) => {
    expect(findThirdPartiesInPage(html, 'https://small.example', [])).toEqual([])
  })
})

describe('a file of public/', () => {
  const own = 'https://small.example'
  const hosts = (text: string, kind: 'html' | 'xml' = 'html') =>
    foreignOrigins(findResourceUrlsInMarkup(text, kind), `${own}/a/b.html`)

  it.each([
    '<img src="https:\\\\x.example/a.png">',
    '<img src="/\\x.example/a.png">',
    '<img src="ht&#116;ps://x.example/a.png">',
    '<img src="https:&#9;//x.example/a.png">',
    '<img src="https&#x3a;//x.example/a.png">',
    '<img srcset="a.png 1x,https://x.example/b.png 2x">',
    '<body background="//x.example/a.png">',
    '<link rel="alternate stylesheet" href="//x.example/a.css">',
    '<meta http-equiv=Refresh content="0; URL=\'https://x.example/\'">',
    '<style>p { background: u\\72l(https://x.example/a.png) }</style>',
    '<style>p { background: url(htt\\70s://x.example/a.png) }</style>',
    '<p style="--a: image-set(&quot;https://x.example/a.png&quot; 1x)">',
    '<iframe srcdoc="&lt;img src=https://x.example/a.png&gt;"></iframe>',
    '<template shadowrootmode=open><img src=https://x.example/></template>',
    '<noscript><img src=https://x.example/></noscript>',
    '<svg><feImage href="https://x.example/a.svg"/></svg>',
    '<svg><rect fill="url(https://x.example/a.svg#a)"/></svg>',
    '<svg><image><set attributeName="href" to="https://x.example/a.png"/></image></svg>',
  ])('in HTML is found to ask with %s', (html) => {
    expect(hosts(html)).toEqual(['https://x.example'])
  })

  it.each([
    '<svg><feImage xlink:href="https://x.example/a.png"/></svg>',
    '<svg><image href="https&#58;//x.example/a.png"/></svg>',
    '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink"><s:image l:href="https://x.example/"/></s:svg>',
    '<html><head><title/><script/><style/></head><body><img src="//x.example/a.png"/></body></html>',
    '<svg><style><![CDATA[@import "\\68ttps://x.example/a.css";]]></style></svg>',
    '<?xml-stylesheet href="https://x.example/a.css"?><svg></svg>',
    '<!DOCTYPE svg [<!ENTITY x "https://x.example">]><svg><image href="&x;/a.png"/></svg>',
  ])('in XML is found to ask with %s', (xml) => {
    expect(hosts(xml, 'xml')).toEqual(['https://x.example'])
  })

  it.each([
    '<a href="https://x.example/">x</a><map><area href="https://x.example/"></map>',
    '<link rel="canonical" href="https://x.example/"><link rel="alternate" href="https://x.example/feed.xml">',
    '<script>fetch("https://x.example/")</script>',
    '<img src="../a.png" alt="url(https://x.example/)">',
    '<meta http-equiv="refresh" content="5"><meta name="url" content="https://x.example/">',
    '<!-- <img src="https://x.example/"> --><code>&lt;img src="https://x.example/"&gt;</code>',
    '<style>@namespace svg url(http://www.w3.org/2000/svg);</style><img src="data:image/png;base64,//x">',
  ])('in HTML is not found to ask with %s', (html) => {
    expect(hosts(html)).toEqual([])
  })

  it('is looked at again when it changes, and not otherwise', async () => {
    const folder = join(scratch, 'remembered')
    const content = writeSite(folder, { '../public/page.xhtml': '<html><body><p>Hello</p></body></html>' })
    const made = () => prepare(content, { workFolder: join(folder, 'work') })
    expect((await made()).problems).toEqual([])
    const page = join(folder, 'public/page.xhtml')
    writeFileSync(page, `<html><body><img src="${stranger}/a.png"/></body></html>`)
    for (const _ of ['found', 'recalled']) {
      await expect(made()).rejects.toMatchObject({ problems: [{ name: 'third-party', file: 'public/page.xhtml' }] })
    }
    writeSite(folder, { 'site.yml': `${siteYml}thirdParties: [${stranger}]\n` })
    expect((await made()).problems).toEqual([])
  })
})

describe('what a server says with every page', () => {
  it('allows nothing but the site itself', async () => {
    const text = await (await prepare(writeSite(join(scratch, 'policy'), {}))).render('/_headers')
    expect(text).toContain(
      "Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self';",
    )
    expect(text).not.toMatch(/unsafe-(?:inline|eval[^;]*unsafe)|https?:\/\/|\*;/)
    for (const name of [
      'Referrer-Policy: same-origin',
      'Permissions-Policy: accelerometer=()',
      'X-Content-Type-Options: nosniff',
    ])
      expect(text).toContain(name)
  })

  it('is printed for nginx and Caddy, with the onion address, and each of them takes it', async () => {
    const onion = `http://${'abcdefgh'.repeat(7)}.onion`
    const content = writeSite(join(scratch, 'onion'), { 'site.yml': `${siteYml}onion: ${onion}\n` })
    const nginx = (await lampstand(['headers', 'nginx', '--content', content])).stdout
    expect(nginx).toContain("add_header Content-Security-Policy \"default-src 'none';")
    expect(nginx).toContain(`add_header Onion-Location "${onion}$request_uri" always;`)
    const caddy = (await lampstand(['headers', 'caddy', '--content', content])).stdout
    expect(caddy).toContain(`Onion-Location "${onion}{uri}"`)
    const page = await (await prepare(content)).render('/news/rain-comes/')
    expect(page).toContain(`<meta http-equiv="onion-location" content="${onion}/news/rain-comes/"/>`)
    if (existsSync('/usr/sbin/nginx')) {
      const config = join(scratch, 'nginx.conf')
      writeFileSync(
        config,
        `pid ${join(scratch, 'pid')}; error_log stderr; events {} http { server { listen 1;\n${nginx}} }\n`,
      )
      execFileSync('/usr/sbin/nginx', ['-t', '-c', config], { stdio: 'pipe' })
    }
    if (existsSync('/usr/bin/caddy')) {
      const config = join(scratch, 'Caddyfile')
      writeFileSync(config, `http://localhost:1 {\n${caddy}}\n`)
      execFileSync('/usr/bin/caddy', ['validate', '--config', config, '--adapter', 'caddyfile'], { stdio: 'pipe' })
    }
    const wrong = await lampstand(['headers', 'apache', '--content', content])
    expect(wrong.exitCode).toBe(2)
    expect(wrong.stderr).toContain('Unexpected apache, expected nginx or caddy')
  })
})
