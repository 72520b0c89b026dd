import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { writeAtomically } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { isElsewhere } from '../newsroom/photo.ts'
import { type Theme, type ThemeFileKey, themeFileKeys } from '../newsroom/theme.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { mediaFromElsewhere } from '../problems/catalogue/media.ts'
import {
  drawingWithForbiddenPart,
  themeFileKind,
  themeFileMissing,
  themeFileTooLarge,
} from '../problems/catalogue/theme.ts'
import { closestMatch } from '../problems/closest-match.ts'
import type { Finding } from '../problems/problem.ts'
import type { StaticFile } from '../site/static-file.ts'
import { FileFactsCache } from './file-facts-cache.ts'
import { locateMediaFile } from './locate-media-file.ts'
import type { MediaOptions } from './media-options.ts'
import type { ThemeFontFile } from './subset-theme-font.ts'

/** A file of the theme that is ready to be published. */
export interface ThemeFile {
  /** The files to publish, in order; only a font has several. */
  files: readonly (StaticFile & Partial<ThemeFontFile>)[]
  /** The size of a drawing or picture in its own units. */
  width?: number | undefined
  height?: number | undefined
}

/** The files of a theme, by the key that names them. */
export type ThemeFiles = Partial<Record<ThemeFileKey, ThemeFile>>

/** The facts about a file that are kept between builds. */
interface Prepared {
  files: readonly ({ file: string; hash: string } & Partial<ThemeFontFile>)[]
  width?: number
  height?: number
}

/** The version of the files made from theme files; raise it when they are made in another way. */
const version = '1'

/** The heights in pixels at which pictures are published: three for each pixel of a page. */
const heights = { logo: 168, icon: 192 } as const
/** The widest logo that the head of a page has room for, in pixels. */
const maxWidth = 1200
/** The weights that pages use. */
const weights = { headlineFont: { min: 600, max: 600 }, textFont: { min: 400, max: 700 } } as const

const kilobyte = 1000
const limits = {
  /** Of a file in the repository, in bytes. */
  source: 10_000 * kilobyte,
  /** Of what one reader loads. */
  drawing: 100 * kilobyte,
  font: 300 * kilobyte,
}

/**
 * Prepares the files that a theme names: drawings without what could run or name people, pictures in the size of their place, fonts
 * divided by script.
 *
 * @param onFault receives what is wrong with a file, and the key that names it
 */
export async function prepareThemeFiles(
  theme: Theme,
  options: Pick<MediaOptions, 'content' | 'public' | 'cache'>,
  onFault: (key: ThemeFileKey, finding: Finding) => void,
): Promise<ThemeFiles> {
  const files: ThemeFiles = {}
  for (const key of themeFileKeys) {
    const source = theme[key]
    if (source === undefined) continue
    const result = await prepareFile(key, source, options)
    if ('message' in result) onFault(key, result)
    else files[key] = result
  }
  return files
}

async function prepareFile(
  key: ThemeFileKey,
  source: string,
  options: Pick<MediaOptions, 'content' | 'public' | 'cache'>,
): Promise<ThemeFile | Finding> {
  if (isElsewhere(source)) return mediaFromElsewhere(source)
  const file = locateMediaFile('site.yml', source, options)
  if (file === undefined) return themeFileMissing(source, suggestFile(source, options))
  const facts = new FileFactsCache<Prepared>(
    join(options.cache, `${key}-${hash128(options.content).slice(0, 12)}`),
    version,
  )
  let prepared = facts.get(file)
  if (prepared === undefined || !prepared.files.every(({ file }) => existsSync(join(options.cache, file)))) {
    const made = await makeFiles(key, source, readFileSync(file))
    if ('message' in made) return made
    const { width, height } = made
    const files = made.files.map(({ bytes, ending, ...font }) => {
      const hash = hash128(bytes)
      const name = `${key}-${hash.slice(0, 12)}.${ending}`
      writeAtomically(join(options.cache, name), bytes)
      return { file: name, hash, ...font }
    })
    prepared = { files, ...(width !== undefined && height !== undefined && { width, height }) }
    facts.put(file, prepared)
  }
  facts.close()
  const { files, width, height } = prepared
  return {
    files: files.map(({ file, hash, ...font }) => ({
      url: `/assets/${file.replace(/^[a-zA-Z]+/, assetNames[key])}` as UrlPath,
      from: join(options.cache, file),
      hash,
      ...font,
    })),
    width,
    height,
  }
}

