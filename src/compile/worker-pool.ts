import { availableParallelism } from 'node:os'
import type { Cache } from '../cache/cache.ts'
import { type PackedEntries, toBatches } from '../cache/packed-entries.ts'
import type { SourceFile } from '../content/source-file.ts'
import { compilingFailed } from '../problems/catalogue/text.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { tuneV8ForLargeBuild, workerYoungGenerationMb } from './tune-v8.ts'
import type { WorkerData, WorkerTask } from './worker.ts'

/** The fewest files for which workers pay: they take a fifth of a second to start. */
const minFiles = 300
const batchSize = 50

/**
 * Compiles files in worker threads and puts the results into a cache, if there are enough files.
 *
 * @param module the bundled file of worker.ts; without it nothing is done
 * @param heap the most memory that a worker may use, in megabytes
 * @param onProgress called with the number of files compiled
 * @returns a problem for each file that a worker could not compile, because it ended or ran out of memory
 */
export async function compileInWorkers(
  files: readonly SourceFile[],
  { module, heap = 1024 }: { module: string | undefined; heap?: number },
  workerData: WorkerData,
  cache: Cache,
  onProgress: (done: number) => void,
): Promise<Problem[]> {
  if (module === undefined || files.length < minFiles) return []
  tuneV8ForLargeBuild()
  const { Tinypool } = await import('tinypool')
  const threads = Math.min(8, availableParallelism(), Math.ceil(files.length / batchSize))
  const pool = new Tinypool({
    filename: module,
    minThreads: threads,
    maxThreads: threads,
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: workerYoungGenerationMb },
  })
  let done = 0
  const run = async (batch: readonly SourceFile[]): Promise<void> => {
    const tasks: WorkerTask[] = batch.map(({ path, hash }) => [path, hash])
    cache.putPacked((await pool.run(tasks)) as PackedEntries)
    done += batch.length
    onProgress(done)
  }
  const problems: Problem[] = []
  await Promise.all(
    toBatches(files, batchSize).map(async (batch) => {
      try {
        await run(batch)
      } catch {
        // One file of the batch is the cause: compile each alone.
        for (const file of batch) {
          try {
            await run([file])
          } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            problems.push({ ...compilingFailed(reason), file: file.displayPath, ...fileStart })
          }
        }
      }
    }),
  )
  await pool.destroy()
  return problems
}
