import { parentPort } from 'node:worker_threads'
import type { CodeVersion } from '../fingerprint/code-version.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { CustomFiles } from '../site/custom-file.ts'
import { BuildCache } from './build-cache.ts'
import type { OnProgress } from './build-options.ts'
import { SiteBuild } from './site-build.ts'
import {
  encodeError,
  type WorkerNotification,
  type WorkerProgress,
  type WorkerRequest,
  type WorkerResponse,
} from './worker-messages.ts'

// Prepares, renders and closes builds, while the main thread loads Eleventy and writes files.

/** The shortest time between two progress messages of one step, in milliseconds. */
const progressInterval = 50

let cache: { documents: BuildCache; version: CodeVersion } | undefined
let build: SiteBuild | undefined
let missing: Promise<readonly UrlPath[]> | undefined
let customFiles: Promise<CustomFiles> | undefined
let resolveCustomFiles: (files: CustomFiles) => void = () => {}
let resolveMissing: (missing: readonly UrlPath[]) => void = () => {}
/** True after a build that rendered something: the thread ends with 0 then, else with 1. */
let renderedOutputs = false

const send = (message: WorkerResponse | WorkerProgress, transfer: ArrayBuffer[] = []) =>
  parentPort?.postMessage(message, transfer)

let lastProgress = 0
const sendProgress: OnProgress = (step, done, total) => {
  const now = Date.now()
  if (done < total && now - lastProgress < progressInterval) return
  lastProgress = now
  send({ type: 'progress', step, done, total })
}

async function respond(request: WorkerRequest): Promise<WorkerResponse> {
  if (request.type === 'open') {
    if (cache === undefined) throw new Error('the cache must be opened first')
    const { documents, version } = cache
    const awaited = { missing, customFiles: customFiles && (() => customFiles as Promise<CustomFiles>) }
    build = await SiteBuild.open({ ...request.options, ...awaited, version, onProgress: sendProgress }, documents)
    return { type: 'opened', staging: build.staging, outputs: build.outputs }
  }
  if (build === undefined) throw new Error('a build must be opened first')
  if (request.type === 'render') {
    const texts: Buffer[] = []
    for (const url of request.urls) texts.push(await build.render(url))
    let end = 0
    const ends = texts.map(({ length }) => (end += length))
    const bytes = new Uint8Array(end)
    for (const [index, text] of texts.entries()) bytes.set(text, ends[index - 1] ?? 0)
    return { type: 'rendered', bytes, ends }
  }
  const result = build.close(request.transforms)
  renderedOutputs = build.outputs.length > 0
  return { type: 'closed', result }
}

let queue: Promise<void> = Promise.resolve()
parentPort?.on('message', (message: WorkerRequest | WorkerNotification) => {
  switch (message.type) {
    case 'end':
      // At once: a request before it may never finish.
      return process.exit(renderedOutputs ? 0 : 1)
    case 'cache':
      cache = {
        documents: BuildCache.open(message.cacheParent, message.version.compiler, false),
        version: message.version,
      }
      return
    case 'missing':
      return resolveMissing(message.missing)
    case 'custom files':
      return resolveCustomFiles({ files: message.files ?? [], problems: message.problems ?? [] })
    case 'open':
      missing = message.awaitMessages ? new Promise((resolve) => (resolveMissing = resolve)) : undefined
      customFiles = message.awaitMessages ? new Promise((resolve) => (resolveCustomFiles = resolve)) : undefined
  }
  queue = queue.then(async () => {
    try {
      const response = await respond(message)
      send(response, response.type === 'rendered' ? [response.bytes.buffer] : [])
    } catch (error) {
      send({ type: 'failed', failure: encodeError(error) })
    }
  })
})
