import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { Address } from '../newsroom/address.ts'
import { typeOfRecording } from '../newsroom/broadcast.ts'
import type { Copy } from '../pages/output.ts'
import { mediaKind, mediaMissing } from '../problems/catalogue.ts'
import { nearest } from '../problems/nearest.ts'
import type { Finding } from '../problems/problem.ts'
import type { Media, Medium } from '../site/media.ts'
import { hashOf } from './hash.ts'
import { type Recording, Recordings, secondsOfRecording } from './recordings.ts'

/** What content names: a picture or recording, and the file that names it, below content/. */
export interface MediaReference {
  kind: 'picture' | 'recording'
  path: string
  source: string
}

/** The formats of pictures that are published, by the endings of their files. */
const pictures: Record<string, 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'> = {
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.png': 'png',
  '.webp': 'webp',
  '.avif': 'avif',
  '.gif': 'gif',
}

/** What the first bytes of recordings are, by the endings of their files. */
const beginnings: Record<string, (bytes: Buffer) => boolean> = {
  '.mp3': (bytes) =>
    bytes.toString('latin1', 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0),
  '.m4a': (bytes) => bytes.toString('latin1', 4, 8) === 'ftyp',
  '.ogg': (bytes) => bytes.toString('latin1', 0, 4) === 'OggS',
}

/** Changes whenever pictures are written in another way. */
const recipe = '1'

/** The folders that media are found in and kept in. */
export interface MediaFolders {
  content: string
  public: string
  /** Where pictures without metadata are kept between builds; it may be emptied at any time. */
  cache: string
}

/** Finds, checks and cleans the media that content names. */
export class MediaDesk {
  private readonly found = new Map<string, Medium & { from: string; published: boolean }>()

  private readonly recordings: Recordings

  constructor(private readonly folders: MediaFolders) {
    this.recordings = new Recordings(folders.cache, folders.content)
  }

  /** The media that were prepared. */
  readonly media: Media = (path, source) => {
    const file = this.locate(path, source)
    return file === undefined ? undefined : this.found.get(file)
  }

  /** What must be copied for the media that some references name. */
  copies(references: readonly MediaReference[]): Copy[] {
    const copies = new Map<Address, Copy>()
    for (const { path, source } of references) {
      const medium = this.found.get(this.locate(path, source) ?? '')
      if (medium?.published) copies.set(medium.address, { url: medium.address, from: medium.from })
    }
    return [...copies.values()]
  }

  /**
   * Prepares one medium. A picture is written again without metadata (a photo can hold the place where it was taken), under a name
   * made of its bytes (a file's name can hold a person's).
   *
   * @returns what is wrong with it, if anything
   */
  async prepare({ kind, path, source }: MediaReference): Promise<Finding | undefined> {
    const file = this.locate(path, source)
    if (file === undefined) return mediaMissing(source, this.suggest(path, source))
    if (this.found.has(file)) return undefined
    const ending = extname(file).toLowerCase()
    const inPublic = file.startsWith(this.folders.public + sep)
    const publicAddress = `/${relative(this.folders.public, file).split(sep).join('/')}` as Address

    if (kind === 'recording') {
      if (beginnings[ending] === undefined) return mediaKind(source, `its ending is \`${ending}\``, 'mp3, m4a or ogg')
      const recording = this.recordings.recall(file) ?? (await this.measure(file, ending))
      if (recording === undefined) return mediaKind(source, `its bytes are no ${ending.slice(1)}`, 'a recording')
      const { hash, bytes, seconds } = recording
      const address: Address = inPublic ? publicAddress : `/media/${hash.slice(0, 20)}${ending}`
      this.found.set(file, { address, from: file, published: !inPublic, bytes, seconds })
      return undefined
    }
    const bytes = readFileSync(file)

    const format = pictures[ending]
    if (format === undefined) return mediaKind(source, `its ending is \`${ending}\``, 'jpg, png, webp, avif or gif')
    try {
      const picture = await this.clean(bytes, format, ending)
      if (picture === undefined)
        return mediaKind(source, `its bytes are no ${format}`, 'a picture that is what its name says')
      const { width, height, name, from } = picture
      this.found.set(
        file,
        inPublic
          ? { address: publicAddress, width, height, from: file, published: false }
          : { address: `/media/${name}`, width, height, from, published: true },
      )
      return undefined
    } catch {
      return mediaKind(source, `its bytes are no ${format}`, 'a picture that can be opened')
    }
  }

