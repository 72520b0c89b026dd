import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Link } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { help } from '../../../src/cli/help.ts'
import { generateDocs } from '../../../src/docs/generate.ts'
import { root } from '../../helpers/site-fixture.ts'

const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...markdownBelow('docs'), ...markdownBelow('bench')]

function markdownBelow(folder: string): string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path))
    .sort()
}

describe('the docs', () => {
  it('that are made from the code are up to date: `npm run docs` makes them', () => {
    for (const [path, text] of generateDocs(root)) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text)
  })

  it.each(documents)('%s leads only to files that exist', (path) => {
    visit(
      unified()
        .use(remarkParse)
        .parse(readFileSync(join(root, path), 'utf8')),
      ['link', 'image'],
      (node) => {
        const { url } = node as Link
        if (/^(?:[a-z]+:|#)/.test(url)) return
        expect(existsSync(join(root, dirname(path), url.replace(/#.*$/, ''))), `${path}: ${url}`).toBe(true)
      },
    )
  })

  it('speak of commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const npm = new Set(['ci', 'install'])
    for (const path of documents) {
      const text = readFileSync(join(root, path), 'utf8')
      for (const [, name = ''] of text.matchAll(/\bnpm (?:run )?([a-z:]+)/g)) {
        expect(npm.has(name) || name in scripts || name === 'test' || name === 'run', `${path}: npm ${name}`).toBe(true)
      }
      for (const [, name = ''] of text.matchAll(/\bnpx lampstand ([a-z]+)/g))
        expect(help(), `${path}: ${name}`).toContain(`lampstand ${name}`)
    }
  })
})
