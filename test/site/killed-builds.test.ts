import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { readFiles } from '../helpers/read-files.ts'
import { lampstand, startLampstand, waitForExit } from '../helpers/run-command.ts'
import { story, writeSite } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/** A site of 60 stories; each edition says something else in every one of them. */
const stories = (edition: number) =>
  Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `articles/story-${index}.md`,
      story(`tags: [Water, Tag ${index % 7}]`, `Mali (SP) — Edition ${edition}.`).replace(
        'Rain comes',
        `Story ${index}`,
      ),
    ]),
  )

/** How many milliseconds a build takes from now to its end. */
async function lasting(end: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await end
  return performance.now() - began
}

describe('a build that is killed', () => {
  it('at any of 50 moments is made good by the next', async () => {
    const out = join(scratch, 'site')
    const build = ['build', '--content', join(scratch, 'content'), '--out', out, '--now', '2026-11-23T12:00:00Z']
    writeSite(scratch, stories(0))
    // The first build of all bundles the code too.
    expect((await lampstand(build)).exitCode).toBe(0)
    writeSite(scratch, stories(51))
    let whole = await lasting(waitForExit(startLampstand(build)))
    let interrupted = 0
    for (let edition = 1; edition <= 50; edition++) {
      writeSite(scratch, stories(edition))
      const child = startLampstand(build)
      const end = waitForExit(child)
      const lasts = lasting(end)
      // From the first moment to a little after the last, evenly; which file it is writing then is chance.
      await wait((whole * 1.1 * edition) / 50)
      child.kill('SIGKILL')
      const { exitCode } = await end
      if (exitCode === null) {
        interrupted++
      } else {
        expect(exitCode).toBe(0)
        // The machine may have become quicker than it was.
        whole = await lasts
      }
      // Every tenth time is looked into; the others are killed upon what was killed.
      if (edition % 10 !== 0) continue
      expect((await lampstand(build)).exitCode).toBe(0)
      const clean = join(scratch, `clean-${edition}`)
      await lampstand([...build.slice(0, 4), clean, ...build.slice(5)])
      const [made, expected] = [readFiles(out), readFiles(clean)]
      expect([...made.keys()]).toEqual([...expected.keys()])
      expect([...made].filter(([path, bytes]) => !expected.get(path)?.equals(bytes)).map(([path]) => path)).toEqual([])
    }
    expect(interrupted).toBeGreaterThan(25)
  }, 240_000)
})
