import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { displayPath } from '../content/display-path.ts'
import { splitFrontMatter } from '../content/front-matter.ts'
import { findContentFiles } from '../content/list-files.ts'
import { readText } from '../content/read-text.ts'
import { articleTemplate } from '../newsroom/article-template.ts'
import { dayInZone } from '../newsroom/moment.ts'
import { isSlug, slugify } from '../newsroom/slug.ts'
import type { CommandContext } from './command-context.ts'
import type { Options } from './options.ts'
import { requireOutlet } from './require-outlet.ts'
import { UsageError } from './usage-error.ts'

/** `lampstand new "Title"`: creates a draft that lists every key a story can have, and prints its path. */
export async function newCommand({ args, content, cwd, now }: Options, { stdout }: CommandContext): Promise<number> {
  const title = args.join(' ').trim()
  if (title === '')
    throw new UsageError('Unexpected end, expected a headline: lampstand new "Floods cut off Bamako\'s markets".')
  const titleSlug = slugify(title).split('-').slice(0, 10).join('-')
  // The slug of index.md is the name of its folder, which is a year.
  const slug = titleSlug === 'index' ? 'index-story' : titleSlug
  if (!isSlug(slug)) throw new UsageError(`Unexpected headline ${title}, which no address can be made of.`)
  const outlet = requireOutlet(content, cwd)
  const day = dayInZone(now, outlet.timeZone)
  const path = join(content, 'articles', day.slice(0, 4), `${slug}.md`)
  if (existsSync(path) || existsSync(path.replace(/\.md$/, '/index.md'))) {
    throw new UsageError(`Unexpected story ${displayPath(path, cwd)}: it exists already and is left as it is.`)
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, articleTemplate({ title, day, author: findAuthor(content), outlet }), { flag: 'wx' })
  stdout.write(`${displayPath(path, cwd)}\n`)
  return 0
}

/** Finds the person with the e-mail address or the name in git's configuration. Returns the slug. */
function findAuthor(content: string): string | undefined {
  const [name, email] = ['user.name', 'user.email'].map((key) => {
    try {
      return execFileSync('git', ['config', key], {
        cwd: content,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return undefined
    }
  })
  return findContentFiles(content)
    .filter(({ folder }) => folder === 'people')
    .find(({ path }) => {
      const file = readText(join(content, path), path)
      const front = splitFrontMatter(file, file.data.text ?? '')?.frontMatter.data
      return (
        front !== undefined &&
        ((email !== undefined && front.email === email) || (name !== undefined && front.name === name))
      )
    })?.slug
}
