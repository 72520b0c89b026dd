import type { ProblemKind } from '../problem.ts'
import * as blocks from './blocks.ts'
import * as corrections from './corrections.ts'
import * as dates from './dates.ts'
import * as emails from './emails.ts'
import * as files from './files.ts'
import * as frontMatter from './front-matter.ts'
import * as links from './links.ts'
import * as media from './media.ts'
import * as names from './names.ts'
import * as outputs from './outputs.ts'
import * as recordings from './recordings.ts'
import * as replies from './replies.ts'
import * as storyReferences from './story-references.ts'
import * as tags from './tags.ts'
import * as terms from './terms.ts'
import * as text from './text.ts'
import * as theme from './theme.ts'
import * as values from './values.ts'

/**
 * Every problem that Lampstand can find. The name of a problem is the name of a folder in test/broken-sites/ and of a
 * heading in docs/guide/problems.md.
 */
export const problemKinds: readonly ProblemKind[] = [
  files,
  frontMatter,
  dates,
  corrections,
  storyReferences,
  values,
  terms,
  tags,
  replies,
  emails,
  names,
  blocks,
  text,
  links,
  media,
  recordings,
  theme,
  outputs,
].flatMap((subject) => Object.values<ProblemKind>(subject))
