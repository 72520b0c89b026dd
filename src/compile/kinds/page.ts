import { splitFrontMatter } from '../../content/front-matter.ts'
import type { Outlet } from '../../newsroom/outlet.ts'
import { type Page, pageSchema } from '../../newsroom/page.ts'
import { isSlug } from '../../newsroom/slug.ts'
import { raiseMissingText } from '../missing-text.ts'
import { type ContentKind, plainBodyOptions } from './content-kind.ts'

/** Files of pages/. */
export const pageKind = (outlet: Outlet): ContentKind<ReturnType<typeof pageSchema>, Page> => ({
  schema: pageSchema(),
  isName: isSlug,
  parse: splitFrontMatter,
  toFront: (values) => values,
  bodyOptions: (values) => plainBodyOptions(values.language, outlet),
  check: (values, _body, html, file) => raiseMissingText(file, values.status, html),
})
