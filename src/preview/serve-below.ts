import type { IncomingMessage, ServerResponse } from 'node:http'
import { removeBase } from '../newsroom/url-path.ts'

/** A step of Eleventy's server. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void

/**
 * Creates a step of Eleventy's server that serves the preview below the base of the site, as its host will. Pages outside of the base
 * are sent there; other files are not found, so that a link without the base shows as broken.
 *
 * @param getBase returns the base of the last build: saving site.yml can change it
 */
export function serveBelow(getBase: () => string): Middleware {
  return (request, response, next) => {
    const { url = '/', headers } = request
    const base = getBase()
    const path = removeBase(url, base)
    if (path !== undefined || isStatusFile.test(url)) {
      request.url = path ?? url
      return next()
    }
    const isPage = (headers['sec-fetch-dest'] ?? 'document') === 'document'
    if (isPage) response.writeHead(302, { location: base + url })
    else response.writeHead(404)
    response.end()
  }
}

/** The files that the script of previewed pages polls; see status-files.ts. */
const isStatusFile = /^\/_(?:problems|made)\.txt$/
