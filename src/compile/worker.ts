import { workerData } from 'node:worker_threads'
import type { Cache } from '../cache/cache.ts'
import { EntryPacker, type PackedEntries } from '../cache/packed-entries.ts'
import { sourceFile } from '../content/source-file.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { Compiler } from './compiler.ts'

/** The data that every worker gets when it starts. */
export interface WorkerData {
  /** The content folder. */
  content: string
  /** The content folder as problems name it. */
  contentDisplayPath: string
  outlet: Outlet
}

/** The path of a file below the content folder, and git's hash of its bytes. */
export type WorkerTask = readonly [path: string, hash: string]

// tinypool puts its own data first.
const [, { content, contentDisplayPath, outlet }] = workerData as [unknown, WorkerData]
const packer = new EntryPacker()
/** A cache that holds nothing and packs the entries that are put. */
const cache: Cache = {
  get: () => undefined,
  put: (key, entry, body) => packer.add(key, entry, body),
  putPacked: () => {},
  body: () => '',
  close: () => {},
}
const creating = Compiler.create(outlet, cache)

/** Compiles files in a worker thread. */
export default async function compile(tasks: readonly WorkerTask[]): Promise<PackedEntries> {
  const compiler = await creating
  for (const [path, hash] of tasks) compiler.compile(sourceFile(content, contentDisplayPath, path, hash))
  return packer.take()
}
