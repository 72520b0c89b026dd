import { alteredCorrections } from './altered-corrections.ts'
import { broadcasts } from './broadcasts.ts'
import type { Check } from './check.ts'
import { contrasts } from './contrasts.ts'
import { corrections } from './corrections.ts'
import { countryFiles } from './country-files.ts'
import { duplicateUrls } from './duplicate-urls.ts'
import { hostRootFiles } from './host-root-files.ts'
import { links } from './links.ts'
import { mergedTerms } from './merged-terms.ts'
import { noArticles } from './no-articles.ts'
import { publicFileMetadata } from './public-file-metadata.ts'
import { publicFileThirdParties } from './public-file-third-parties.ts'
import { replies } from './replies.ts'
import { storyReferences } from './story-references.ts'
import { tags } from './tags.ts'
import { templateLinks } from './template-links.ts'
import { termReferences } from './term-references.ts'

/** Every check, in the order in which those of a stage run; problems are sorted by place afterwards. */
export const checks: readonly Check[] = [
  noArticles,
  contrasts,
  termReferences,
  countryFiles,
  tags,
  mergedTerms,
  storyReferences,
  replies,
  corrections,
  broadcasts,
  publicFileThirdParties,
  publicFileMetadata,
  hostRootFiles,
  duplicateUrls,
  links,
  templateLinks,
  alteredCorrections,
]
