import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { readCachedFile, removeUnusedFile } from '../cache/cached-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { StaticFile } from '../site/static-file.ts'

/** A card to draw. */
export interface SocialCardRequest {
  url: UrlPath
  /** The hash of everything that the card shows. */
  key: string
  /** Returns the card without its picture: lazy, because most cards are in the cache. */
  drawing(): SocialCardDrawing
  picture: CardPicture | undefined
}

/** A card as SVG. */
export interface SocialCardDrawing {
  svg: string
  /** In pixels. */
  width: number
  height: number
  /** The fonts that it uses, as module specifiers such as `@fontsource/newsreader/files/regular.ttf`. */
  fonts: readonly string[]
}

/** The picture of a card, which fills its height. */
interface CardPicture {
  /** The address of the file on the site. */
  address: UrlPath
  /** The side of the card that it stands on. */
  side: 'left' | 'right'
  /** In pixels. */
  width: number
  /** The part of the picture that must be seen, such as `top left`. */
  focus: string | undefined
}

/** The number of cards drawn at once. */
const concurrency = 3

/**
 * Draws the cards that the cache lacks, and returns the files of all of them.
 *
 * @param folder the cache of cards between builds; cards that no request names are dropped from it
 * @param fileAt returns the picture that the site has at an address
 */
export async function drawSocialCards(
  requests: readonly SocialCardRequest[],
  folder: string,
  fileAt: (address: UrlPath) => StaticFile | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<StaticFile[]> {
  if (requests.length === 0) return []
  mkdirSync(folder, { recursive: true })
  // The name of a cached card is its key and the hash of its bytes.
  const cached = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.jpg'))
      .map((name) => [name.slice(0, 20), name]),
  )
  const missing = requests.filter(({ key }) => !cached.has(key))
  const drawn = new Map<string, Promise<string>>()
  let done = 0
  for (const [index, request] of missing.entries()) {
    // The next card is drawn while sharp's threads write the last ones as JPEG.
    await drawn.get(missing[index - concurrency]?.key ?? '')
    if (drawn.has(request.key)) continue
    const drawing = drawCard(request, folder, request.picture && fileAt(request.picture.address))
    drawing.then(() => onProgress(++done, missing.length)).catch(() => {}) // awaited below
    drawn.set(request.key, drawing)
  }
  const files: StaticFile[] = []
  const used = new Set<string>()
  for (const { key, url } of requests) {
    const name = cached.get(key) ?? (await drawn.get(key)) ?? ''
    used.add(name)
    files.push({ url, from: join(folder, name), hash: name.slice(21, 53) })
  }
  for (const name of cached.values()) if (!used.has(name)) removeUnusedFile(join(folder, name))
  return files
}

async function drawCard(
  { key, drawing, picture }: SocialCardRequest,
  folder: string,
  pictureFile: StaticFile | undefined,
): Promise<string> {
  const [{ Resvg }, { default: sharp }] = await Promise.all([import('@resvg/resvg-js'), import('sharp')])
  const { svg, width, height, fonts } = drawing()
  const { resolve } = createRequire(import.meta.url)
  const fontFiles = fonts.map((font) => resolve(font))
  const { pixels } = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).render()
  const image = sharp(pixels, { raw: { width, height, channels: 4 } })
  if (picture !== undefined && pictureFile !== undefined) {
    const { side, width: pictureWidth, focus } = picture
    const input = await sharp(
      pictureFile.hash === undefined ? pictureFile.from : readCachedFile(pictureFile.from, pictureFile.hash),
    )
      .resize(pictureWidth, height, { fit: 'cover', position: sharpPositions[focus ?? ''] ?? focus })
      .toBuffer()
    image.composite([{ input, left: side === 'left' ? 0 : width - pictureWidth, top: 0 }])
  }
  const data = await image.jpeg({ quality: 82, mozjpeg: true }).toBuffer()
  const name = `${key}-${hash128(data)}.jpg`
  const partial = join(folder, `${name}.${process.pid}`)
  writeFileSync(partial, data)
  renameSync(partial, join(folder, name))
  return name
}

/** The corners, as sharp names them. */
const sharpPositions: Readonly<Record<string, string>> = {
  'top left': 'left top',
  'top right': 'right top',
  'bottom left': 'left bottom',
  'bottom right': 'right bottom',
}
