import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cardFaces, cardSize, socialCard } from '../../layouts/social-card.ts'
import { dropUnusedFile, readCachedFile } from '../cache/cached-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Copy } from '../pages/output.ts'
import type { SocialCardRequest } from '../pages/social-cards.ts'

/** How many cards are made at once. */
const together = 3

/**
 * Draws the cards that are missing.
 *
 * @param fileOf the picture that stands at an address
 * @param folder where cards are kept between builds; those that are not asked for any more are dropped
 */
export async function drawSocialCards(
  orders: readonly SocialCardRequest[],
  folder: string,
  fileOf: (address: UrlPath) => Copy | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<Copy[]> {
  if (orders.length === 0) return []
  mkdirSync(folder, { recursive: true })
  // The name of a kept card is its order's and the hash of its bytes.
  const kept = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.jpg'))
      .map((name) => [name.slice(0, 20), name]),
  )
  const copies: Copy[] = []
  const wanted = new Set<string>()
  const missing = orders.filter(({ key }) => !kept.has(key))
  const drawn = new Map<string, Promise<string>>()
  let done = 0
  for (const [index, order] of missing.entries()) {
    // While one is written as a JPEG, in threads of its own, the next is drawn.
    await drawn.get(missing[index - together]?.key ?? '')
    if (drawn.has(order.key)) continue
    const drawing = draw(order, folder, order.picture && fileOf(order.picture))
    drawing.then(() => onProgress(++done, missing.length)).catch(() => {}) // it is awaited below
    drawn.set(order.key, drawing)
  }
  for (const { key, url } of orders) {
    const name = kept.get(key) ?? (await drawn.get(key)) ?? ''
    wanted.add(name)
    copies.push({ url, from: join(folder, name), hash: name.slice(21, 53) })
  }
  for (const name of kept.values()) if (!wanted.has(name)) dropUnusedFile(join(folder, name))
  return copies
}

async function draw(
  { key, card, focus }: SocialCardRequest,
  folder: string,
  picture: Copy | undefined,
): Promise<string> {
  const [{ Resvg }, { default: sharp }] = await Promise.all([import('@resvg/resvg-js'), import('sharp')])
  const svg = socialCard(card)
  const { width, height, picture: side } = cardSize
  const drawing = new Resvg(svg, { font: { fontFiles: facesIn(svg), loadSystemFonts: false } }).render()
  const image = sharp(drawing.pixels, { raw: { width, height, channels: 4 } })
  const data = await (picture === undefined
    ? image
    : image.composite([
        {
          input: await sharp(picture.hash === undefined ? picture.from : readCachedFile(picture.from, picture.hash))
            .resize(side, height, { fit: 'cover', position: positions[focus ?? ''] ?? focus })
            .toBuffer(),
          left: card.direction === 'rtl' ? 0 : width - side,
          top: 0,
        },
      ])
  )
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer()
  const name = `${key}-${hash128(data)}.jpg`
  const partial = join(folder, `${name}.${process.pid}`)
  writeFileSync(partial, data)
  renameSync(partial, join(folder, name))
  return name
}

/** Corners, as sharp calls them. */
const positions: Readonly<Record<string, string>> = {
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
}

/** The files of the faces that a card is set in. They are read for each card, and one of them has 6 MB. */
function facesIn(svg: string): string[] {
  const { resolve } = createRequire(import.meta.url)
  return Object.entries(cardFaces).flatMap(([name, face]) => (svg.includes(`"${name}"`) ? resolve(face) : []))
}
