import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { launch } from './browser.ts'
import { ended, start } from './lampstand.ts'
import { newSite, story } from './press-site.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const content = newSite(scratch, {
  'articles/coming.md': story('status: draft', 'Chad (SP) — Soon.').replace('Rain comes', 'Coming'),
  'articles/later.md': story('embargo: 2099-01-01T00:00Z', 'Chad (SP) — Later.').replace('Rain comes', 'Later'),
})

let server: ChildProcess
let end: ReturnType<typeof ended>
let origin: string
let told = ''
let browser: Browser
let page: Page

beforeAll(async () => {
  server = start(['serve', '--content', content, '--port', '8431'])
  end = ended(server)
  origin = await new Promise<string>((resolve, reject) => {
    server.stdout?.on('data', (text: string) => {
      told += text
      const address = /Preview: (http:\/\/localhost:\d+)\//.exec(told)?.[1]
      if (address !== undefined) resolve(address)
    })
    server.on('exit', () => reject(new Error(told)))
  })
  browser = await launch(inject('browser'))
})
// A page of its own for each test: a reload that comes late would interrupt the next.
beforeEach(async () => {
  page = await browser.newPage()
})
afterEach(() => page.close())
afterAll(async () => {
  await browser.close()
  server.kill('SIGINT')
  expect((await end).code).toBe(0)
  rmSync(scratch, { recursive: true })
})

