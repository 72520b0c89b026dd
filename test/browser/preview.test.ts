import type { ChildProcess } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { hash128 } from '../../src/fingerprint/hash.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type CommandResult, lampstand, startLampstand, waitForExit } from '../helpers/run-command.ts'
import { root, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const content = writeSite(scratch, {
  'articles/coming.md': story('status: draft', 'Chad (SP) — Soon.').replace('Rain comes', 'Coming'),
  'articles/later.md': story('embargo: 2099-01-01T00:00Z', 'Chad (SP) — Later.').replace('Rain comes', 'Later'),
})

/** A preview in a process of its own. */
class Preview {
  /** All that it has printed. */
  printed = ''
  origin = ''

  private constructor(
    readonly process: ChildProcess,
    private readonly exit: Promise<CommandResult>,
  ) {}

  /** Starts a preview and waits until it prints its address. */
  static async start(content: string, port = 8431): Promise<Preview> {
    const process = startLampstand(['serve', '--content', content, '--port', String(port)])
    const preview = new Preview(process, waitForExit(process))
    await new Promise<void>((resolve, reject) => {
      const read = (text: string) => {
        preview.printed += text
        preview.origin = /Preview: (http:\/\/localhost:\d+)\//.exec(preview.printed)?.[1] ?? ''
        if (preview.origin !== '') resolve()
        else if (preview.printed.includes('Lampstand failed')) reject(new Error(preview.printed))
      }
      process.stdout?.on('data', read)
      process.stderr?.on('data', read)
      process.on('exit', () => reject(new Error(preview.printed)))
    })
    return preview
  }

  async text(path: string): Promise<string> {
    return (await fetch(this.origin + path)).text()
  }

  async stop(): Promise<void> {
    this.process.kill('SIGINT')
    expect((await this.exit).exitCode).toBe(0)
  }
}

/** Starts a preview of some content, uses it, and stops it. */
async function withPreview(content: string, use: (preview: Preview) => Promise<void>): Promise<void> {
  const preview = await Preview.start(content, 8450)
  try {
    await use(preview)
  } finally {
    await preview.stop()
  }
}

/** The folder where a preview of some content keeps its site and cache. */
const previewFolder = (content: string) => join(root, '.lampstand/previews', hash128(content).slice(0, 12))
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** A generous limit for what a preview does in a second or two: a loaded machine makes it slow, and slow is not wrong. */
const soon = { timeout: 90_000 }

let server: Preview
let origin: string
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await Preview.start(content)
  origin = server.origin
  browser = await launchBrowser(inject('browser'))
})
// A page of its own for each test: a reload that comes late would interrupt the next.
beforeEach(async () => {
  page = await browser.newPage()
})
afterEach(() => page.close())
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  rmSync(scratch, { recursive: true })
})

