import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Measurement {
  /** Seconds on the clock. */
  wall: number
  /** Seconds of processor time, all threads and child processes. */
  cpu: number
  /** The most memory that was resident at once, in megabytes, child processes included. */
  memory: number
}

/** The time between two samples of a running process, in milliseconds. */
const sampleInterval = 15
/** The kernel's unit of processor time, per second. */
const ticksPerSecond = 100

/**
 * Runs a command to its end and measures it. Processor time and memory come from /proc, so they are zero on other
 * systems than Linux.
 *
 * @throws Error with the end of the output if the command fails
 */
export function measure(
  command: readonly string[],
  folder: string,
  env: Record<string, string> = {},
): Promise<Measurement> {
  return new Promise((resolve, reject) => {
    const startTime = performance.now()
    const [program = '', ...args] = command
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (output = (output + text).slice(-4000)))
    let memory = 0
    const times = new Map<number, number>()
    const sample = () => {
      let resident = 0
      for (const pid of processTree(child.pid ?? 0)) {
        const { resident: processMemory, time } = readProcess(pid)
        resident += processMemory
        times.set(pid, Math.max(times.get(pid) ?? 0, time))
      }
      memory = Math.max(memory, resident)
    }
    const timer = setInterval(sample, sampleInterval)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      const wall = (performance.now() - startTime) / 1000
      if (code !== 0) return reject(new Error(`${command.join(' ')} ended with ${code}:\n${output}`))
      resolve({ wall, cpu: [...times.values()].reduce((sum, time) => sum + time, 0), memory })
    })
  })
}

function processTree(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
    return [pid, ...children.flatMap(processTree)]
  } catch {
    return []
  }
}

function readProcess(pid: number): { time: number; resident: number } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return { time: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, resident }
  } catch {
    return { time: 0, resident: 0 }
  }
}

/** Returns the medians of measurements, figure by figure. */
export function median(all: readonly Measurement[]): Measurement {
  const middle = (figures: number[]) => figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
  return {
    wall: middle(all.map(({ wall }) => wall)),
    cpu: middle(all.map(({ cpu }) => cpu)),
    memory: middle(all.map(({ memory }) => memory)),
  }
}
