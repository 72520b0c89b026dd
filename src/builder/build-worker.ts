import { parentPort } from 'node:worker_threads'
import { DamagedCache } from '../cache/damaged-cache.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { ProblemsFound } from '../problems/problem.ts'
import { Build, type BuildCache, type BuildOptions, type BuildResult, openBuildCache } from './build.ts'
import type { CodeVersion } from './code-version.ts'
import { UnsafeOutput } from './output-folder.ts'

/** What the thread of an edition is asked for. */
export type WorkerRequest =
  /** Opens what was kept; asked once, before everything else. */
  | { ask: 'archive'; workFolder: string; version: CodeVersion }
  | { ask: 'open'; options: WorkerBuildOptions; looking: boolean }
  /** Where somebody was looking: what was published and is no longer there as it was recorded. */
  | { ask: 'lost'; lost: readonly UrlPath[] }
  | { ask: 'render'; urls: readonly UrlPath[] }
  | { ask: 'close' }
  | { ask: 'end' }

/** The options of an edition that can go to another thread. */
export type WorkerBuildOptions = Omit<BuildOptions, 'version' | 'onProgress' | 'overrides' | 'cache' | 'lost'>

/** What it answers, in the order in which it was asked. */
export type WorkerResponse =
  | { answer: 'opened'; staging: string; outputs: readonly UrlPath[] }
  /** Texts as UTF-8, one behind the other, and where each of them ends. */
  | { answer: 'rendered'; bytes: Uint8Array<ArrayBuffer>; ends: readonly number[] }
  | { answer: 'closed'; built: BuildResult }
  | { answer: 'failed'; failure: WorkerFailure }
  /** Told between answers. */
  | { answer: 'progress'; step: string; done: number; total: number }

/** An error of a kind that means something to the other side. */
export type WorkerFailure =
  | { kind: 'problems'; problems: ProblemsFound['problems'] }
  | { kind: 'unsafe output'; message: string }
  | { kind: 'damaged cache'; hash: string }
  | { kind: 'mistake'; message: string; stack: string | undefined }

/** Progress is told this often at most, in milliseconds, and when a step is done. */
const progressInterval = 50

// Prepares, renders and closes an edition, while Eleventy is loaded and writes in the main thread.
let archive: BuildCache | undefined
let version: CodeVersion | undefined
let edition: Build | undefined
let lost: Promise<readonly UrlPath[]> | undefined
let hearLost: (lost: readonly UrlPath[]) => void = () => {}
let told = 0
/** Whether an edition was made in which something is new: the thread ends with 0 then, else with 1. */
let made = false

/** What is to be handed over, and not copied, is named. */
const answer = (message: WorkerResponse, ...handed: ArrayBuffer[]) => parentPort?.postMessage(message, handed)
const opened = () => {
  if (edition === undefined) throw new Error('an edition is opened first')
  return edition
}

async function handle(asked: Exclude<WorkerRequest, { ask: 'archive' | 'lost' | 'end' }>): Promise<WorkerResponse> {
  switch (asked.ask) {
    case 'open': {
      const { options } = asked
      if (archive === undefined || version === undefined) throw new Error('the archive is opened first')
      edition = await Build.open(
        {
          ...options,
          version,
          missing: lost,
          onProgress: (step, done, total) => {
            const now = Date.now()
            if (done < total && now - told < progressInterval) return
            told = now
            answer({ answer: 'progress', step, done, total })
          },
        },
        archive,
      )
      return { answer: 'opened', staging: edition.staging, outputs: edition.outputs }
    }
    case 'render': {
      const texts: Buffer[] = []
      for (const url of asked.urls) texts.push(await opened().render(url))
      let end = 0
      const ends = texts.map(({ length }) => (end += length))
      const bytes = new Uint8Array(end)
      for (const [index, text] of texts.entries()) bytes.set(text, ends[index - 1] ?? 0)
      return { answer: 'rendered', bytes, ends }
    }
    case 'close': {
      const built = opened().close()
      made = opened().outputs.length > 0
      return { answer: 'closed', built }
    }
  }
}

function toFailure(error: unknown): WorkerFailure {
  if (error instanceof ProblemsFound) return { kind: 'problems', problems: error.problems }
  if (error instanceof UnsafeOutput) return { kind: 'unsafe output', message: error.message }
  if (error instanceof DamagedCache) return { kind: 'damaged cache', hash: error.hash }
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined }
  return { kind: 'mistake', message, stack }
}

let before: Promise<void> = Promise.resolve()
parentPort?.on('message', (asked: WorkerRequest) => {
  // At once: what was asked before may never end.
  if (asked.ask === 'end') process.exit(made ? 0 : 1)
  if (asked.ask === 'archive') {
    version = asked.version
    // An edition that finds its cache damaged empties it and opens it again.
    archive = openBuildCache(asked.workFolder, version, false)
    return
  }
  if (asked.ask === 'lost') return hearLost(asked.lost)
  if (asked.ask === 'open') {
    lost = asked.looking ? new Promise((resolve) => (hearLost = resolve)) : undefined
  }
  before = before.then(async () => {
    try {
      const met = await handle(asked)
      answer(met, ...(met.answer === 'rendered' ? [met.bytes.buffer] : []))
    } catch (error) {
      answer({ answer: 'failed', failure: toFailure(error) })
    }
  })
})
