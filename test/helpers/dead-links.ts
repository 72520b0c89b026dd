import { htmlElements } from './html-elements.ts'

/** Returns the path of the file that a web server sends for a URL path. */
export const servedFile = (urlPath: string): string => {
  const path = decodeURIComponent(urlPath).slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/**
 * Finds links of a site to its own files and anchors that do not exist.
 *
 * @param files the files of the site by path
 * @param origin the URL of the site
 * @returns `<page>: <link>` for each dead link
 */
export function findDeadLinks(files: ReadonlyMap<string, Buffer>, origin: string): string[] {
  const pages = new Map(
    [...files]
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => [path, htmlElements(bytes.toString())] as const),
  )
  const ids = new Map([...pages].map(([path, page]) => [path, new Set(page.map(({ properties }) => properties.id))]))
  const dead: string[] = []
  for (const [path, page] of pages) {
    const base = new URL(`/${path.replace(/index\.html$/, '')}`, origin)
    for (const { properties } of page) {
      for (const target of [properties.href, properties.src, properties.poster]) {
        if (target === undefined) continue
        const url = new URL(String(target), base)
        if (url.origin !== origin) continue
        const file = servedFile(url.pathname)
        const anchor = decodeURIComponent(url.hash.slice(1))
        if (!files.has(file) || (anchor !== '' && ids.get(file)?.has(anchor) !== true)) dead.push(`${path}: ${target}`)
      }
    }
  }
  return dead
}
