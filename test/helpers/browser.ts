import { createServer, type Server } from 'node:http'
import { extname } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Starts a browser that requests nothing but what pages request. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

const types: Record<string, string> = {
  '.avif': 'image/avif',
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.mp3': 'audio/mpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
}

/** Serves a site from memory, as a plain static host would. */
export async function serveSite(
  site: ReadonlyMap<string, string | Buffer>,
): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const url = decodeURIComponent((request.url ?? '/').replace(/\?.*$/, ''))
    const file = site.get(url)
    const type = url.endsWith('/') ? '.html' : extname(url)
    response.writeHead(file === undefined ? 404 : 200, {
      'content-type': types[type] ?? 'application/octet-stream',
      // The names of assets hold a hash of their bytes.
      ...(url.startsWith('/assets/') && file !== undefined && { 'cache-control': 'max-age=31536000, immutable' }),
    })
    response.end(file ?? '')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server has no address')
  return { origin: `http://127.0.0.1:${address.port}`, server }
}
