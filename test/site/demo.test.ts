import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { findDeadLinks } from '../helpers/dead-links.ts'
import { readFiles } from '../helpers/read-files.ts'
import { type CommandResult, lampstand, waitForExit } from '../helpers/run-command.ts'
import { root } from '../helpers/site-fixture.ts'

const scratch = mkdtempSync(join(tmpdir(), 'lampstand-'))
const now = '2026-11-23T12:00:00Z'
let build: CommandResult
let files: Map<string, Buffer>
beforeAll(async () => {
  const out = join(scratch, 'site')
  build = await lampstand(['build', '--out', out, '--now', now])
  files = readFiles(out)
})
afterAll(() => rmSync(scratch, { recursive: true }))

// The one file of tests that builds content/. What it expects is true of any content, so that writers cannot break it.
describe('the outlet of this repository', () => {
  it('builds without a problem', () => {
    expect(build.stdout).not.toMatch(/warning|error/)
    expect(build.exitCode).toBe(0)
    expect(files.size).toBeGreaterThan(0)
  })

  it('links only to pages and places that exist', () => {
    const { url } = parse(readFileSync(join(root, 'content/site.yml'), 'utf8'))
    expect(findDeadLinks(files, new URL(url).origin)).toEqual([])
  })

  it('is the same site when Eleventy’s own command builds it', async () => {
    const out = join(scratch, 'eleventy')
    const eleventy = ['--import', 'tsx', 'node_modules/@11ty/eleventy/cmd.cjs', '--config=.eleventy.ts']
    const env = { ...process.env, LAMPSTAND_NOW: now }
    const { exitCode } = await waitForExit(
      spawn(process.execPath, [...eleventy, `--output=${out}`], { cwd: root, env }),
    )
    expect(exitCode).toBe(0)
    expect(readFiles(out)).toEqual(files)
  })
})
