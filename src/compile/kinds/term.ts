import { splitFrontMatter } from '../../content/front-matter.ts'
import type { FrontMatterSchema } from '../../content/validate.ts'
import type { Outlet } from '../../newsroom/outlet.ts'
import { isSlug } from '../../newsroom/slug.ts'
import type { Taxonomy } from '../../newsroom/taxonomy.ts'
import { partnerSchema, personSchema, type Term, termSchema } from '../../newsroom/term.ts'
import { type ContentKind, plainBodyOptions } from './content-kind.ts'

/** Files of a taxonomy's folder, such as people/. */
export const termKind = (taxonomy: Taxonomy, outlet: Outlet): ContentKind<FrontMatterSchema, Term> => ({
  schema: (schemas[taxonomy.key] ?? termSchema)(),
  // The file of a country can be named by its code, in capitals.
  isName: (slug) => isSlug(taxonomy.values === 'country' ? slug.toLowerCase() : slug),
  parse: splitFrontMatter,
  toFront: (values) => values as unknown as Term,
  bodyOptions: () => plainBodyOptions(undefined, outlet),
})

const schemas: Readonly<Record<string, () => FrontMatterSchema>> = { people: personSchema, partners: partnerSchema }
