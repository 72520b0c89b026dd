import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { type Block, defineBlock } from '../../../../src/markdown/blocks/block.ts'
import { withBlockForm } from '../../../../src/markdown/blocks/block-forms.ts'
import { element } from '../../../../src/markdown/blocks/block-html.ts'
import { blocks } from '../../../../src/markdown/blocks/blocks.ts'

const define = (html: Block['html'], forms: Partial<Block> = {}) =>
  defineBlock({
    name: 'verse',
    kind: 'container',
    attributes: z.strictObject({}),
    needsText: true,
    className: 'verse',
    html,
    toHtml: ({ children }) => element('blockquote', { className: ['verse'] }, children),
    description: 'Quotes a verse.',
    example: ':::verse\nRain.\n:::',
    ...forms,
  })

describe('a definition of a block', () => {
  it.each([
    ['an element that runs', { script: {} }, '<script>'],
    ['an element that embeds', { iframe: {} }, '<iframe>'],
    ['a name that every object has', { constructor: {} } as Block['html'], '<constructor>'],
    ['a handler', { p: { attributes: ['onClick'] } }, 'onClick'],
    ['a style', { p: { attributes: ['style'] } }, 'style'],
    ['a class that is no plain word', { p: { classes: ['a b'] } }, 'a b'],
  ])('is refused with %s', (_, html: Block['html'], name) => {
    expect(() => define({ blockquote: { classes: ['verse'] }, ...html })).toThrow(name)
  })

  it('is refused without an element of its own class', () => {
    expect(() => define({ blockquote: { classes: ['other'] } })).toThrow('verse')
  })
})

describe('the registry', () => {
  it('has each name, and each class of an outermost element, once', () => {
    expect(new Set(blocks.map(({ name }) => name)).size).toBe(blocks.length)
    expect(new Set(blocks.map(({ className }) => className)).size).toBe(blocks.length)
  })

  it.each(blocks.map((block) => [block.marker, block]))(
    'has an example of %s that begins as it is written',
    (marker, block) => {
      expect(block.example.startsWith(marker)).toBe(true)
    },
  )
})

describe('a form of a block', () => {
  const html = '<div><blockquote class="verse"><p>Rain.</p></blockquote></div><p>Sun.</p>'
  const verse = { blockquote: { classes: ['verse'] } }
  const write = (form: 'toText' | 'toSpeech' | 'toFeed', block: Block) =>
    toHtml({ type: 'root', children: withBlockForm(fromHtml(html, { fragment: true }).children, form, [block]) })

  it('stands in the place of the block, wherever it is nested', () => {
    const block = define(verse, { toSpeech: ({ children }) => children, toFeed: () => [] })
    expect(write('toSpeech', block)).toBe('<div><p>Rain.</p></div><p>Sun.</p>')
    expect(write('toFeed', block)).toBe('<div></div><p>Sun.</p>')
  })

  it('may hold the block itself', () => {
    const wrap = define(verse, { toText: (block) => [{ ...block, tagName: 'div', children: [block] }] })
    expect(write('toText', wrap)).toBe(
      '<div><div class="verse"><blockquote class="verse"><p>Rain.</p></blockquote></div></div><p>Sun.</p>',
    )
  })

  it('is what the page shows where the block declares none', () => {
    expect(write('toText', define(verse))).toBe(html)
  })
})
