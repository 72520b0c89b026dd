import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import escapeStringRegexp from 'escape-string-regexp'
import { contentDisplayPath, displayPath } from '../content/display-path.ts'
import { readYaml, splitFrontMatter } from '../content/front-matter.ts'
import { findContentFiles } from '../content/list-files.ts'
import { readText } from '../content/read-text.ts'
import { validate } from '../content/validate.ts'
import { findStrings } from '../i18n/find-strings.ts'
import { dayInZone } from '../newsroom/moment.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { redactContacts, repliesSchema } from '../newsroom/reply.ts'
import { absoluteUrl, toUrlPath } from '../newsroom/url-path.ts'
import { emailWithoutText, letterToNoStory, letterWithoutStory } from '../problems/catalogue/emails.ts'
import { unknownArticle } from '../problems/catalogue/story-references.ts'
import { closestMatch } from '../problems/closest-match.ts'
import { type Finding, fileProblems, fileStart, ProblemsError } from '../problems/problem.ts'
import { addReply } from '../replies/add-reply.ts'
import { emailToMarkdown } from '../replies/email-to-markdown.ts'
import { readEmail } from '../replies/read-email.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { printProblems } from './print-problems.ts'
import { requireOutlet } from './require-outlet.ts'
import { UsageError } from './usage-error.ts'

/** `lampstand reply mail.eml`: adds a saved e-mail to the replies of its story, where it waits for approval. */
export async function replyCommand(options: Options, { stdout }: CommandContext): Promise<number> {
  const { args, content, cwd, now, story } = options
  const [fileName, ...more] = args
  if (fileName === undefined || more.length > 0)
    throw new UsageError('Unexpected words, expected one saved e-mail: lampstand reply letter.eml')
  const path = resolve(cwd, fileName)
  const emailPath = displayPath(path, cwd)
  if (!existsSync(path)) throw new UsageError(`Unexpected ${fileName}: there is no such file.`)
  if (statSync(path).isDirectory())
    throw new UsageError(`Unexpected folder ${fileName}, expected a saved e-mail: lampstand reply letter.eml`)
  const outlet = requireOutlet(content, cwd)

  const { reply: email, problems } = await readEmail(readFileSync(path), emailPath)
  if (email === undefined) throw new ProblemsError(problems)
  const fail = (finding: Finding) => new ProblemsError([...problems, { ...finding, file: emailPath, ...fileStart }])
  const slug = story ?? findArticleSlug(email.text, outlet)
  if (slug === undefined) throw fail(letterWithoutStory())
  const slugs = listArticleSlugs(content)
  if (!slugs.includes(slug)) {
    const suggestion = closestMatch(slug, slugs)
    throw fail(story === undefined ? letterToNoStory(slug, suggestion) : unknownArticle('--story', slug, suggestion))
  }
  const text = emailToMarkdown(email.text, articleUrl(slug, outlet))
  // Quoted text and text that mail programs add is gone: there may be nothing left.
  if (text.trim() === '') throw fail(emailWithoutText())

  const name = redactContacts(email.name ?? '')
  const reply = {
    name: name === '' || name.includes('[…]') ? findStrings(outlet.language).aReader : name,
    date: dayInZone(Math.min(email.sent ?? now, now), outlet.timeZone),
    text,
  }
  const file = join(content, 'replies', `${slug}.yml`)
  const replies = existsSync(file) ? readReplies(file, `${contentDisplayPath(content, cwd)}/replies/${slug}.yml`) : ''
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, addReply(replies, reply))
  renameSync(`${file}.new`, file)
  await printProblems(problems, options.format, stdout, options)
  stdout.write(`${displayPath(file, cwd)}: added, with \`status: waiting\`. Take that line away to print the letter.\n`)
  return 0
}

const articleUrl = (slug: string, { addresses, url }: Outlet) =>
  absoluteUrl(url, toUrlPath(addresses.articles.replace('{slug}', slug)))

/** Finds the URL of a story in a text. Returns the slug of the story. */
function findArticleSlug(text: string, outlet: Outlet): string | undefined {
  const [before = '', after = ''] = articleUrl('{slug}', outlet).split(encodeURI('{slug}'))
  const slug = new RegExp(`${escapeStringRegexp(before)}([^/\\s]+)${escapeStringRegexp(after)}`).exec(text)?.[1]
  if (slug === undefined) return undefined
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

/** Lists the slugs of all stories. */
function listArticleSlugs(content: string): string[] {
  return findContentFiles(content)
    .filter(({ folder }) => folder === 'articles')
    .map(({ path, slug }) => {
      const file = readText(join(content, path), path)
      if (!/^slug:/m.test(file.data.text ?? '')) return slug
      return String(splitFrontMatter(file, file.data.text ?? '')?.frontMatter.data.slug ?? slug)
    })
}

/**
 * Reads a file of replies.
 *
 * @throws ProblemsError if it has errors: nothing is added to such a file
 */
function readReplies(path: string, repliesPath: string): string {
  const file = readText(path, repliesPath)
  const text = file.data.text ?? ''
  const frontMatter = readYaml(file, text)
  if (frontMatter !== undefined) validate(file, frontMatter, repliesSchema())
  if (file.messages.some(({ fatal }) => fatal === true)) throw new ProblemsError(fileProblems(file))
  return text
}
