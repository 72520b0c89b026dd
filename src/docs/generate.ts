import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { blocks } from '../markdown/blocks/blocks.ts'
import { blockTable } from './block-table.ts'
import { jsonSchemas } from './json-schemas.ts'
import { keyTable } from './key-table.ts'
import { problemsPage } from './problems-page.ts'
import { worldMapShapes } from './world-map.ts'

/**
 * Generates files from the code: docs/guide/problems.md, the JSON Schemas for editors, the shapes of the world map, and
 * the tables of keys and blocks in docs/guide/writing.md, which stand between marks in text that is written by hand.
 *
 * @param root the folder of Lampstand
 * @returns the texts of the files by path
 */
export function generateDocs(root: string): Map<string, string> {
  const schemas = jsonSchemas()
  let writing = readFileSync(join(root, 'docs/guide/writing.md'), 'utf8')
  const tables = [
    ...[...schemas].map(([name, schema]) => [`keys of ${name}`, keyTable(schema)] as const),
    ['blocks', blockTable(blocks)] as const,
  ]
  for (const [name, table] of tables) {
    const marks = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- end -->)`)
    if (!marks.test(writing)) throw new Error(`docs/guide/writing.md has no place for the table: ${name}`)
    writing = writing.replace(marks, (_, start: string, end: string) => `${start}\n${table}\n\n${end}`)
  }
  return new Map([
    ['docs/guide/writing.md', writing],
    ['docs/guide/problems.md', problemsPage(join(root, 'test/broken-sites'))],
    ['layouts/world.json', `${JSON.stringify(worldMapShapes(root))}\n`],
    ...schemas.map(([name, schema]): [string, string] => [
      `docs/schema/${name}.json`,
      `${JSON.stringify(schema, null, 2)}\n`,
    ]),
  ])
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const root = join(import.meta.dirname, '../..')
  for (const [path, text] of generateDocs(root)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    process.stdout.write(`${path}\n`)
  }
}
