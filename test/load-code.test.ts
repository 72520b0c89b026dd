import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from './press-site.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lampstand-'))
  copyFileSync(join(root, 'src/cli/load-code.cjs'), join(folder, 'load-code.cjs'))
  put('greeting', "exports.greet = (name) => require('./word').word + ', ' + name")
  put('word', "exports.word = 'Peace'")
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Puts a file as the bundle has them. */
const put = (name: string, code: string) =>
  writeFileSync(
    join(folder, `${name}.js`),
    `(function (exports, require, module, __filename, __dirname, lampstandUrl, lampstandImport) {${code}\n})`,
  )

const script = (end: string, purpose = 'build') =>
  `process.stdout.write(require('./load-code.cjs').load('greeting', '${purpose}').greet('Ruth'));${end}`

const greet = (purpose?: string) =>
  execFileSync(process.execPath, ['-e', script('', purpose)], { cwd: folder, encoding: 'utf8' })

const kept = () => readdirSync(folder).filter((name) => name.endsWith('.v8'))

/** Which generation the code that V8 made of the greeting is. */
const generation = () =>
  readFileSync(join(folder, kept().find((name) => name.startsWith('greeting')) ?? '')).readUInt32LE(4)

describe('what V8 made of bundled code', () => {
  it('is kept for the next run, of each file that was loaded', () => {
    expect(greet()).toBe('Peace, Ruth')
    expect(kept().map((name) => name.replace(/\..*/, ''))).toEqual(['greeting', 'word'])
    expect(greet()).toBe('Peace, Ruth')
  })

  it('is kept anew by the first few runs, for they differ in what they use', () => {
    const generations = [1, 2, 3, 4, 5].map(() => greet() && generation())
    expect(generations).toEqual([1, 2, 3, 3, 3])
  })

  it('is kept apart for each command, and for no name that is none', () => {
    greet('build')
    greet('check')
    expect(kept().filter((name) => name.startsWith('greeting'))).toEqual([
      expect.stringMatching(/^greeting\.build\./),
      expect.stringMatching(/^greeting\.check\./),
    ])
    greet('../../elsewhere')
    expect(kept().filter((name) => name.startsWith('greeting.x64') || /^greeting\.arm/.test(name))).toHaveLength(1)
  })

  it('is not kept by a run that fails', () => {
    spawnSync(process.execPath, ['-e', script('process.exitCode = 1')], { cwd: folder })
    expect(kept()).toEqual([])
  })

  it('is not kept where flags of V8 were set meanwhile', () => {
    const end = "require('v8').setFlagsFromString('--max-lazy')"
    spawnSync(process.execPath, ['-e', script(end)], { cwd: folder })
    expect(kept()).toEqual([])
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['flipped', (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 4 : byte))],
    ['empty', () => Buffer.alloc(0)],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('is passed over where it was %s, and made again', (_, damage) => {
    greet()
    greet()
    for (const name of kept()) writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))))
    expect(greet()).toBe('Peace, Ruth')
    expect(generation()).toBe(1)
  })

  it('is done without where nothing can be written', () => {
    greet()
    for (const name of kept()) rmSync(join(folder, name))
    const blocked = 'for (const m of ["writeFileSync"]) require("fs")[m] = () => { throw new Error("read-only") };'
    const text = execFileSync(process.execPath, ['-e', blocked + script('')], { cwd: folder, encoding: 'utf8' })
    expect(text).toBe('Peace, Ruth')
    expect(kept()).toEqual([])
    expect(existsSync(join(folder, 'greeting.js'))).toBe(true)
  })
})
