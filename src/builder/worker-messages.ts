import { DamagedCacheError } from '../cache/damaged-cache-error.ts'
import type { CodeVersion } from '../fingerprint/code-version.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { ProblemsError } from '../problems/problem.ts'
import type { CustomFiles } from '../site/custom-file.ts'
import type { BuildOptions } from './build-options.ts'
import type { BuildResult, TransformOutcome } from './builder.ts'
import { UnsafeOutputError } from './output-folder.ts'

/** A message to the build worker. Responses come in the order of requests. */
export type WorkerRequest =
  /** Opens a build. With `awaitMessages`, the messages `missing` and `custom files` follow. */
  | { type: 'open'; options: WorkerBuildOptions; awaitMessages: boolean }
  | { type: 'render'; urls: readonly UrlPath[] }
  | { type: 'close'; transforms: TransformOutcome | undefined }

/** A message to the build worker that has no response. */
export type WorkerNotification =
  /** Opens the cache; sent once, before everything else. */
  | { type: 'cache'; cacheParent: string; version: CodeVersion }
  /** The files that are missing from the site. */
  | { type: 'missing'; missing: readonly UrlPath[] }
  /** The files that the outlet adds by code; nothing but the type if it adds none. */
  | ({ type: 'custom files' } & Partial<CustomFiles>)
  | { type: 'end' }

/** The options of a build that can be sent to another thread. */
type WorkerBuildOptions = Omit<BuildOptions, 'version' | 'onProgress' | 'layoutOverrides' | 'missing' | 'customFiles'>

/** A message from the build worker. */
export type WorkerResponse =
  | { type: 'opened'; staging: string; outputs: readonly UrlPath[] }
  /** Texts as UTF-8 in one buffer, and the offset at which each of them ends. */
  | { type: 'rendered'; bytes: Uint8Array<ArrayBuffer>; ends: readonly number[] }
  | { type: 'closed'; result: BuildResult }
  | { type: 'failed'; failure: WorkerFailure }

/** A message from the build worker between responses. */
export interface WorkerProgress {
  type: 'progress'
  step: string
  done: number
  total: number
}

/** An error in a form that can be sent to another thread and keeps its class. */
type WorkerFailure =
  | { kind: 'problems'; problems: ProblemsError['problems'] }
  | { kind: 'unsafe output'; message: string }
  | { kind: 'damaged cache'; hash: string }
  | { kind: 'error'; message: string; stack: string | undefined }

/** Encodes an error for another thread. */
export function encodeError(error: unknown): WorkerFailure {
  if (error instanceof ProblemsError) return { kind: 'problems', problems: error.problems }
  if (error instanceof UnsafeOutputError) return { kind: 'unsafe output', message: error.message }
  if (error instanceof DamagedCacheError) return { kind: 'damaged cache', hash: error.hash }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return { kind: 'error', message, stack }
}

/** Decodes an error from another thread. */
export function decodeError(failure: WorkerFailure): Error {
  switch (failure.kind) {
    case 'problems':
      return new ProblemsError(failure.problems)
    case 'unsafe output':
      return new UnsafeOutputError(failure.message)
    case 'damaged cache':
      return new DamagedCacheError(failure.hash)
    case 'error':
      return Object.assign(new Error(failure.message), failure.stack === undefined ? {} : { stack: failure.stack })
  }
}
