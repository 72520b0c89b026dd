import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { lock, lockHolder } from '../../../src/cache/lock.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** Takes a lock in a process of its own again and again, and reports how often another process had it at the same time. */
const contender = `
import { existsSync, openSync, closeSync, rmSync } from 'node:fs'
import { lock } from ${JSON.stringify(join(import.meta.dirname, '../../../src/cache/lock.ts'))}
const [path, inside] = process.argv.slice(2)
let taken = 0
let shared = 0
process.on('message', () => {
  for (let round = 0; round < 4000; round++) {
    const release = lock(path)
    if (release === undefined) continue
    taken++
    try {
      closeSync(openSync(inside, 'wx'))
      rmSync(inside)
    } catch {
      shared++
    }
    release()
  }
  process.send({ taken, shared })
  process.disconnect()
})
process.send('ready')
`

describe('a lock', () => {
  it('belongs to one process at a time, however many want it', async () => {
    const script = join(scratch, 'contender.mts')
    writeFileSync(script, contender)
    const contenders = [1, 2, 3].map(() =>
      fork(script, [join(scratch, 'lock'), join(scratch, 'inside')], { execArgv: ['--import', 'tsx'] }),
    )
    await Promise.all(contenders.map((child) => new Promise((resolve) => child.once('message', resolve))))
    const results = contenders.map(
      (child) =>
        new Promise<{ taken: number; shared: number }>((resolve) =>
          child.once('message', (result) => resolve(result as never)),
        ),
    )
    for (const child of contenders) child.send('go')
    const all = await Promise.all(results)
    expect(all.reduce((sum, { taken }) => sum + taken, 0)).toBeGreaterThan(100)
    expect(all.reduce((sum, { shared }) => sum + shared, 0)).toBe(0)
  })

  it('is taken over from a process that was killed, also where a folder is in its place', () => {
    const path = join(scratch, 'abandoned')
    writeFileSync(path, `${'elsewhere'} 1 0`)
    const release = lock(path)
    expect(release).toBeDefined()
    expect(lockHolder(path)).toBe(process.pid)
    expect(lock(path)).toBeUndefined()
    release?.()
    mkdirSync(join(path, 'full'), { recursive: true })
    lock(path)?.()
    expect(readdirSync(scratch).filter((name) => name.startsWith('abandoned'))).toEqual([])
  })
})
