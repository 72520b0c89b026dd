import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchBrowser, serveSite } from '../helpers/browser.ts'
import { prepare, siteYml, story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const ends: (() => unknown)[] = [() => rmSync(scratch, { recursive: true, force: true })]
afterAll(async () => {
  for (const end of ends.reverse()) await end()
})

const content = writeSite(join(scratch, 'site'), {
  'site.yml': `${siteYml}isso: /isso/\n`,
  'articles/closed.md': story('replies: closed').replace('Rain comes', 'Closed'),
})

describe('an outlet with an Isso server', () => {
  it('loads its form from the site’s own host, and only where replies are open', async () => {
    const site = await prepare(content)
    const page = await site.render('/news/rain-comes/')
    expect(page).toContain('<div id="isso-thread" data-isso-id="/news/rain-comes/"></div>')
    expect(page).toContain('src="/isso/js/embed.min.js" data-isso="/isso/"')
    expect(page).toMatch(/<noscript>[\s\S]*mailto:desk@small\.example[\s\S]*<\/noscript>/)
    expect(await site.render('/news/closed/')).not.toContain('isso')
  })

  it('names an address of its own, and no other host', async () => {
    const elsewhere = writeSite(join(scratch, 'elsewhere'), { 'site.yml': `${siteYml}isso: https://isso.example/\n` })
    await expect(prepare(elsewhere)).rejects.toMatchObject({ problems: [{ name: 'bad-address' }] })
  })
})

const isso = [process.env.ISSO, 'isso'].find((program) => {
  try {
    execFileSync(program ?? '', ['--version'], { stdio: 'ignore' })
    return program
  } catch {
    return false
  }
})

describe.skipIf(isso === undefined)('a real Isso server (`pip install isso`, or the program in ISSO)', () => {
  let origin = ''

  beforeAll(async () => {
    const port = await freePort()
    const config = join(scratch, 'isso.cfg')
    const site = await prepare(content)
    const files = new Map<string, string>()
    for (const url of site.outputs.keys()) files.set(url, await site.render(url))
    const served = await serveSite(files)
    ends.push(() => served.server.close())
    const front = createServer((incoming, outgoing) => {
      const { url = '/', method, headers } = incoming
      const inside = url.startsWith('/isso/')
      const target = new URL(
        inside ? url.slice('/isso'.length) : url,
        inside ? `http://127.0.0.1:${port}` : served.origin,
      )
      incoming.pipe(
        request(target, { method, headers: { ...headers, 'x-script-name': inside ? '/isso' : '' } }, (answer) => {
          outgoing.writeHead(answer.statusCode ?? 500, {
            ...answer.headers,
            'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
          })
          answer.pipe(outgoing)
        }).on('error', () => outgoing.destroy()),
      )
    })
    await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
    ends.push(() => front.close())
    const address = front.address()
    origin = typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
    writeFileSync(
      config,
      `[general]\ndbpath = ${join(scratch, 'comments.db')}\nhost = ${origin}\n[server]\nlisten = http://127.0.0.1:${port}\npublic-endpoint = ${origin}/isso\n[moderation]\nenabled = false\n[guard]\nenabled = false\n`,
    )
    const server = spawn(isso ?? '', ['-c', config, 'run'], { stdio: 'ignore' })
    ends.push(() => server.kill())
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/info`).then(
        ({ ok }) => ok,
        () => false,
      )
    await expect.poll(answers, { timeout: 60_000 }).toBe(true)
  })

  it('takes a reader’s reply on the page of a story and shows it there, without requests to another host', async () => {
    const browser = await launchBrowser(inject('browser'))
    ends.push(() => browser.close())
    const page = await browser.newPage()
    const requests: string[] = []
    page.on('request', (one) => requests.push(one.url()))
    await page.goto(`${origin}/news/rain-comes/`)
    await page.locator('.isso-textarea').fill('Thank you for this story.')
    await page.locator('input[name=author]').fill('Ruth')
    await page.locator('input[type=submit]').click()
    const reply = page.locator('.isso-text', { hasText: 'Thank you for this story.' })
    await reply.waitFor()
    await page.reload()
    await reply.waitFor()
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([])
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
