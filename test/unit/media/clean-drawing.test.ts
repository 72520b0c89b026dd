import { XMLValidator } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { cleanDrawing } from '../../../src/media/clean-drawing.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2"${attributes}>${inside}</svg>`
const clean = (text: string) => {
  const drawing = cleanDrawing(text)
  if ('reason' in drawing) throw new Error(JSON.stringify(drawing))
  return drawing
}

describe('a drawing', () => {
  it('keeps shapes, gradients and styles, and has a size', () => {
    const shapes =
      '<style>.a{fill:#0b1f4b}</style><defs><linearGradient id="g"><stop offset="0" stop-color="red"></stop></linearGradient></defs>' +
      '<path class="a" d="M0 0h4v2z"></path><rect width="4" height="2" fill="url(#g)"></rect><use xlink:href="#g"></use>'
    const drawing = clean(`<?xml version="1.0"?>\n<!-- A program -->\n${svg(shapes)}`)
    expect(drawing).toMatchObject({ width: 4, height: 2 })
    expect(drawing.svg).toContain(shapes.replaceAll(/><\/(?:stop|path|rect|use)>/g, ' />'))
    expect(XMLValidator.validate(drawing.svg)).toBe(true)
  })

  it('loses what programs note and what could run', () => {
    const text = svg(
      '<metadata><dc:creator>Jane Doe</dc:creator></metadata><sodipodi:namedview id="n"/><!-- Jane --><path d="M0 0z" onclick="alert(1)" inkscape:label="Jane" data-name="Jane"/>',
      ' onload="alert(1)"',
    )
    expect(clean(text).svg).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2" width="4" height="2"><path d="M0 0z" /></svg>',
    )
  })

  it.each([
    ['a script', '<script>alert(1)</script>', 'script'],
    ['HTML', '<foreignObject><p>Hi</p></foreignObject>', 'foreignObject'],
    ['a picture', '<image href="https://other.example/a.png"/>', 'image'],
    ['a link', '<a href="https://other.example"><path d="M0 0z"/></a>', 'a'],
    ['an animation', '<animate attributeName="href" to="javascript:alert(1)"/>', 'animate'],
    ['a shape of another file', '<use href="https://other.example/a.svg#b"/>', 'href'],
    ['a shape of another file, by the old attribute', '<use xlink:href="data:image/svg+xml,x"/>', 'xLinkHref'],
    ['a paint of another file', '<path fill="url(https://other.example/a.svg#b)"/>', 'fill'],
    ['a style that loads', '<path style="fill:url(//other.example/a)"/>', 'style'],
    ['a style that hides what it loads', '<path style="fill:u\\72l(//other.example/a)"/>', 'style'],
    ['a style sheet that loads', '<style>@import "//other.example/a.css";</style>', 'style'],
    ['a style sheet with a set of pictures', '<style>path{mask:image-set("//other.example/a" 1x)}</style>', 'style'],
  ])('with %s is refused', (_, inside, part) => {
    expect(cleanDrawing(svg(inside))).toEqual({ reason: 'forbidden', part })
  })

  it.each([
    ['text', 'a drawing'],
    ['a page', '<!doctype html><p>Hi</p>'],
    ['a drawing without a size', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0z"/></svg>'],
  ])('cannot be %s', (_, text) => {
    expect(cleanDrawing(text)).toEqual({ reason: 'no-drawing' })
  })
})
