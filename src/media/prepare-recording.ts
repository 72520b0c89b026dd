import { existsSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { writeAtomically } from '../cache/checksummed-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { recordingMimeType } from '../newsroom/broadcast.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Finding } from '../problems/problem.ts'
import { explainExtension, explainRecordingFault } from './explain-media-fault.ts'
import type { FileFactsCache } from './file-facts-cache.ts'
import { recordingSignatures } from './media-formats.ts'
import type { MediaOptions } from './media-options.ts'
import type { PreparedMediaItem } from './prepared-media-item.ts'
import { recordingDuration } from './recording-duration.ts'
import { stripRecordingTags } from './strip-recording-tags.ts'

/** The facts about a recording as it is published. */
export interface RecordingFacts {
  hash: string
  /** Its size. */
  bytes: number
  seconds: number
  /** True if tags were removed, so that a file of the cache is published and not the one that the content names. */
  isStripped: boolean
}

/**
 * Measures a recording and strips its tags, or finds it in the cache. One in public/ is published unchanged, with its
 * tags.
 *
 * @param source the name of the file as it is written in the content, for problems
 * @returns the recording, or the problem that keeps it from being published
 */
export async function prepareRecording(
  file: string,
  source: string,
  { public: publicFolder, cache }: MediaOptions,
  facts: FileFactsCache<RecordingFacts>,
): Promise<PreparedMediaItem | Finding> {
  const extension = extname(file).toLowerCase()
  if (recordingSignatures[extension] === undefined) return explainExtension(source, extension, 'mp3, m4a or ogg')
  const isPublic = file.startsWith(publicFolder + sep)
  const strippedPath = ({ hash }: RecordingFacts) => join(cache, 'stripped', `${hash}${extension}`)
  const publishedPath = (recording: RecordingFacts) => (recording.isStripped ? strippedPath(recording) : file)
  let recording = facts.get(file)
  if (recording === undefined || !existsSync(publishedPath(recording))) {
    const original = readFileSync(file)
    if (recordingSignatures[extension]?.(original) !== true) return explainRecordingFault(original, source, extension)
    const published = isPublic ? original : stripRecordingTags(original, extension)
    const seconds = await recordingDuration(published, recordingMimeType(file))
    if (seconds === undefined) return explainRecordingFault(original, source, extension)
    recording = { hash: hash128(published), bytes: published.length, seconds, isStripped: published !== original }
    if (recording.isStripped) writeAtomically(strippedPath(recording), published)
    facts.put(file, recording)
  }
  const { hash, bytes, seconds, isStripped } = recording
  if (isPublic) {
    const address = `/${relative(publicFolder, file).split(sep).join('/')}` as UrlPath
    return { address, bytes, seconds, files: [] }
  }
  const address = `/media/${hash.slice(0, 20)}${extension}` as UrlPath
  const from = publishedPath(recording)
  // A file of the cache may be damaged, and is checked when it is copied.
  const staticFile = isStripped ? { url: address, from, hash } : { url: address, from, knownHash: hash }
  return { address, bytes, seconds, files: [staticFile] }
}