describe('a preview', () => {
  it('says its address, and that it shows what is not published', () => {
    expect(server.printed).toContain('Preview: http://localhost:')
    expect(server.printed).toContain('3 articles, 2 of them not published')
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
    await page.getByText('The rain stayed.').waitFor(soon)
  })

  it('shows a change that was saved before the browser was connected', async () => {
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
    // The home page names it when both the quick rebuild and the build after it are done.
    const home = async () => (await fetch(`${origin}/`)).text()
    await expect.poll(home, soon).toContain('Rain unheard')
    begin()
    await page.getByRole('heading', { level: 1, name: 'Rain unheard' }).waitFor(soon)
  })

  it('shows a saved story first, and then every page that names it', async () => {
    await page.goto(`${origin}/news/rain-comes/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story().replace('Rain comes', 'Rain again'))
    await page.getByRole('heading', { level: 1, name: 'Rain again' }).waitFor(soon)
    const home = async () => (await fetch(`${origin}/`)).text()
    await expect.poll(home, soon).toContain('Rain again')
  })

  it('follows a file that is renamed or removed', async () => {
    renameSync(join(content, 'articles/coming.md'), join(content, 'articles/arrived.md'))
    await expect.poll(async () => (await fetch(`${origin}/news/arrived/`)).status, soon).toBe(200)
    await expect.poll(async () => (await fetch(`${origin}/news/coming/`)).status, soon).toBe(404)
    rmSync(join(content, 'articles/arrived.md'))
    await expect.poll(async () => (await fetch(`${origin}/news/arrived/`)).status, soon).toBe(404)
  })

  it('reports a problem in the terminal and in the browser, and goes on when it is fixed', async () => {
    await page.goto(`${origin}/news/later/`)
    writeFileSync(join(content, 'articles/rain-comes.md'), story('titel: Rain'))
    const overlay = page.getByRole('alert')
    await overlay.getByText('unknown-key').waitFor(soon)
    expect(await overlay.textContent()).toContain('> 5 | titel: Rain')
    expect(server.printed).toContain('Did you mean `title`?')
    // It is there for whoever comes later too, over the page as it was.
    await page.goto(`${origin}/people/`)
    await overlay.getByText('unknown-key').waitFor(soon)
    writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — Fixed.'))
    await overlay.waitFor({ state: 'detached', ...soon })
    await page.goto(`${origin}/news/rain-comes/`)
    await page.getByText('Fixed.').waitFor(soon)
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

  it('survives requests for invalid paths, and leads out of no folder', async () => {
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

  it('gives other websites none of its files, and lets readers follow links from them', async () => {
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

  it('reloads a page once at most, whatever its clock says', async () => {
    // Requests, as a page that is reloaded before all of its files are there has no `load` event.
    let loads = 0
    page.on('request', (request) => {
      if (request.isNavigationRequest()) loads++
    })
    await page.route('**/_made.txt', (route) => route.fulfill({ body: '9999999999999' }))
    await page.goto(`${origin}/people/`, { waitUntil: 'commit' })
    await expect.poll(() => loads, soon).toBe(2)
    await page.waitForTimeout(1000)
    expect(loads).toBe(2)
  })

  it('lets no other website connect to its WebSocket', async () => {
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

describe('saves that follow each other quickly', () => {
  it.each([5, 30, 45, 60])('all reach the preview: %i ms apart', async (apart) => {
    // A saved person starts no quick rebuild, which a whole build would follow.
    const save = (text: string) =>
      writeFileSync(join(content, 'people/ann-doe.md'), `---\nname: Ann Doe\n---\n\n${text}\n`)
    for (const attempt of [1, 2, 3]) {
      save('Half a sentence')
      await pause(apart)
      save(`Whole ${apart} ${attempt}.`)
      await expect.poll(() => server.text('/people/ann-doe/'), soon).toContain(`Whole ${apart} ${attempt}.`)
    }
  })

  it('leave no problem of a file that was briefly empty', async () => {
    truncateSync(join(content, 'articles/rain-comes.md'))
    await pause(35)
    writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — Full again.'))
    await expect.poll(() => server.text('/news/rain-comes/'), soon).toContain('Full again.')
    await expect.poll(() => server.text('/_problems.txt'), soon).toBe('')
  })
})

describe('previews from one clone', () => {
  it('of other content have folders of their own', async () => {
    const other = writeSite(join(scratch, 'other'), { 'articles/secret.md': story().replace('Rain comes', 'Secret') })
    await withPreview(other, async (preview) => {
      expect(await preview.text('/')).toContain('Secret')
      writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — Apart.'))
      await expect.poll(() => server.text('/news/rain-comes/'), soon).toContain('Apart.')
      expect(await server.text('/')).not.toContain('Secret')
      expect((await fetch(`${origin}/news/secret/`)).status).toBe(404)
      expect(await preview.text('/news/rain-comes/')).not.toContain('Apart.')
    })
  })

  it('of the same content are refused, with the process that runs one', async () => {
    const { exitCode, stderr } = await lampstand(['serve', '--content', content, '--port', '8450'])
    expect(stderr).toContain(`is running already, as process ${server.process.pid}.`)
    expect(exitCode).toBe(2)
  })

  it('leave nothing after their content is gone', async () => {
    const gone = writeSite(join(scratch, 'gone'), {})
    await withPreview(gone, async () => {})
    expect(existsSync(join(previewFolder(gone), 'site/index.html'))).toBe(true)
    rmSync(join(scratch, 'gone'), { recursive: true })
    await withPreview(writeSite(join(scratch, 'next'), {}), async () => {})
    expect(existsSync(previewFolder(gone))).toBe(false)
  })
})

describe('a preview follows changes', () => {
  it('of layouts by saying that they are read when a preview starts', async () => {
    const now = new Date()
    utimesSync(join(root, 'layouts/parts/Masthead.tsx'), now, now)
    await expect
      .poll(() => server.printed, soon)
      .toContain('Masthead.tsx was saved. Layouts are read when the preview starts')
  })

  it('of content in a folder with any name, ignored by git or not', async () => {
    const folder = join(root, 'test-artifacts', 'site (1)', '{a,b}[c]!')
    try {
      const odd = writeSite(folder, {})
      await withPreview(odd, async (preview) => {
        writeFileSync(join(odd, 'articles/rain-comes.md'), story('', 'Mali (SP) — Followed.'))
        await expect.poll(() => preview.text('/news/rain-comes/'), soon).toContain('Followed.')
      })
    } finally {
      rmSync(join(root, 'test-artifacts', 'site (1)'), { recursive: true })
    }
  })

  it('of a folder that was removed and created again, with the file that is written to it at once', async () => {
    const folder = join(content, 'articles/floods')
    const file = join(folder, 'index.md')
    const status = async () => (await fetch(`${origin}/news/floods/`)).status
    for (const wait of [3000, 0]) {
      mkdirSync(folder)
      writeFileSync(file, story().replace('Rain comes', 'Floods'))
      await expect.poll(status, soon).toBe(200)
      rmSync(folder, { recursive: true })
      await expect.poll(status, soon).toBe(404)
      await pause(wait)
    }
    mkdirSync(folder)
    writeFileSync(file, story().replace('Rain comes', 'Floods'))
    await expect.poll(status, soon).toBe(200)
    rmSync(folder, { recursive: true })
  })

  it('for a page that was opened in an earlier preview on the same port', async () => {
    const again = writeSite(join(scratch, 'again'), {})
    await withPreview(again, async (preview) => {
      await page.goto(`${preview.origin}/news/rain-comes/`)
    })
    writeFileSync(join(again, 'articles/rain-comes.md'), story('', 'Mali (SP) — Meanwhile.'))
    await withPreview(again, async () => {
      await page.getByText('Meanwhile.').waitFor(soon)
      writeFileSync(join(again, 'articles/rain-comes.md'), story('', 'Mali (SP) — And on.'))
      await page.getByText('And on.').waitFor(soon)
    })
  })
})

describe('a failure', () => {
  it('is looked for without an error in the console of the browser when all is well', async () => {
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('response', (response) => response.status() >= 400 && errors.push(response.url()))
    await page.goto(`${origin}/people/`)
    await page.waitForLoadState('networkidle')
    expect(await server.text('/_problems.txt')).toBe('')
    expect(errors).toEqual([])
  })

  it('that is no problem of a text is reported in the terminal and in the browser, and the preview goes on', async () => {
    await page.goto(`${origin}/news/rain-comes/`)
    const outlet = join(content, 'site.yml')
    renameSync(outlet, join(scratch, 'site.yml'))
    mkdirSync(outlet)
    const overlay = page.getByRole('alert')
    await overlay.getByText('EISDIR').waitFor(soon)
    expect(server.printed).toContain('Lampstand failed: Error: EISDIR')
    rmSync(outlet, { recursive: true })
    renameSync(join(scratch, 'site.yml'), outlet)
    await overlay.waitFor({ state: 'detached', ...soon })
  })

  it('to write a page is reported, and the page is written when it can be', async () => {
    const written = join(previewFolder(content), 'site/news/rain-comes/index.html')
    rmSync(written)
    mkdirSync(join(written, 'in-the-way'), { recursive: true })
    writeFileSync(join(content, 'articles/rain-comes.md'), story('', 'Mali (SP) — Blocked.'))
    await expect.poll(() => server.text('/_problems.txt'), soon).toContain('EISDIR')
    rmSync(written, { recursive: true })
    writeFileSync(join(content, 'people/ann-doe.md'), '---\nname: Ann Doe\n---\n\nWrites on.\n')
    await expect.poll(() => server.text('/news/rain-comes/'), soon).toContain('Blocked.')
    expect(await server.text('/_problems.txt')).toBe('')
  })

  it('of the first build is shown at every load of the home page, until that exists', async () => {
    const first = writeSite(join(scratch, 'first'), { 'articles/rain-comes.md': story('titel: Rain') })
    await withPreview(first, async (preview) => {
      await page.goto(preview.origin)
      const overlay = page.getByRole('alert')
      await overlay.getByText('titel: Rain').first().waitFor(soon)
      writeFileSync(join(first, 'articles/rain-comes.md'), story('daet: 2026-01-05'))
      await overlay.getByText('daet: 2026-01-05').first().waitFor(soon)
      await page.reload()
      await overlay.getByText('daet: 2026-01-05').first().waitFor(soon)
      expect(await overlay.textContent()).not.toContain('titel')
      writeFileSync(join(first, 'articles/rain-comes.md'), story())
      await page.getByRole('link', { name: 'Rain comes' }).first().waitFor(soon)
    })
  })

  it('in the cache is fixed by compiling again', async () => {
    const damaged = writeSite(join(scratch, 'damaged'), {})
    await withPreview(damaged, async () => {})
    const bodies = join(previewFolder(damaged), 'preview-cache/bodies')
    expect(existsSync(bodies)).toBe(true)
    writeFileSync(bodies, 'x'.repeat(readFileSync(bodies).length))
    rmSync(join(previewFolder(damaged), 'site'), { recursive: true })
    await withPreview(damaged, async (preview) => {
      await expect.poll(() => preview.text('/news/rain-comes/'), soon).toContain('The rain came.')
      expect(await preview.text('/_problems.txt')).toBe('')
      appendFileSync(join(damaged, 'articles/rain-comes.md'), '\nIt went on.\n')
      await expect.poll(() => preview.text('/news/rain-comes/'), soon).toContain('It went on.')
    })
  })
})
