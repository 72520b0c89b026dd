import { availableParallelism } from 'node:os'
import type { Cache } from '../cache/cache.ts'
import { type PackedEntries, toBatches } from '../cache/packed-entries.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { compilingFailed } from '../problems/catalogue/text.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { tuneV8ForLargeBuild, workerYoungGenerationMb } from './tune-v8.ts'
import type { Task, WorkerData } from './worker.ts'

/** The fewest files for which starting workers pays: they need a fifth of a second to start. */
const worthwhile = 300
const batchSize = 50

/**
 * Compiles files in workers and puts what they made into a cache, where the files are many enough.
 *
 * @param module the file of worker.ts, bundled; without it nothing is done
 * @param heap the most memory that a worker may use, in megabytes
 * @returns the files that a worker could not compile, because it ended or ran out of memory
 */
export async function compileInWorkers(
  tasks: readonly Task[],
  { module, heap = 1024 }: { module: string | undefined; heap?: number },
  { content, outlet }: { content: string; outlet: Outlet },
  cache: Cache,
  onProgress: (done: number) => void,
): Promise<Problem[]> {
  if (module === undefined || tasks.length < worthwhile) return []
  tuneV8ForLargeBuild()
  const { Tinypool } = await import('tinypool')
  const threads = Math.min(8, availableParallelism(), Math.ceil(tasks.length / batchSize))
  const pool = new Tinypool({
    filename: module,
    minThreads: threads,
    maxThreads: threads,
    workerData: { content, outlet } satisfies WorkerData,
    resourceLimits: { maxOldGenerationSizeMb: heap, maxYoungGenerationSizeMb: workerYoungGenerationMb },
  })
  let done = 0
  const run = async (batch: readonly Task[]): Promise<void> => {
    cache.putPacked((await pool.run(batch)) as PackedEntries)
    done += batch.length
    onProgress(done)
  }
  const problems: Problem[] = []
  await Promise.all(
    toBatches(tasks, batchSize).map(async (batch) => {
      try {
        await run(batch)
      } catch {
        // One of them is to blame: each goes alone.
        for (const task of batch) {
          try {
            await run([task])
          } catch (error) {
            const reason = error instanceof Error ? error.message : String(error)
            problems.push({ ...compilingFailed(reason), file: task.displayPath, ...fileStart })
          }
        }
      }
    }),
  )
  await pool.destroy()
  return problems
}
