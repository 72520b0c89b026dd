import type { Terminal } from './print-problems.ts'

/** Shows how far a build is: one line that is written over on a terminal, a line a step elsewhere. */
export function createProgress(terminal: Terminal): {
  step(name: string, done: number, total: number): void
  clear(): void
} {
  let shown = 0
  let open = false
  return {
    step(name, done, total) {
      const finished = done === total
      if (!terminal.isTTY) {
        if (finished) terminal.write(`${name}: ${total}\n`)
        return
      }
      const now = Date.now()
      if (!finished && now - shown < 80) return
      shown = now
      open = true
      const width = 24
      const filled = Math.round((done / Math.max(total, 1)) * width)
      terminal.write(`\r\u001b[K${name.padEnd(9)} ${'━'.repeat(filled)}${'─'.repeat(width - filled)} ${done}/${total}`)
    },
    clear() {
      if (open) terminal.write('\r\u001b[K')
      open = false
    },
  }
}
