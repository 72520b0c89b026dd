import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import type { Element, Root } from 'hast'
import { visit } from '../markdown/visit.ts'
import { removeBase } from '../newsroom/url-path.ts'
import { deadLink } from '../problems/catalogue/links.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { fileStart, type Place, type Problem } from '../problems/problem.ts'
import { findTarget, isExternal } from '../site/resolve-link.ts'
import { defineCheck } from './check.ts'

export const templateLinks = defineCheck({
  name: 'template-links',
  rule: 'Every link within the site on a page of templates/ leads to a page or file.',
  stage: 'site',
  async run({ customPages, links, urls }) {
    if (customPages.length === 0) return []
    const { fromHtml } = await import('hast-util-from-html') // late: most outlets have no templates
    const urlSet: ReadonlySet<string> = new Set(urls)
    return customPages.flatMap(({ url, from, source, template }) =>
      [...findLinks(fromHtml(readFileSync(from, 'utf8')))].flatMap((link): Problem[] => {
        if (link.startsWith('#')) return []
        const path = isExternal(link) ? link : toSitePath(link, url, links.base)
        const target = path === undefined ? undefined : findTarget(path, '', links)
        if (target === 'elsewhere') return []
        // A link to an unpublished story would stay on the page, and name it.
        if (typeof target === 'object' && target.address !== undefined && urlSet.has(target.address)) return []
        const finding = deadLink(link, closestMatch(link, urlSet), 'page')
        return [{ ...finding, file: source, ...findPlace(link, template) }]
      }),
    )
  },
})

/**
 * Returns a link of a page as a path within the site.
 *
 * @returns undefined for a path on the host that is outside of the site
 */
function toSitePath(link: string, page: string, base: string): string | undefined {
  return link.startsWith('/') ? removeBase(link, base) : posix.join(posix.dirname(`${page}_`), link)
}

/** Finds the URLs of links, pictures, scripts and other files of a page. */
function findLinks(page: Root): Set<string> {
  const links = new Set<string>()
  visit(page, 'element', ({ properties: { href, src, poster } }: Element) => {
    for (const link of [href, src, poster]) if (typeof link === 'string' && link !== '') links.add(link)
  })
  return links
}

/** Finds where a template has a link as it is on the page; the start of the template if it computes the link. */
function findPlace(link: string, template: string | undefined): Place {
  const text = template === undefined ? '' : readFileSync(template, 'utf8')
  const at = text.indexOf(link)
  if (at === -1) return fileStart
  const lines = text.slice(0, at).split('\n')
  const start = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  return { start, end: { line: start.line, column: start.column + link.length } }
}
