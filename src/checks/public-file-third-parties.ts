import { readFileSync } from 'node:fs'
import { FileFactsCache } from '../media/file-facts-cache.ts'
import { outputFile } from '../newsroom/url-path.ts'
import { thirdParty } from '../problems/catalogue/outputs.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { defineCheck } from './check.ts'
import { findResourceUrlsInStyles } from './find-style-urls.ts'

export const publicFileThirdParties = defineCheck({
  name: 'public-file-third-parties',
  rule: 'The pages, style sheets and drawings of public/ and of `.eleventy.ts` load files only from the site and the hosts that site.yml allows.',
  stage: 'site',
  async run({ files, outlet, cacheFile }) {
    const cache = new FileFactsCache<string[]>(cacheFile('public-third-parties'), `1 ${outlet.url}`)
    const problems: Problem[] = []
    for (const { url, from, source = `public${url}` } of files) {
      const extension = /\.(css|s?html?|svg|xht(?:ml)?)$/i.exec(outputFile(url))?.[1]?.toLowerCase()
      if (extension === undefined) continue
      let origins = cache.get(from)
      if (origins === undefined) {
        origins = foreignOrigins(await readResourceUrls(from, extension), new URL(url, outlet.url).href)
        cache.put(from, origins)
      }
      for (const origin of origins) {
        if (outlet.thirdParties.includes(origin)) continue
        problems.push({ ...thirdParty(origin), file: source, ...fileStart })
      }
    }
    cache.close()
    return problems
  },
})

async function readResourceUrls(path: string, extension: string): Promise<string[]> {
  const text = readFileSync(path, 'utf8')
  if (extension === 'css') return findResourceUrlsInStyles(text)
  const { findResourceUrlsInMarkup } = await import('./find-resource-urls.ts') // late: most builds have no new file to parse
  return findResourceUrlsInMarkup(text, extension === 'svg' || extension.startsWith('x') ? 'xml' : 'html')
}

/**
 * Returns the origins, other than its own, from which a file makes a browser load resources.
 *
 * @param urls the URLs of the resources, absolute or relative to the file
 * @param base the absolute URL of the file
 */
export function foreignOrigins(urls: readonly string[], base: string): string[] {
  const { origin: ownOrigin } = new URL(base)
  const origins = urls
    .flatMap((url) => (URL.canParse(url, base) ? new URL(url, base).origin : []))
    .filter((origin) => origin !== ownOrigin && /^(?:https?|wss?):/.test(origin))
  return [...new Set(origins)]
}
