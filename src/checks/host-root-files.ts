import { basePath } from '../newsroom/url-path.ts'
import { fileForHostRoot } from '../problems/catalogue/outputs.ts'
import { fileStart } from '../problems/problem.ts'
import { defineCheck } from './check.ts'

export const hostRootFiles = defineCheck({
  name: 'host-root-files',
  rule: 'If the site stands in a folder of its host, public/ and `.eleventy.ts` add no file that programs read at the root of a host alone.',
  stage: 'site',
  run({ files, outlet }) {
    const base = basePath(outlet.url)
    if (base === '') return []
    const { origin } = new URL(outlet.url)
    return files
      .filter(({ url }) => url === '/robots.txt' || url.startsWith('/.well-known/'))
      .map(({ url, source = `public${url}` }) => ({
        ...fileForHostRoot(url, base, origin),
        file: source,
        ...fileStart,
      }))
  },
})
