import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workerData } from 'node:worker_threads'
import type { Cache } from '../cache/cache.ts'
import { EntryPacker, type PackedEntries } from '../cache/packed-entries.ts'
import type { ContentFile } from '../content/content-files.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { Compiler } from './compiler.ts'

/** What every worker is told once. */
export interface WorkerData {
  content: string
  outlet: Outlet
}

/** A file to compile: where it is, the path that problems name, git's id of its bytes. */
export interface Task {
  file: ContentFile
  displayPath: string
  id: string
}

// tinypool hands its own data first.
const [, { content, outlet }] = workerData as [unknown, WorkerData]
const made = new EntryPacker()
/** Remembers what is put, and knows nothing. */
const cache: Cache = {
  get: () => undefined,
  put: (key, entry, body) => made.add(key, entry, body),
  putPacked: () => {},
  body: () => '',
  close: () => {},
}
const compiler = Compiler.create(outlet, cache)

/** Compiles files, in a thread of its own. */
export default async function compile(tasks: readonly Task[]): Promise<PackedEntries> {
  const compiles = await compiler
  for (const { file, displayPath, id } of tasks) {
    compiles.any(file, { id, displayPath, bytes: () => readFileSync(join(content, file.path)) })
  }
  return made.take()
}
