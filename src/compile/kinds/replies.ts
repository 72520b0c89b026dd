import { readYaml } from '../../content/front-matter.ts'
import type { Outlet } from '../../newsroom/outlet.ts'
import { repliesSchema } from '../../newsroom/reply.ts'
import { isSlug } from '../../newsroom/slug.ts'
import { type CompiledReplies, compileReplies } from '../compile-replies.ts'
import { type ContentKind, plainBodyOptions } from './content-kind.ts'

/** Files of replies/, which are YAML without a text below it. */
export const repliesKind = (outlet: Outlet): ContentKind<ReturnType<typeof repliesSchema>, CompiledReplies> => ({
  schema: repliesSchema(),
  isName: isSlug,
  parse: (file, text) => {
    const frontMatter = readYaml(file, text)
    return frontMatter && { frontMatter, body: '' }
  },
  toFront: ({ replies }, file, frontMatter) => ({ replies: compileReplies(file, replies, frontMatter) }),
  bodyOptions: () => plainBodyOptions(undefined, outlet),
})
