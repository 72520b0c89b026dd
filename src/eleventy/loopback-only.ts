import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Closes a preview to everybody but this machine. Eleventy's server listens on every network, and a preview shows drafts and stories
 * under embargo; a website open in the same browser may not listen in either.
 */
export function loopbackOnly(server: Server): void {
  server.prependListener('connection', (socket: Socket) => {
    if (!isLoopback(socket.remoteAddress)) socket.destroy()
  })
  server.prependListener('upgrade', (request: IncomingMessage, socket: Socket) => {
    if (!isLocalHost(request.headers.host) || !isLocalOrigin(request.headers.origin)) socket.destroy()
  })
  server.prependListener('request', (request: IncomingMessage) => {
    // A name of another site that was pointed at this machine.
    if (!isLocalHost(request.headers.host)) request.socket.destroy()
  })
}

const isLoopback = (address = '') => address === '::1' || /^(?:::ffff:)?127\./.test(address)
const isLocalHost = (host = '') => /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i.test(host)
const isLocalOrigin = (origin: string | undefined) =>
  origin === undefined || isLocalHost(origin.replace(/^https?:\/\//, ''))
