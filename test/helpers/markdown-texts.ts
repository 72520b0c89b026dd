import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'

/** Reads the Markdown files below a folder, without their front matter. */
export function readMarkdownBodies(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFileSync(join(folder, path), 'utf8').replace(/^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/, ''))
}

/** Pieces of what newsrooms write, in any order. */
export const newsroomMarkdown = fc
  .array(
    fc.constantFrom(
      'a word ',
      'Mali (FNS) — ',
      'André* ',
      '*so* ',
      '**so** ',
      '***x*** ',
      '*a **b** c* ',
      '_a_b_ ',
      '*',
      '**',
      '_',
      '__',
      '\u2028',
      '\ufeff',
      '5 * 3 * 2 ',
      '\n',
      '\n\n',
      '  \n',
      '> said\n',
      '> said\n> again\n\n',
      '>\n',
      '- one\n',
      '* one\n',
      '  two\n',
      '1. one\n2. two\n',
      '10) ten\n',
      '## Heading\n',
      '# \n',
      'Under\n===\n',
      '---\n',
      '* * *\n',
      '[it](/news/x/) ',
      '[it](../y.md#z "t") ',
      '[a [b] c](d)',
      '[](x)',
      '[x]',
      '[',
      ']',
      '(',
      ')',
      '!',
      '![alt](a.jpg "Caption") ',
      '\n\n* Name changed for security.\n',
      '\n\n:::pray\nPray for *rain*.\n:::\n\n',
      '\n\n:::go{until="2027-01-01" url="https://a.example"}\nCome and [teach](https://b.example).\n:::\n',
      '10:30 ',
      '"',
      "'",
      '--',
      '...',
      '#',
      '=',
      '+',
      '%',
      ' & ',
      '\u00a0',
      '\u200b',
      'é',
      'العربية ',
      '漢字',
    ),
    { maxLength: 16 },
  )
  .map((pieces) => pieces.join(''))
