import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Restricts a server to this machine. Eleventy's server listens on every network, while a preview shows drafts and
 * stories under embargo. Other websites in the same browser can neither read from the preview nor end it with a
 * malformed request.
 */
export function loopbackOnly(server: Server): void {
  server.prependListener('connection', (socket: Socket) => {
    if (!isLoopback(socket.remoteAddress)) socket.destroy()
  })
  server.prependListener('upgrade', ({ headers: { host, origin } }: IncomingMessage, socket: Socket) => {
    if (!isLocalHost(host) || (origin !== undefined && origin !== `http://${host}`)) socket.destroy()
  })
  const listeners = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', async (request, response) => {
    // DNS rebinding: another site's name that resolves to this machine.
    if (!isLocalHost(request.headers.host)) return request.socket.destroy()
    if (!isSameOriginOrNavigation(request)) return refuse(response, 403)
    if (!isSafePath(request.url ?? '')) return refuse(response, 400)
    try {
      for (const listener of listeners) await listener(request, response)
    } catch {
      refuse(response, 500)
    }
  })
}

const isLoopback = (address = '') => address === '::1' || /^(?:::ffff:)?127\./.test(address)
const isLocalHost = (host = '') => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host)

/**
 * Returns true for requests by the preview's own pages and for navigation. Browsers send these headers; other programs
 * need not.
 */
function isSameOriginOrNavigation({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Returns true for a path that can be decoded and does not lead upwards. */
function isSafePath(url: string): boolean {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost/').pathname)
    return !path.includes('\0') && !path.split(/[/\\]/).includes('..')
  } catch {
    return false
  }
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status)
  response.end()
}
