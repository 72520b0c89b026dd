import { FileFactsCache } from '../media/file-facts-cache.ts'
import { canHoldMetadata, findPersonalMetadata, type PersonalMetadata } from '../media/personal-metadata.ts'
import { mediaWithMetadata } from '../problems/catalogue/media.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { defineCheck } from './check.ts'

export const publicFileMetadata = defineCheck({
  name: 'public-file-metadata',
  rule: 'The pictures and recordings of public/ and of `.eleventy.ts`, which are published unchanged, hold no metadata about people.',
  stage: 'site',
  async run({ files, cacheFile }) {
    const cache = new FileFactsCache<PersonalMetadata[]>(cacheFile('public-metadata'), '1')
    const problems: Problem[] = []
    for (const { url, from, source = `public${url}` } of files) {
      if (!canHoldMetadata(url)) continue
      let metadata = cache.get(from)
      if (metadata === undefined) {
        metadata = await findPersonalMetadata(from)
        cache.put(from, metadata)
      }
      if (metadata.length > 0) {
        problems.push({ ...mediaWithMetadata(metadata.join(' and ')), file: source, ...fileStart })
      }
    }
    cache.close()
    return problems
  },
})
