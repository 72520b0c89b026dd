import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './site-fixture.ts'

export interface CommandResult {
  /** Null where a signal ended the process. */
  exitCode: number | null
  stdout: string
  stderr: string
}

export interface CommandOptions {
  /** The folder of the Lampstand that runs; by default this one. */
  engine?: string
  /** The folder where the command runs; by default that of Lampstand. */
  cwd?: string
  env?: Record<string, string>
  /** The number of the user who runs it; by default the user who runs the tests. */
  uid?: number
}

/** Starts a `lampstand` command in a process of its own. */
export function startLampstand(
  args: readonly string[],
  { engine = root, cwd = engine, env = {}, uid }: CommandOptions = {},
): ChildProcess {
  return spawn(process.execPath, [join(engine, 'src/cli/lampstand.js'), ...args], {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  })
}

/** Runs a `lampstand` command, as a writer would, and waits until it exits. */
export function lampstand(args: readonly string[], options?: CommandOptions): Promise<CommandResult> {
  return waitForExit(startLampstand(args, options))
}

/** Collects the output of a process until it exits. */
export function waitForExit(child: ChildProcess): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
}
