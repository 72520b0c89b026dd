import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './site-fixture.ts'

export interface Ended {
  code: number | null
  /** What it printed for the reader, and what it printed beside that. */
  out: string
  log: string
}

export interface Surroundings {
  /** Where the command is given; the folder of Lampstand unless said otherwise. */
  folder?: string
  env?: Record<string, string>
  /** The number of the user who gives it; whoever runs the tests unless said otherwise. */
  user?: number
}

/** Starts a command of Lampstand in a process of its own. */
export function start(words: readonly string[], { folder = root, env = {}, user }: Surroundings = {}): ChildProcess {
  return spawn(process.execPath, [join(root, 'src/cli/lampstand.js'), ...words], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
}

/** Gives a command of Lampstand, as a writer would, and waits for its end. */
export function lampstand(words: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  return ended(start(words, surroundings))
}

/** What a process printed until it ended. */
export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let out = ''
    let log = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      log += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, log }))
  })
}

/** Every file below a folder, by its path with slashes. */
export function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path)]))
}
