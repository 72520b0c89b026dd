import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { PrepareOptions } from '../../src/builder/build-options.ts'
import { prepareSite } from '../../src/builder/prepare-site.ts'
import type { PreparedSite } from '../../src/builder/prepared-site.ts'

export const root = join(import.meta.dirname, '../..')

/** Noon in Greenwich on a day after every story of the tests. */
export const noon = Date.parse('2026-11-23T12:00:00Z')

/** Prepares a site of a content folder, as `lampstand build` would. */
export function prepare(content: string, options: Partial<PrepareOptions> = {}): Promise<PreparedSite> {
  return prepareSite({
    content,
    public: join(dirname(content), 'public'),
    layouts: join(root, 'layouts'),
    workFolder: join(root, '.lampstand'),
    cwd: dirname(content),
    now: noon,
    audience: 'public',
    ...options,
  })
}

export const siteYml = `name: Small Paper
agency: SP
url: https://small.example
description: A small paper.
timeZone: UTC
language: en
contact:
  email: desk@small.example
`

/** A story that passes every check, with further lines of front matter. */
export function story(lines = '', body = 'Mali (SP) — The rain came.'): string {
  return `---\ntitle: Rain comes\ndate: 2026-01-05\nauthors: [ann-doe]\n${lines === '' ? '' : `${lines}\n`}---\n\n${body}\n`
}

/** Writes a small outlet with one story, and further files, below a folder; returns its content folder. */
export function writeSite(folder: string, files: Readonly<Record<string, string | Buffer>>): string {
  const all = {
    'site.yml': siteYml,
    'people/ann-doe.md': '---\nname: Ann Doe\n---\n\nWrites.\n',
    'articles/rain-comes.md': story(),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) {
    const file = join(folder, 'content', path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return join(folder, 'content')
}
