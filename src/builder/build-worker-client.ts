import type { Worker } from 'node:worker_threads'
import { DamagedCache } from '../cache/damaged-cache.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { ProblemsFound } from '../problems/problem.ts'
import type { BuildResult, OpenBuild } from './build.ts'
import type { WorkerBuildOptions, WorkerFailure, WorkerRequest, WorkerResponse } from './build-worker.ts'
import { codeVersion } from './code-version.ts'
import { UnsafeOutput } from './output-folder.ts'

/** How many outputs are rendered ahead of who writes them, at least. */
const ahead = 150
const batchSize = 20
/** How long a thread may take to end, in milliseconds. */
const exitTimeout = 2000

type Progress = (step: string, done: number, total: number) => void

/** A thread that makes an edition. */
export interface BuildWorkerClient {
  /** @param look finds out what was published and is no longer there; the thread needs it late, and begins without */
  open(options: WorkerBuildOptions, onProgress: Progress, look?: () => readonly UrlPath[]): Promise<OpenBuild>
  /**
   * Opens an edition ahead of whoever will ask for it.
   *
   * @returns what gives it; asked again, it opens another
   */
  begin(
    options: () => Promise<WorkerBuildOptions>,
    onProgress: Progress,
    look: () => readonly UrlPath[],
  ): () => Promise<OpenBuild>
  /** Ends the thread, whatever it is at. */
  end(): Promise<void>
}

/**
 * Has a thread that was started make an edition.
 *
 * @param root the folder of Lampstand
 * @param workFolder where what was kept is, which is read at once
 */
export function connectBuildWorker(worker: Worker, root: string, workFolder: string): BuildWorkerClient {
  // The sources are read while the thread loads them.
  worker.postMessage({ ask: 'archive', workFolder, version: codeVersion(root) } satisfies WorkerRequest)
  worker.ref()
  // Answers come in the order of what was asked.
  const waiting: { resolve(answer: WorkerResponse): void; reject(error: Error): void }[] = []
  let ended: Error | undefined
  let tell: Progress = () => {}
  const fail = (error: Error) => {
    ended ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  worker.on('message', (answer: WorkerResponse) => {
    if (answer.answer === 'progress') return tell(answer.step, answer.done, answer.total)
    const asker = waiting.shift()
    if (answer.answer === 'failed') asker?.reject(toError(answer.failure))
    else asker?.resolve(answer)
  })
  worker.on('error', fail)
  worker.on('messageerror', fail)
  worker.on('exit', (code) => fail(new Error(`The thread of the press ended with ${code}.`)))
  const ask = <Kind extends WorkerResponse['answer']>(
    asked: WorkerRequest,
  ): Promise<Extract<WorkerResponse, { answer: Kind }>> =>
    new Promise((resolve, reject) => {
      if (ended !== undefined) return reject(ended)
      waiting.push({ resolve: resolve as (answer: WorkerResponse) => void, reject })
      worker.postMessage(asked)
    })

  const thread: BuildWorkerClient = {
    begin: (options, onProgress, look) => {
      const begin = async () => thread.open(await options(), onProgress, look)
      let begun: Promise<OpenBuild> | undefined = begin()
      begun.catch(() => {}) // whoever asks for it hears
      return () => {
        const edition = begun ?? begin()
        begun = undefined
        return edition
      }
    },
    open: async (options, onProgress, look) => {
      tell = onProgress
      const opened = ask<'opened'>({ ask: 'open', options, looking: look !== undefined })
      opened.catch(() => {}) // looking may fail first
      if (look !== undefined) worker.postMessage({ ask: 'lost', lost: look() } satisfies WorkerRequest)
      const { staging, outputs } = await opened
      const texts = new Map<UrlPath, Promise<Buffer>>()
      let asked = 0
      let taken = 0
      const askAhead = () => {
        while (asked < outputs.length && asked - taken < ahead) {
          const urls = outputs.slice(asked, asked + batchSize)
          const rendered = ask<'rendered'>({ ask: 'render', urls })
          for (const [index, url] of urls.entries()) {
            const text = rendered.then(({ bytes, ends }) =>
              Buffer.from(bytes.buffer).subarray(ends[index - 1] ?? 0, ends[index]),
            )
            text.catch(() => {}) // whoever takes it hears
            texts.set(url, text)
          }
          asked += urls.length
        }
      }
      askAhead()
      return {
        staging,
        outputs,
        render: async (url) => {
          // They are mostly taken in their order; who jumps ahead has everything before rendered first.
          while (!texts.has(url) && asked < outputs.length) {
            taken = asked
            askAhead()
          }
          const text = await texts.get(url)
          if (text === undefined) throw new Error(`nothing is to be rendered at ${url}`)
          texts.delete(url)
          taken++
          askAhead()
          return text
        },
        close: async (): Promise<BuildResult> => (await ask<'closed'>({ ask: 'close' })).built,
      }
    },
    end: async () => {
      if (ended !== undefined) return
      // It ends by itself, so that what it holds is let go; one that hangs is stopped.
      const stop = setTimeout(() => void worker.terminate(), exitTimeout)
      worker.postMessage({ ask: 'end' } satisfies WorkerRequest)
      await new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      clearTimeout(stop)
    },
  }
  return thread
}

function toError(failure: WorkerFailure): Error {
  switch (failure.kind) {
    case 'problems':
      return new ProblemsFound(failure.problems)
    case 'unsafe output':
      return new UnsafeOutput(failure.message)
    case 'damaged cache':
      return new DamagedCache(failure.hash)
    case 'mistake':
      return Object.assign(new Error(failure.message), failure.stack === undefined ? {} : { stack: failure.stack })
  }
}
