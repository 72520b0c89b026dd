import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readOutlet } from '../compile/read-outlet.ts'
import { contentDisplayPath, displayPath } from '../content/display-path.ts'
import { splitFrontMatter } from '../content/front-matter.ts'
import { findContentFiles } from '../content/list-files.ts'
import { readText } from '../content/read.ts'
import { articleTemplate } from '../newsroom/article-template.ts'
import { dayInZone } from '../newsroom/moment.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { isSlug, slugify } from '../newsroom/slug.ts'
import { ProblemsFound } from '../problems/problem.ts'
import type { CommandContext } from './main.ts'
import { type Options, UsageError } from './options.ts'

/** `lampstand new "Title"`: begins a story as a draft, with every key it can have, and prints its path. */
export async function newCommand({ args, content, cwd, now }: Options, { stdout }: CommandContext): Promise<number> {
  const title = args.join(' ').trim()
  if (title === '')
    throw new UsageError('Unexpected end, expected a headline: lampstand new "Floods cut off Bamako\'s markets".')
  const named = slugify(title).split('-').slice(0, 10).join('-')
  // A file of that name would have the name of its folder, which is a year.
  const slug = named === 'index' ? 'index-story' : named
  if (!isSlug(slug)) throw new UsageError(`Unexpected headline ${title}, which no address can be made of.`)
  const outlet = requireOutlet(content, cwd)
  const day = dayInZone(now, outlet.timeZone)
  const path = join(content, 'articles', day.slice(0, 4), `${slug}.md`)
  if (existsSync(path) || existsSync(path.replace(/\.md$/, '/index.md'))) {
    throw new UsageError(`Unexpected story ${displayPath(path, cwd)}: it exists already and is left as it is.`)
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, articleTemplate({ title, day, author: authorOf(content), outlet }), { flag: 'wx' })
  stdout.write(`${displayPath(path, cwd)}\n`)
  return 0
}

/**
 * The outlet of a content folder.
 *
 * @param folder where the command was given
 * @throws ProblemsFound where site.yml is missing, or something in it is wrong
 */
export function requireOutlet(content: string, folder: string): Outlet {
  const { outlet, problems } = readOutlet(content, contentDisplayPath(content, folder))
  if (outlet === undefined || problems.length > 0) throw new ProblemsFound(problems)
  return outlet
}

/** The person whose e-mail address or name git knows the writer by. */
function authorOf(content: string): string | undefined {
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
