import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { writeAtomically } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { recordingMimeType } from '../newsroom/broadcast.ts'
import { isPublishedName, type UrlPath } from '../newsroom/url-path.ts'
import { mediaKind, mediaMissing, photoTooLarge } from '../problems/catalogue/media.ts'
import { closestMatch } from '../problems/closest-match.ts'
import type { Finding } from '../problems/problem.ts'
import type { FindMedium, Medium } from '../site/medium.ts'
import type { StaticFile } from '../site/static-file.ts'
import { FileFactsCache } from './file-facts-cache.ts'
import {
  cachedPictureFiles,
  createPictureVariants,
  type PictureFault,
  type PictureVariants,
  pictureFormats,
  recipe,
} from './picture-variants.ts'
import { type Recording, recordingDuration, recordingSignatures } from './recording-duration.ts'
import { stripRecordingTags } from './strip-recording-tags.ts'

/** What content names: a picture or recording, and the file that names it, below content/. */
export interface MediaReference {
  kind: 'picture' | 'recording'
  path: string
  source: string
}

/** The folders that media are found in and kept in. */
export interface MediaFolders {
  content: string
  public: string
  /** Where pictures that were made ready are kept between builds; it may be emptied at any time. */
  cache: string
  /** Whether the image service of the host makes the sizes of pictures. */
  cdn: boolean
}

/** Finds, checks and makes ready the media that content names. */
export class MediaLibrary {
  private readonly found = new Map<string, Medium & { copies: StaticFile[] }>()
  private readonly recordings: FileFactsCache<Recording>
  private readonly pictures: FileFactsCache<PictureVariants>

  constructor(private readonly folders: MediaFolders) {
    const known = (kind: string) => join(folders.cache, `${kind}-${hash128(folders.content).slice(0, 12)}`)
    this.recordings = new FileFactsCache(known('recordings'), '5')
    this.pictures = new FileFactsCache(known('pictures'), folders.cdn ? `${recipe} largest` : recipe)
  }

  /** The media that were prepared. */
  readonly media: FindMedium = (path, source) => {
    const file = this.locate(path, source)
    return file === undefined ? undefined : this.found.get(file)
  }

  /** What must be copied for the media that some references name. */
  copies(references: readonly MediaReference[]): StaticFile[] {
    const copies = new Map<UrlPath, StaticFile>()
    for (const { path, source } of references) {
      for (const copy of this.found.get(this.locate(path, source) ?? '')?.copies ?? []) copies.set(copy.url, copy)
    }
    return [...copies.values()]
  }

  /**
   * Prepares one medium, under a name made of its bytes: a file's name can hold a person's.
   *
   * @returns what is wrong with it, if anything
   */
  async prepare({ kind, path, source }: MediaReference): Promise<Finding | undefined> {
    const file = this.locate(path, source)
    if (file === undefined) return mediaMissing(source, this.suggest(path, source))
    if (this.found.has(file)) return undefined
    return kind === 'recording' ? this.prepareRecording(file, source) : this.preparePicture(file, source)
  }

  /** Keeps what was found out for the next build. */
  close(): void {
    this.recordings.close()
    this.pictures.close()
  }

  private async prepareRecording(file: string, source: string): Promise<Finding | undefined> {
    const ending = extname(file).toLowerCase()
    if (recordingSignatures[ending] === undefined) {
      return mediaKind(
        source,
        `its ending is \`${ending}\``,
        'mp3, m4a or ogg',
        'Export it again in one of these formats.',
      )
    }
    const inPublic = file.startsWith(this.folders.public + sep)
    const known = this.recordings.get(file)
    const recording =
      known !== undefined && existsSync(this.fileOf(known, file))
        ? known
        : await this.measure(file, ending, inPublic ? 'as it is' : 'without tags')
    if (recording === undefined) return unreadable(file, source)
    const { hash, bytes, seconds } = recording
    const address = (
      inPublic ? `/${relative(this.folders.public, file).split(sep).join('/')}` : `/media/${hash.slice(0, 20)}${ending}`
    ) as UrlPath
    const copies = inPublic ? [] : [this.copyOf(address, recording, file)]
    this.found.set(file, { address, bytes, seconds, copies })
    return undefined
  }

  private async measure(
    file: string,
    ending: string,
    published: 'as it is' | 'without tags',
  ): Promise<Recording | undefined> {
    const original = readFileSync(file)
    if (recordingSignatures[ending]?.(original) !== true) return undefined
    const bytes = published === 'as it is' ? original : stripRecordingTags(original, ending)
    const seconds = await recordingDuration(bytes, recordingMimeType(file))
    if (seconds === undefined) return undefined
    const recording = { hash: hash128(bytes), bytes: bytes.length, seconds, made: bytes !== original }
    if (recording.made) writeAtomically(this.fileOf(recording, file), bytes)
    this.recordings.put(file, recording)
    return recording
  }

