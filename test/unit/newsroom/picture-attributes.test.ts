import { describe, expect, it } from 'vitest'
import { pictureAttributes } from '../../../src/newsroom/picture-attributes.ts'

const picture = { src: '/media/a-1100.jpg', alt: 'A well', width: 1600, height: 900 }

describe('the attributes of a picture', () => {
  it('let browsers choose a size if there are several', () => {
    const { img, sources } = pictureAttributes(
      {
        ...picture,
        srcset: '/media/a-360.jpg 360w',
        sources: [{ type: 'image/avif', srcset: '/media/a-360.avif 360w' }],
      },
      'row',
    )
    expect(img).toMatchObject({ srcset: '/media/a-360.jpg 360w', sizes: '(min-width: 40rem) 13rem, 6.5rem' })
    expect(sources).toEqual([{ type: 'image/avif', srcset: '/media/a-360.avif 360w', sizes: img.sizes }])
    expect(pictureAttributes(picture, 'row')).toMatchObject({ img: { sizes: undefined }, sources: [] })
  })

  it('load a picture lazily, except at the top of a page', () => {
    expect(pictureAttributes(picture, 'lead', true).img).toMatchObject({ loading: undefined, fetchpriority: 'high' })
    expect(pictureAttributes(picture, 'lead').img).toMatchObject({ loading: 'lazy', fetchpriority: undefined })
  })

  it('name its color and the part that stays visible as classes', () => {
    expect(pictureAttributes({ ...picture, tint: '012', focus: 'top left' }, 'card').img.class).toBe(
      'tint-012 focus-top-left',
    )
    expect(pictureAttributes(picture, 'card').img.class).toBeUndefined()
  })
})
