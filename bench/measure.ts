import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measured {
  /** Seconds on the clock. */
  wall: number
  /** Seconds of processor time, all threads and child processes. */
  cpu: number
  /** The most memory that was resident at once, in megabytes, child processes included. */
  memory: number
}

/** How often a running process is looked at, in milliseconds. */
const every = 15
/** What the kernel counts processor time in, per second. */
const ticks = 100

/**
 * Runs a command to its end and measures it. Processor time and memory are read from /proc, so they are zero elsewhere than on Linux.
 *
 * @throws Error where the command fails, with what it printed
 */
export function measure(
  command: readonly string[],
  folder: string,
  env: Record<string, string> = {},
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const [program = '', ...words] = command
    const child = spawn(program, words, {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let told = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (told = (told + text).slice(-4000)))
    let memory = 0
    const times = new Map<number, number>()
    const look = () => {
      let resident = 0
      for (const pid of treeOf(child.pid ?? 0)) {
        const seen = readProcess(pid)
        resident += seen.resident
        times.set(pid, Math.max(times.get(pid) ?? 0, seen.time))
      }
      memory = Math.max(memory, resident)
    }
    const timer = setInterval(look, every)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      const wall = (performance.now() - began) / 1000
      if (code !== 0) return reject(new Error(`${command.join(' ')} ended with ${code}:\n${told}`))
      resolve({ wall, cpu: [...times.values()].reduce((sum, time) => sum + time, 0), memory })
    })
  })
}

function treeOf(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return [pid, ...children.flatMap(treeOf)]
  } catch {
    return []
  }
}

function readProcess(pid: number): { time: number; resident: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return { time: (Number(fields[11]) + Number(fields[12])) / ticks, resident }
  } catch {
    return { time: 0, resident: 0 }
  }
}

/** The middle of measurements, each figure by itself. */
export function median(all: readonly Measured[]): Measured {
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
  return {
    wall: middle(all.map(({ wall }) => wall)),
    cpu: middle(all.map(({ cpu }) => cpu)),
    memory: middle(all.map(({ memory }) => memory)),
  }
}