  /** What lies in the cache is checked when it is published. */
  private copyOf(url: UrlPath, recording: Recording, file: string): StaticFile {
    const from = this.fileOf(recording, file)
    return recording.made ? { url, from, hash: recording.hash } : { url, from, knownHash: recording.hash }
  }

  /** The file that is published: the one that content names, or the one that was made of it. */
  private fileOf({ hash, made }: Recording, file: string): string {
    return made ? join(this.folders.cache, 'made', `${hash}${extname(file).toLowerCase()}`) : file
  }

  private async preparePicture(file: string, source: string): Promise<Finding | undefined> {
    const ending = extname(file).toLowerCase()
    const format = pictureFormats[ending]
    if (format === undefined) {
      const expected = 'jpg, png, webp, avif or gif'
      return mediaKind(source, `its ending is \`${ending}\``, expected, 'Export it again in one of these formats.')
    }
    const known = this.pictures.get(file)
    let files = known && cachedPictureFiles(known, this.folders.cache)
    let picture = known
    if (picture === undefined || files === undefined) {
      const made = await createPictureVariants(readFileSync(file), ending, this.folders.cache, this.folders.cdn)
      if ('reason' in made) return unfit(made, source, format)
      picture = made
      this.pictures.put(file, picture)
      files = cachedPictureFiles(picture, this.folders.cache)
    }
    const { key, width, height } = picture
    const copies = [...(files ?? [])].map(
      ([name, from]): StaticFile => ({ url: addressOf(key, name), from, hash: picture.files[name] }),
    )
    const plain = copies.at(-1)?.url
    if (plain === undefined) return unfit({ reason: 'broken' }, source, format)
    this.found.set(file, { address: plain, width, height, picture, copies })
    return undefined
  }

  /** The file that a source means; undefined where there is none, or where it lies outside content/ and what public/ publishes. */
  private locate(path: string, source: string): string | undefined {
    let plain = source
    try {
      plain = decodeURIComponent(source)
    } catch {}
    const root = plain.startsWith('/') ? this.folders.public : this.folders.content
    const file = plain.startsWith('/') ? join(root, plain) : resolve(root, dirname(path), plain)
    if (root === this.folders.public && !plain.split('/').every(isPublishedName)) return undefined
    if (plain === '' || plain.includes('\0') || !file.startsWith(root + sep) || !existsSync(file)) return undefined
    if (!lstatSync(file).isFile() || !realpathSync(file).startsWith(realpathSync(root) + sep)) return undefined
    return file
  }

  private suggest(path: string, source: string): string | undefined {
    if (source.startsWith('/')) return undefined
    const folder = resolve(this.folders.content, dirname(path), dirname(source))
    if (!`${folder}${sep}`.startsWith(this.folders.content + sep) || !existsSync(folder)) return undefined
    const files = readdirSync(folder).filter(
      (name) => extname(name).toLowerCase() in { ...pictureFormats, ...recordingSignatures },
    )
    const match = closestMatch(basename(source), files)
    return match === undefined ? undefined : join(dirname(source), match)
  }
}

/** Why a picture is not shown, and what to do about it. */
function unfit(why: PictureFault, source: string, format: string): Finding {
  const again = `Export it again as ${format} with the program that it comes from.`
  switch (why.reason) {
    case 'too-large':
      return photoTooLarge(source, why.size)
    case 'broken':
      return mediaKind(
        source,
        'it is cut short or broken',
        'a whole picture',
        'Copy it again from where it comes from.',
      )
    case 'no-picture':
      return mediaKind(source, `its bytes are no ${format}`, 'a picture', again)
    case 'another-format': {
      const ending = Object.keys(pictureFormats).find((known) => pictureFormats[known] === why.found)
      const how = ending === undefined ? again : rename(source, ending)
      return mediaKind(source, `its bytes are ${why.found}`, `${format}, as its name says`, how)
    }
  }
}

/** Why a recording is not played, and what to do about it. */
function unreadable(file: string, source: string): Finding {
  const ending = extname(file).toLowerCase()
  const bytes = readFileSync(file)
  const other = Object.keys(recordingSignatures).find(
    (known) => known !== ending && recordingSignatures[known]?.(bytes) === true,
  )
  if (other !== undefined && recordingSignatures[ending]?.(bytes) !== true) {
    return mediaKind(
      source,
      `its bytes are ${other.slice(1)}`,
      `${ending.slice(1)}, as its name says`,
      rename(source, other),
    )
  }
  const expected = ending === '.ogg' ? 'a recording in Vorbis or Opus' : 'a recording'
  return mediaKind(source, `its bytes are no ${ending.slice(1)}`, expected, 'Export it again as mp3, m4a or ogg.')
}

const rename = (source: string, ending: string) =>
  `Rename it to \`${basename(source, extname(source))}${ending}\`, and name it so here.`

/** Where a file of a picture stands: `750.avif` at `/media/<key>-750.avif`, one that moves at `/media/<key>.gif`. */
const addressOf = (key: string, name: string) => `/media/${key}${name.includes('.') ? '-' : '.'}${name}` as UrlPath
