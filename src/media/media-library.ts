import { join } from 'node:path'
import { hash128 } from '../fingerprint/hash.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { mediaMissing } from '../problems/catalogue/media.ts'
import type { Finding } from '../problems/problem.ts'
import type { FindMediaItem } from '../site/media-item.ts'
import type { StaticFile } from '../site/static-file.ts'
import { FileFactsCache } from './file-facts-cache.ts'
import { locateMediaFile, suggestMediaFile } from './locate-media-file.ts'
import type { MediaOptions } from './media-options.ts'
import type { MediaReference } from './media-references.ts'
import { type PictureVariants, variantsVersion } from './picture-variants.ts'
import { preparePicture } from './prepare-picture.ts'
import { prepareRecording, type RecordingFacts } from './prepare-recording.ts'
import type { PreparedMediaItem } from './prepared-media-item.ts'

/** Finds, checks and prepares the pictures and recordings that the content names. */
export class MediaLibrary {
  private readonly prepared = new Map<string, PreparedMediaItem>()
  private readonly recordings: FileFactsCache<RecordingFacts>
  private readonly pictures: FileFactsCache<PictureVariants>

  constructor(private readonly options: MediaOptions) {
    const cacheFile = (kind: string) => join(options.cache, `${kind}-${hash128(options.content).slice(0, 12)}`)
    this.recordings = new FileFactsCache(cacheFile('recordings'), '6')
    const version = options.usesImageCdn ? `${variantsVersion} largest` : variantsVersion
    this.pictures = new FileFactsCache(cacheFile('pictures'), version)
  }

  /** Finds a picture or recording that was prepared. */
  readonly find: FindMediaItem = (path, source) => {
    const file = locateMediaFile(path, source, this.options)
    return file === undefined ? undefined : this.prepared.get(file)
  }

  /** Returns the files to publish for the media that the references name. */
  files(references: readonly MediaReference[]): StaticFile[] {
    const files = new Map<UrlPath, StaticFile>()
    for (const { path, source } of references) {
      const item = this.prepared.get(locateMediaFile(path, source, this.options) ?? '')
      for (const file of item?.files ?? []) files.set(file.url, file)
    }
    return [...files.values()]
  }

  /**
   * Prepares a file under a name made from its bytes, because the name of a file can be that of a person.
   *
   * @returns the problem that keeps the file from being published; undefined if there is none
   */
  async prepare({ kind, path, source }: MediaReference): Promise<Finding | undefined> {
    const file = locateMediaFile(path, source, this.options)
    if (file === undefined) return mediaMissing(source, suggestMediaFile(path, source, this.options.content))
    if (this.prepared.has(file)) return undefined
    const result =
      kind === 'recording'
        ? await prepareRecording(file, source, this.options, this.recordings)
        : await preparePicture(file, source, this.options, this.pictures)
    if ('message' in result) return result
    this.prepared.set(file, result)
    return undefined
  }

  /** Writes the caches. */
  close(): void {
    this.recordings.close()
    this.pictures.close()
  }
}