describe('a preview', () => {
  it('says its address, and that it shows what is not published', () => {
    expect(told).toContain('Preview: http://localhost:')
    expect(told).toContain('3 articles, 2 of them not published')
  })

  it('shows drafts and embargoed stories with a banner', async () => {
    await page.goto(`${origin}/news/coming/`)
    expect(await page.getByText('Draft: not published').isVisible()).toBe(true)
    await page.goto(`${origin}/news/later/`)
    expect(await page.getByText('Under embargo until').isVisible()).toBe(true)
    await page.goto(`${origin}/`)
    expect(await page.getByRole('link', { name: 'Coming' }).first().isVisible()).toBe(true)
  })

  it('shows what is saved, without a reload by hand', async () => {
    await page.goto(`${origin}/news/rain-comes/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — The rain stayed.'))
    await page.getByText('The rain stayed.').waitFor({ timeout: 20_000 })
  })

  it('shows what was saved before the browser had begun to listen', async () => {
    let begin = () => {}
    const begun = new Promise<void>((resolve) => {
      begin = resolve
    })
    await page.routeWebSocket(/./, async (socket) => {
      await begun
      socket.connectToServer()
    })
    await page.goto(`${origin}/news/rain-comes/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story().replace('Rain comes', 'Rain unheard'))
    // The home page names it when both the proof and the edition are there.
    const home = async () => (await fetch(`${origin}/`)).text()
    await expect.poll(home, { timeout: 20_000 }).toContain('Rain unheard')
    begin()
    await page.getByRole('heading', { level: 1, name: 'Rain unheard' }).waitFor({ timeout: 20_000 })
  })

  it('shows a saved story first, and then every page that names it', async () => {
    await page.goto(`${origin}/news/rain-comes/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story().replace('Rain comes', 'Rain again'))
    await page.getByRole('heading', { level: 1, name: 'Rain again' }).waitFor({ timeout: 20_000 })
    const home = async () => (await fetch(`${origin}/`)).text()
    await expect.poll(home, { timeout: 20_000 }).toContain('Rain again')
  })

  it('follows a file that is renamed or removed', async () => {
    renameSync(join(content, 'articles/coming.md'), join(content, 'articles/arrived.md'))
    await expect.poll(async () => (await fetch(`${origin}/news/arrived/`)).status, { timeout: 20_000 }).toBe(200)
    await expect.poll(async () => (await fetch(`${origin}/news/coming/`)).status, { timeout: 20_000 }).toBe(404)
    rmSync(join(content, 'articles/arrived.md'))
    await expect.poll(async () => (await fetch(`${origin}/news/arrived/`)).status, { timeout: 20_000 }).toBe(404)
  })

  it('tells a problem in the terminal and in the browser, and goes on when it is mended', async () => {
    await page.goto(`${origin}/news/later/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story('titel: Rain'))
    const overlay = page.getByRole('alert')
    await overlay.getByText('unknown-key').waitFor({ timeout: 20_000 })
    expect(await overlay.textContent()).toContain('> 5 | titel: Rain')
    expect(told).toContain('Did you mean `title`?')
    // It is there for whoever comes later too, over the page as it was.
    await page.goto(`${origin}/people/`)
    await overlay.getByText('unknown-key').waitFor({ timeout: 20_000 })
    writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — Mended.'))
    await overlay.waitFor({ state: 'detached', timeout: 20_000 })
    await page.goto(`${origin}/news/rain-comes/`)
    await page.getByText('Mended.').waitFor({ timeout: 20_000 })
    expect(await overlay.count()).toBe(0)
  })

  it('answers this machine only, and only by its own name', async () => {
    const ask = (options: { host: string; headers?: Record<string, string> }) =>
      new Promise<number | string>((resolve) => {
        get({ ...options, port: new URL(origin).port, path: '/', agent: false }, ({ statusCode }) =>
          resolve(statusCode ?? 0),
        ).on('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'error'))
      })
    expect(await ask({ host: '127.0.0.1', headers: { host: 'localhost' } })).toBe(200)
    expect(await ask({ host: '127.0.0.1', headers: { host: 'evil.example' } })).toMatch(/ECONNRESET|EPIPE/)
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.internal === false && address.family === 'IPv4')
    if (outside !== undefined) expect(await ask({ host: outside.address })).toMatch(/ECONNRESET|ECONNREFUSED|EPIPE/)
  })

  it('lives on when it is asked for what is no path, and leads out of nothing', async () => {
    const ask = (path: string) =>
      new Promise<number | undefined>((resolve, reject) => {
        const { port } = new URL(origin)
        get({ host: '127.0.0.1', port, path, headers: { host: 'localhost' }, agent: false }, (response) => {
          response.resume()
          resolve(response.statusCode)
        }).on('error', reject)
      })
    for (const path of ['/%', '/%ff', '/..%2f..%2fpackage.json', '/..%2fpreview-cache%2fbodies', '/%00', '/..%5c..']) {
      expect(await ask(path), path).toBe(400)
    }
    expect(await ask('/')).toBe(200)
    expect(await ask('/?%')).toBe(200)
  })

  it('gives other websites none of its files, and lets people come from them', async () => {
    const other = createServer((_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(`<title>Elsewhere</title><a href="${origin}/news/later/">Look</a>`)
    })
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address() as AddressInfo
    await page.goto(`http://localhost:${address.port}/`)
    const statuses: number[] = []
    page.on('response', (response) => statuses.push(response.status()))
    await page.evaluate(async (url) => {
      const image = new Image()
      image.src = url
      await new Promise((resolve) => image.addEventListener('error', resolve))
      await fetch(url, { mode: 'no-cors' })
    }, `${origin}/feed.xml`)
    expect(statuses).toEqual([403, 403])
    await page.getByRole('link', { name: 'Look' }).click()
    await page.getByRole('heading', { level: 1, name: 'Later' }).waitFor()
    other.close()
  })

  it('loads a page anew once at most, whatever its clock says', async () => {
    let loads = 0
    page.on('load', () => loads++)
    await page.route('**/_made.txt', (route) => route.fulfill({ body: '9999999999999' }))
    await page.goto(`${origin}/people/`)
    await page.waitForTimeout(1500)
    expect(loads).toBe(2)
  })

  it('lets no other website listen in', async () => {
    const port = new URL(origin).port
    const listen = (port: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(`ws://localhost:${port}/`)
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve('refused')
      })
    expect(await page.evaluate(listen, port)).toBe('refused')
    // Neither may another preview, or whatever else this machine serves.
    const other = createServer((_, response) => response.end('Elsewhere'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    await page.goto(`http://localhost:${(other.address() as AddressInfo).port}/`)
    expect(await page.evaluate(listen, port)).toBe('refused')
    other.close()
    await page.goto(`${origin}/people/`)
    expect(await page.evaluate(listen, port)).toBe('open')
  })
})
