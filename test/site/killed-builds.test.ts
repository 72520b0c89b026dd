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

/** The files of a site of 60 stories, each of which differs from one version to the next. */
const storyFiles = (version: number) =>
  Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `articles/story-${index}.md`,
      story(`tags: [Water, Tag ${index % 7}]`, `Mali (SP) — Version ${version}.`).replace(
        'Rain comes',
        `Story ${index}`,
      ),
    ]),
  )

/** Returns how many milliseconds pass until a process exits. */
async function measure(exit: Promise<unknown>): Promise<number> {
  const start = performance.now()
  await exit
  return performance.now() - start
}

describe('a build that is killed', () => {
  it('at any of 50 moments is repaired by the next', async () => {
    const out = join(scratch, 'site')
    const build = ['build', '--content', join(scratch, 'content'), '--out', out, '--now', '2026-11-23T12:00:00Z']
    let version = 0
    writeSite(scratch, storyFiles(version++))
    // The first build of all bundles the code too.
    expect((await lampstand(build)).exitCode).toBe(0)
    writeSite(scratch, storyFiles(version++))
    let duration = await measure(waitForExit(startLampstand(build)))

    /** Kills a build of a new version after part of its time; false where it was faster than the last that ended. */
    const killBuild = async (part: number): Promise<boolean> => {
      writeSite(scratch, storyFiles(version++))
      const child = startLampstand(build)
      const exit = waitForExit(child)
      const measured = measure(exit)
      await wait(duration * part)
      child.kill('SIGKILL')
      const { exitCode } = await exit
      if (exitCode === null) return true
      expect(exitCode).toBe(0)
      duration = await measured
      return false
    }

    let interrupted = 0
    for (let moment = 1; moment <= 50; moment++) {
      // From the first moment to a little after the last, evenly; which file it is writing then is chance.
      const part = (1.1 * moment) / 50
      let killed = await killBuild(part)
      // The machine may have become faster, but a build that goes on is met before its end sooner or later.
      for (let attempt = 1; attempt <= 5 && !killed && part < 0.8; attempt++) killed = await killBuild(part)
      if (killed) interrupted++
      // Every tenth time is checked; the others are killed upon a site that was killed.
      if (moment % 10 !== 0) continue
      expect((await lampstand(build)).exitCode).toBe(0)
      const clean = join(scratch, `clean-${moment}`)
      await lampstand([...build.slice(0, 4), clean, ...build.slice(5)])
      const [repaired, expected] = [readFiles(out), readFiles(clean)]
      expect([...repaired.keys()]).toEqual([...expected.keys()])
      expect([...repaired].filter(([path, bytes]) => !expected.get(path)?.equals(bytes)).map(([path]) => path)).toEqual(
        [],
      )
    }
    expect(interrupted).toBeGreaterThan(25)
  }, 600_000)
})