  private async measure(file: string, ending: string): Promise<Recording | undefined> {
    const bytes = readFileSync(file)
    if (beginnings[ending]?.(bytes) !== true) return undefined
    const seconds = await secondsOfRecording(bytes, typeOfRecording(file))
    if (seconds === undefined) return undefined
    const recording = { hash: hashOf(bytes), bytes: bytes.length, seconds }
    this.recordings.remember(file, recording)
    return recording
  }

  /** Keeps what was found out for the next build. */
  close(): void {
    this.recordings.close()
  }

  private async clean(bytes: Buffer, format: 'jpeg' | 'png' | 'webp' | 'avif' | 'gif', ending: string) {
    const key = hashOf(recipe, format, bytes).slice(0, 20)
    const folder = join(this.folders.cache, key.slice(0, 2))
    mkdirSync(folder, { recursive: true })
    // The name of a kept picture holds its size and the hash of its bytes, so that a damaged one is noticed.
    for (const kept of readdirSync(folder)) {
      const [, width, height, hash] = new RegExp(`^${key}-(\\d+)x(\\d+)-([0-9a-f]+)\\.`).exec(kept) ?? []
      if (hash === undefined) continue
      const from = join(folder, kept)
      if (hashOf(readFileSync(from)) === hash)
        return { width: Number(width), height: Number(height), name: key + ending, from }
    }
    const animated = format === 'gif' || format === 'webp'
    const { default: sharp } = await import('sharp') // late: most builds have no new picture
    const metadata = await sharp(bytes, { animated }).metadata()
    if ((metadata.format as string) !== format && !(format === 'avif' && metadata.format === 'heif')) return undefined
    const { data, info } = await sharp(bytes, { animated })
      .autoOrient()
      .toFormat(format, format === 'jpeg' ? { quality: 82, progressive: true } : {})
      .toBuffer({ resolveWithObject: true })
    const height = info.pageHeight ?? info.height
    const from = join(folder, `${key}-${info.width}x${height}-${hashOf(data)}${ending}`)
    const partial = `${from}.${process.pid}`
    writeFileSync(partial, data)
    renameSync(partial, from)
    return { width: info.width, height, name: key + ending, from }
  }

  /** The file that a source means; undefined where there is none, or where it lies outside content/ and public/. */
  private locate(path: string, source: string): string | undefined {
    let plain = source
    try {
      plain = decodeURIComponent(source)
    } catch {}
    const root = plain.startsWith('/') ? this.folders.public : this.folders.content
    const file = plain.startsWith('/') ? join(root, plain) : resolve(root, dirname(path), plain)
    if (plain === '' || plain.includes('\0') || !file.startsWith(root + sep) || !existsSync(file)) return undefined
    if (!lstatSync(file).isFile() || !realpathSync(file).startsWith(realpathSync(root) + sep)) return undefined
    return file
  }

  private suggest(path: string, source: string): string | undefined {
    if (source.startsWith('/')) return undefined
    const folder = resolve(this.folders.content, dirname(path), dirname(source))
    if (!`${folder}${sep}`.startsWith(this.folders.content + sep) || !existsSync(folder)) return undefined
    const files = readdirSync(folder).filter((name) => extname(name).toLowerCase() in { ...pictures, ...beginnings })
    const match = nearest(basename(source), files)
    return match === undefined ? undefined : join(dirname(source), match)
  }
}
