import type { Worker } from 'node:worker_threads'
import type { OnProgress } from './build-options.ts'
import {
  decodeError,
  type WorkerNotification,
  type WorkerProgress,
  type WorkerRequest,
  type WorkerResponse,
} from './worker-messages.ts'

/** The time that a worker has to end by itself, in milliseconds. */
const exitTimeout = 2000

/** Sends requests to the build worker and returns its responses. */
export class WorkerConnection {
  /** The requests without a response yet, in their order. */
  private readonly waiting: { resolve(response: WorkerResponse): void; reject(error: Error): void }[] = []
  private failure: Error | undefined

  constructor(
    private readonly worker: Worker,
    onProgress: OnProgress,
  ) {
    worker.ref()
    worker.on('message', (message: WorkerResponse | WorkerProgress) => {
      if (message.type === 'progress') return onProgress(message.step, message.done, message.total)
      const request = this.waiting.shift()
      if (message.type === 'failed') request?.reject(decodeError(message.failure))
      else request?.resolve(message)
    })
    worker.on('error', (error) => this.fail(error as Error))
    worker.on('messageerror', (error) => this.fail(error))
    worker.on('exit', (code) => this.fail(new Error(`The thread of the press ended with ${code}.`)))
  }

  /** Sends a request and waits for its response. */
  request<Type extends WorkerResponse['type']>(
    request: WorkerRequest,
    _response: Type,
  ): Promise<Extract<WorkerResponse, { type: Type }>> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) return reject(this.failure)
      this.waiting.push({ resolve: resolve as (response: WorkerResponse) => void, reject })
      this.worker.postMessage(request)
    })
  }

  /** Sends a message that has no response. */
  notify(notice: WorkerNotification): void {
    this.worker.postMessage(notice)
  }

  /** Ends the worker, whatever it is doing. */
  async end(): Promise<void> {
    if (this.failure !== undefined) return
    // A worker that ends by itself releases its locks; one that hangs is terminated.
    const timeout = setTimeout(() => void this.worker.terminate(), exitTimeout)
    this.notify({ type: 'end' })
    await new Promise<void>((resolve) => this.worker.once('exit', () => resolve()))
    clearTimeout(timeout)
  }

  private fail(error: Error): void {
    this.failure ??= error
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}
