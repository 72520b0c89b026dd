import { type PicturePosition, type PictureProps, pictureAttributes } from '../../src/newsroom/picture-attributes.ts'

/**
 * A picture in all its sizes and formats.
 *
 * @param eager true for a picture at the top of a page
 */
export function Picture({
  position,
  eager,
  ...picture
}: PictureProps & { position: PicturePosition; eager?: boolean | undefined }) {
  const { img, sources } = pictureAttributes(picture, position, eager)
  // biome-ignore lint/a11y/useAltText: `img` has the `alt` of the picture
  const image = <img {...img} />
  if (sources.length === 0) return image
  return (
    <picture>
      {sources.map((source) => (
        <source {...source} />
      ))}
      {image}
    </picture>
  )
}