const assetNames = { logo: 'logo', icon: 'icon', headlineFont: 'headlines', textFont: 'text' } as const

/** Suggests the file of the same folder that was most likely meant. */
function suggestFile(source: string, folders: Pick<MediaOptions, 'content' | 'public'>): string | undefined {
  const root = source.startsWith('/') ? folders.public : folders.content
  const folder = source.slice(0, source.lastIndexOf('/') + 1)
  if (folder.includes('..') || !existsSync(join(root, folder))) return undefined
  const match = closestMatch(source.slice(folder.length), readdirSync(join(root, folder)))
  return match === undefined ? undefined : folder + match
}

interface MadeFiles {
  files: ({ bytes: Buffer; ending: string } & Partial<ThemeFontFile>)[]
  width?: number
  height?: number
}

function makeFiles(key: ThemeFileKey, source: string, bytes: Buffer): Promise<MadeFiles | Finding> {
  if (bytes.length > limits.source) {
    return Promise.resolve(tooLarge(source, bytes.length, limits.source, 'Export it again, smaller.'))
  }
  const extension = extname(source).toLowerCase()
  if (key === 'headlineFont' || key === 'textFont') return makeFont(key, source, extension, bytes)
  return extension === '.svg' ? makeDrawing(source, bytes) : makePicture(key, source, extension, bytes)
}

async function makeFont(
  key: 'headlineFont' | 'textFont',
  source: string,
  extension: string,
  bytes: Buffer,
): Promise<MadeFiles | Finding> {
  const unreadable = themeFileKind(source, 'a WOFF2, TTF or OTF font')
  if (!['.woff2', '.ttf', '.otf'].includes(extension)) return unreadable
  const { subsetThemeFont } = await import('./subset-theme-font.ts')
  const fonts = await subsetThemeFont(bytes, weights[key]).catch(() => undefined)
  if (fonts === undefined) return unreadable
  if (fonts.length === 0) return themeFileKind(source, 'a font with letters other than those of East Asia')
  const largest = Math.max(...fonts.map((font) => font.bytes.length))
  return largest > limits.font
    ? tooLarge(
        source,
        largest,
        limits.font,
        'Choose a font with fewer shapes for each letter, or one of a single weight.',
      )
    : { files: fonts.map((font) => ({ ...font, ending: 'woff2' })) }
}

async function makeDrawing(source: string, bytes: Buffer): Promise<MadeFiles | Finding> {
  const { cleanDrawing } = await import('./clean-drawing.ts') // late: it parses SVG, and most builds have no new drawing
  const drawing = cleanDrawing(bytes.toString('utf8'))
  if ('reason' in drawing) {
    return drawing.reason === 'forbidden'
      ? drawingWithForbiddenPart(source, drawing.part)
      : themeFileKind(source, 'an SVG file with a `viewBox`, or a PNG file')
  }
  const { svg, width, height } = drawing
  const published = Buffer.from(svg)
  return published.length > limits.drawing
    ? tooLarge(source, published.length, limits.drawing, 'Export it with fewer points, or as PNG.')
    : { files: [{ bytes: published, ending: 'svg' }], width, height }
}

async function makePicture(
  key: 'logo' | 'icon',
  source: string,
  extension: string,
  bytes: Buffer,
): Promise<MadeFiles | Finding> {
  const unreadable = themeFileKind(source, 'an SVG or PNG file')
  if (extension !== '.png' || bytes.toString('latin1', 1, 4) !== 'PNG') return unreadable
  const { default: sharp } = await import('sharp')
  try {
    const { data, info } = await sharp(bytes)
      .resize({
        height: heights[key],
        width: key === 'icon' ? heights.icon : maxWidth,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .png({ palette: true, effort: 10 })
      .toBuffer({ resolveWithObject: true })
    return { files: [{ bytes: data, ending: 'png' }], width: info.width, height: info.height }
  } catch {
    return unreadable
  }
}

const tooLarge = (source: string, size: number, limit: number, advice: string) =>
  themeFileTooLarge(source, `${Math.ceil(size / kilobyte)} KB`, `${limit / kilobyte} KB`, advice)
