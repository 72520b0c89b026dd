import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Closes a preview to everybody but this machine. Eleventy's server listens on every network, and a preview shows drafts and stories
 * under embargo; a website open in the same browser may not listen or look in either, nor end the preview by what it asks for.
 */
export function loopbackOnly(server: Server): void {
  server.prependListener('connection', (socket: Socket) => {
    if (!isLoopback(socket.remoteAddress)) socket.destroy()
  })
  server.prependListener('upgrade', ({ headers: { host, origin } }: IncomingMessage, socket: Socket) => {
    if (!isLocalHost(host) || (origin !== undefined && origin !== `http://${host}`)) socket.destroy()
  })
  const answers = server.listeners('request') as RequestListener[]
  server.removeAllListeners('request')
  server.on('request', async (request, response) => {
    // A name of another site that was pointed at this machine.
    if (!isLocalHost(request.headers.host)) return request.socket.destroy()
    if (!isOwnOrVisit(request)) return refuse(response, 403)
    if (!isPath(request.url ?? '')) return refuse(response, 400)
    try {
      for (const answer of answers) await answer(request, response)
    } catch {
      refuse(response, 500)
    }
  })
}

const isLoopback = (address = '') => address === '::1' || /^(?:::ffff:)?127\./.test(address)
const isLocalHost = (host = '') => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host)

/** Whether a page of the preview asks, or somebody goes to one; browsers say so, and other programs are no websites. */
function isOwnOrVisit({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return true
  return headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
}

/** Whether a path can be read, and leads nowhere but down. */
function isPath(url: string): boolean {
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
