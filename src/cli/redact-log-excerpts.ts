import { relative, sep } from 'node:path'
import * as z from 'zod'
import { readOutlet } from '../compile/read-outlet.ts'
import { splitFrontMatter } from '../content/front-matter.ts'
import { decodeText } from '../content/read.ts'
import { parseContentPath } from '../content/source-file.ts'
import { articleSchema } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { pageSchema } from '../newsroom/page.ts'
import { partnerSchema, personSchema, termSchema } from '../newsroom/term.ts'
import { articlePublication, type Publication, pagePublication } from '../site/publication.ts'

/**
 * Says of files whether a log, which is kept and shared, may quote them: those that readers see already, and site.yml. Letters hold
 * addresses that their pages leave out; and of what cannot be read nobody knows whether it was meant to be seen.
 *
 * @param content the folder of the content
 * @param now the moment that decides what is published, in milliseconds since 1970
 */
export function logExcerptPolicy(content: string, now: number): (path: string, bytes: Buffer) => boolean {
  const { outlet } = readOutlet(content, '')
  return (path, bytes) => {
    const own = relative(content, path).split(sep).join('/')
    return own === 'site.yml' || (outlet !== undefined && stateOf(own, bytes, outlet, now)?.state === 'published')
  }
}

/**
 * What is known of the publication of a file of content; undefined where its front matter does not say for certain.
 *
 * @param path below the folder of the content
 */
function stateOf(path: string, bytes: Buffer, outlet: Outlet, now: number): Publication | undefined {
  const { folder } = parseContentPath(path)
  const file = decodeText(bytes, path)
  const data = splitFrontMatter(file, file.data.text ?? '')?.frontMatter.data
  if (data === undefined || file.messages.length > 0) return undefined
  /** What some keys hold, where all keys are known ones: another may be a mistyped `status`. */
  const read = <Shape extends z.ZodRawShape>(shape: Shape, known: object) =>
    Object.keys(data).every((key) => Object.hasOwn(known, key)) ? z.object(shape).safeParse(data).data : undefined
  if (folder === 'articles') {
    const { shape } = articleSchema(outlet)
    const article = read({ status: shape.status, date: shape.date, embargo: shape.embargo }, shape)
    return article && articlePublication(article, now)
  }
  if (folder === 'pages') {
    const { shape } = pageSchema()
    const page = read({ status: shape.status }, shape)
    return page && pagePublication(page)
  }
  if (!outlet.taxonomies.some(({ key }) => key === folder)) return undefined
  const known = { ...termSchema().shape, ...personSchema().shape, ...partnerSchema().shape }
  return read({}, known) && { state: 'published' }
}
