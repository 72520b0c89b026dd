import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { plainBodyOptions } from '../compile/kinds/content-kind.ts'
import { withBase } from '../jsx/base.ts'
import { compileBody } from '../markdown/compile-body.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import { createPipeline } from '../markdown/pipeline.ts'
import { resolvePlaceholders } from '../markdown/resolve-placeholders.ts'
import { basePath, encodeUrlPath } from '../newsroom/url-path.ts'
import { articleSummary, articleTitle } from '../pages/article-teaser.ts'
import type { PageContext } from '../pages/page-context.ts'
import { deadLink, linkToUnpublished } from '../problems/catalogue/links.ts'
import { templateFailed } from '../problems/catalogue/outputs.ts'
import { decodePlace } from '../problems/place.ts'
import { fileProblems, type Problem } from '../problems/problem.ts'
import type { TemplateContext } from '../site/custom-file.ts'
import { resolvePageBody } from '../site/resolve-body.ts'
import { findTarget } from '../site/resolve-link.ts'
import type { SiteArticle, SiteTerm } from '../site/site.ts'

/** The place of templates among content, for links to files of content. */
const folder = 'pages'

/**
 * Creates what templates see of a site.
 *
 * @param html returns the compiled HTML with a hash, placeholders included
 */
export function createTemplateContext(context: PageContext, html: (hash: string) => string): TemplateContext {
  const base = basePath(context.outlet.url)
  return {
    newsroom: newsroomData(context, html),
    compileMarkdown: async (path, text) => {
      const source = readFileSync(path, 'utf8')
      const file = new VFile({ path, value: source })
      file.data.text = source
      const linesAbove = source.slice(0, Math.max(0, source.indexOf(text))).split('\n').length - 1
      const options = plainBodyOptions(undefined, context.outlet)
      const body = compileBody(await createPipeline(context.outlet), file, '\n'.repeat(linesAbove) + text, options)
      const problems = fileProblems(file)
      if (body === undefined) return { html: '', problems }
      problems.push(...findPlaceholderProblems(body, path, context))
      const resolved = resolvePageBody({ body, language: options.language, path: `${folder}/template.md` }, context)
      return { html: withBase(base, () => resolvePlaceholders(body.html, resolved)), problems }
    },
  }
}

/** Finds links that lead nowhere, and media, which only content can have. */
function findPlaceholderProblems({ placeholders }: CompiledBody, path: string, { links }: PageContext): Problem[] {
  return placeholders.flatMap((placeholder): Problem[] => {
    if (placeholder.kind === 'image' || placeholder.kind === 'audio') {
      const reason = `${placeholder.source} is a picture or a recording, which is prepared for texts of content/ alone`
      return [{ ...templateFailed(reason), file: path, ...decodePlace(placeholder.place) }]
    }
    if (placeholder.kind !== 'link' && placeholder.kind !== 'action-link') return []
    const target = findTarget(placeholder.target, `${folder}/template.md`, links)
    const place = { file: path, ...decodePlace(placeholder.place) }
    if (target === 'unpublished') return [{ ...linkToUnpublished(placeholder.target), ...place }]
    return target === undefined ? [{ ...deadLink(placeholder.target, undefined, 'page'), ...place }] : []
  })
}

/** The stories and terms of a site, for templates: `articles`, newest first, and `terms` by the key of their taxonomy. */
function newsroomData(context: PageContext, html: (hash: string) => string): object {
  const { site } = context
  const base = basePath(site.outlet.url)
  const articles = new Map<SiteArticle, object>()
  const articleData = (article: SiteArticle): object => {
    const { address, slug, front, language, terms } = article
    const known = articles.get(article)
    if (known !== undefined) return known
    const data = {
      title: articleTitle(article),
      summary: articleSummary(article),
      url: base + encodeUrlPath(address),
      slug,
      language,
      date: new Date(front.date.instant),
      day: front.date.day,
      terms: Object.fromEntries(Object.entries(terms).map(([key, list]) => [key, list.map(termLink)])),
    }
    articles.set(article, data)
    return lazyProperty(data, 'html', () =>
      withBase(base, () => resolvePlaceholders(html(article.body.hash), resolvePageBody(article, context))),
    )
  }
  const termLink = ({ id, name, address }: SiteTerm) => ({ id, name, url: base + encodeUrlPath(address) })
  const termData = (term: SiteTerm) => lazyProperty(termLink(term), 'articles', () => term.articles.map(articleData))
  // Eleventy copies plain objects, with the values of all getters; other objects it leaves alone.
  const newsroom = new (class Newsroom {})()
  lazyProperty(newsroom, 'articles', () => site.articles.map(articleData))
  return lazyProperty(newsroom, 'terms', () =>
    Object.fromEntries(site.taxonomies.map(({ taxonomy, terms }) => [taxonomy.key, terms.map(termData)])),
  )
}

/** Adds a property that is computed when it is first read. It is the object's own: Liquid sees no others. */
function lazyProperty<Target extends object>(target: Target, name: string, compute: () => unknown): Target {
  let value: { computed: unknown } | undefined
  return Object.defineProperty(target, name, {
    enumerable: true,
    get: () => {
      value ??= { computed: compute() }
      return value.computed
    },
  })
}
