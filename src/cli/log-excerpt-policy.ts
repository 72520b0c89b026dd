import { relative, sep } from 'node:path'
import * as z from 'zod'
import { readOutlet } from '../compile/read-outlet.ts'
import { splitFrontMatter } from '../content/front-matter.ts'
import { decodeText } from '../content/read-text.ts'
import { parseContentPath } from '../content/source-file.ts'
import { articleSchema } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { pageSchema } from '../newsroom/page.ts'
import { partnerSchema, personSchema, termSchema } from '../newsroom/term.ts'
import { articlePublication, type Publication, pagePublication } from '../site/publication.ts'

/**
 * Creates the policy for quoting files in logs, which are stored and shared. A log may quote site.yml and what is
 * published. It may not quote replies, which hold addresses that their pages leave out, nor files that cannot be
 * parsed, which may be secret.
 *
 * @param content the content folder
 * @param now the instant that decides what is published, in milliseconds since 1970
 * @returns a function that returns true for a file that a log may quote
 */
export function createLogExcerptPolicy(content: string, now: number): (path: string, bytes: Buffer) => boolean {
  const { outlet } = readOutlet(content, '')
  return (path, bytes) => {
    const contentPath = relative(content, path).split(sep).join('/')
    if (contentPath === 'site.yml') return true
    return outlet !== undefined && readPublication(contentPath, bytes, outlet, now)?.state === 'published'
  }
}

/**
 * Reads the publication state of a content file from the few keys that decide it.
 *
 * @param path the path below the content folder
 * @returns undefined if the front matter leaves any doubt
 */
function readPublication(path: string, bytes: Buffer, outlet: Outlet, now: number): Publication | undefined {
  const { folder } = parseContentPath(path)
  const file = decodeText(bytes, path)
  const data = splitFrontMatter(file, file.data.text ?? '')?.frontMatter.data
  if (data === undefined || file.messages.length > 0) return undefined
  /** Parses some keys, if there are no unknown ones: an unknown key may be a mistyped `status`. */
  const parseKeys = <Shape extends z.ZodRawShape>(shape: Shape, allKeys: object) =>
    Object.keys(data).every((key) => Object.hasOwn(allKeys, key)) ? z.object(shape).safeParse(data).data : undefined
  if (folder === 'articles') {
    const { shape } = articleSchema(outlet)
    const article = parseKeys({ status: shape.status, date: shape.date, embargo: shape.embargo }, shape)
    return article && articlePublication(article, now)
  }
  if (folder === 'pages') {
    const { shape } = pageSchema()
    const page = parseKeys({ status: shape.status }, shape)
    return page && pagePublication(page)
  }
  if (!outlet.taxonomies.some(({ key }) => key === folder)) return undefined
  const allKeys = { ...termSchema().shape, ...personSchema().shape, ...partnerSchema().shape }
  return parseKeys({}, allKeys) && { state: 'published' }
}
