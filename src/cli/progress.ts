import type { OnProgress } from '../builder/build-options.ts'
import type { Terminal } from './terminal.ts'

/** The shortest time between two updates of the progress bar, in milliseconds. */
const updateInterval = 80
const barWidth = 24

/** Creates a progress display: on a terminal a bar that is drawn over itself, in a log one line per step. */
export function createProgress(terminal: Terminal): { step: OnProgress; clear(): void } {
  let lastUpdate = 0
  let isDrawn = false
  return {
    step(name, done, total) {
      const isFinished = done === total
      if (!terminal.isTTY) {
        if (isFinished) terminal.write(`${name}: ${total}\n`)
        return
      }
      const now = Date.now()
      if (!isFinished && now - lastUpdate < updateInterval) return
      lastUpdate = now
      isDrawn = true
      const filled = Math.round((done / Math.max(total, 1)) * barWidth)
      const bar = `${'━'.repeat(filled)}${'─'.repeat(barWidth - filled)}`
      terminal.write(`\r\u001b[K${name.padEnd(9)} ${bar} ${done}/${total}`)
    },
    clear() {
      if (isDrawn) terminal.write('\r\u001b[K')
      isDrawn = false
    },
  }
}
