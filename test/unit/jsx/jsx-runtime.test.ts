import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { Fragment, jsx } from '../../../src/jsx/jsx-runtime.ts'

/** What a browser reads. */
const read = (html: string) => fromHtml(html, { fragment: true }).children

/** Texts without what no HTML can hold: NUL, and line ends that browsers read as others. */
const text = fc.string({ unit: 'binary', maxLength: 40 }).filter((value) => !/[\0\r\p{Cs}]/u.test(value))

describe('an element', () => {
  it('is text at once', () => {
    expect(jsx('p', { class: 'lead', children: ['Rain ', jsx('strong', { children: 'falls' }), ' on ', 3] }).html).toBe(
      '<p class="lead">Rain <strong>falls</strong> on 3</p>',
    )
  })

  it('leaves out attributes and children that are not there', () => {
    expect(jsx('p', { class: undefined, hidden: false, children: [undefined, null, false, ''] }).html).toBe('<p></p>')
  })

  it('names what is true, and says both words of ARIA', () => {
    expect(jsx('p', { hidden: true, 'aria-hidden': true, 'aria-live': false }).html).toBe(
      '<p hidden aria-hidden="true" aria-live="false"></p>',
    )
  })

  it('closes what has nothing inside', () => {
    expect(jsx('img', { src: '/a.jpg', alt: '' }).html).toBe('<img src="/a.jpg" alt/>')
    expect(jsx('path', { children: jsx('title', { children: 'Mali' }) }).html).toBe('<path><title>Mali</title></path>')
  })

  it('may be what a component makes of its props, or nothing', () => {
    const name = ({ name }: { name: string }) => jsx('b', { children: name })
    expect(jsx(Fragment as never, { children: [jsx(name as never, { name: 'Ann' }), jsx(() => null, {})] }).html).toBe(
      '<b>Ann</b>',
    )
  })
})

describe('text', () => {
  it('is read by browsers as it was written, between tags and in attributes', () => {
    fc.assert(
      fc.property(text, text, (inside, title) => {
        const [element, ...others] = read(jsx('p', { title, children: ['.', inside] }).html)
        expect(others).toEqual([])
        expect(element).toMatchObject({ tagName: 'p', children: [{ type: 'text', value: `.${inside}` }] })
        expect((element as { properties?: object }).properties).toEqual(title === '' ? { title: '' } : { title })
      }),
      { numRuns: 2000 },
    )
  })

  it('that looks like an element is none', () => {
    const attack = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    expect(read(jsx('a', { href: attack, children: attack }).html)).toMatchObject([
      { tagName: 'a', properties: { href: attack }, children: [{ type: 'text', value: attack }] },
    ])
    // Nor an object that poses as markup.
    expect(jsx('p', { children: { html: '<script></script>' } as never }).html).toBe('<p></p>')
  })
})
