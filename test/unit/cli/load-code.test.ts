import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, story, writeSite } from '../../helpers/site-fixture.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lampstand-'))
  copyFileSync(join(root, 'src/cli/load-code.cjs'), join(folder, 'load-code.cjs'))
  const statements = Array.from({ length: 40 }, (_, at) => `const a${at} = [1, 2].map((one) => one * ${at}).join('-');`)
  put(
    'greeting',
    `exports.greet = (name) => require('./word').word + ', ' + name
     exports.part = () => { ${statements.join(' ')} }`,
  )
  put('word', "exports.word = 'Peace'")
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Puts a file as the bundle has them. */
const put = (name: string, code: string) =>
  writeFileSync(
    join(folder, `${name}.js`),
    `(function (exports, require, module, __filename, __dirname, lampstandUrl, lampstandImport) {${code}\n})`,
  )

/** A run that greets, does something more, and keeps what V8 made. */
const run = (more = '', purpose = 'build') =>
  execFileSync(
    process.execPath,
    [
      '-e',
      `const { load, saveCodeCache } = require('./load-code.cjs');
       const { greet, part } = load('greeting', '${purpose}');
       process.stdout.write(greet('Ruth'));${more};saveCodeCache()`,
    ],
    { cwd: folder, encoding: 'utf8' },
  )

const cachedFiles = () => readdirSync(folder).filter((name) => name.endsWith('.v8'))

const bytesOf = (name: string) => readFileSync(join(folder, cachedFiles().find((path) => path.startsWith(name)) ?? ''))
/** How often in a row nothing new was found. */
const idle = () => bytesOf('greeting').readUInt32LE(8)

describe('the code cache of V8', () => {
  it('is written for the next run, for each file that was loaded', () => {
    expect(run()).toBe('Peace, Ruth')
    expect(cachedFiles().map((name) => name.replace(/\..*/, ''))).toEqual(['greeting', 'word'])
    expect(run()).toBe('Peace, Ruth')
  })

  it('grows where a run uses more of the code, and is left alone where three found nothing new', () => {
    expect([1, 2, 3].map(() => run() && idle())).toEqual([0, 1, 2])
    const before = bytesOf('greeting').length
    run('part()')
    expect(idle()).toBe(0)
    const after = bytesOf('greeting')
    expect(after.length).toBeGreaterThan(before)
    expect([1, 2, 3, 4, 5].map(() => run() && idle())).toEqual([1, 2, 3, 3, 3])
    // A run that uses less takes nothing away.
    expect(bytesOf('greeting').subarray(12).equals(after.subarray(12))).toBe(true)
  })

  it('is separate for each command, and for no name that is none', () => {
    run('', 'build')
    run('', 'check')
    const named = () => cachedFiles().filter((name) => name.startsWith('greeting'))
    expect(named()).toEqual([expect.stringMatching(/^greeting\.build\./), expect.stringMatching(/^greeting\.check\./)])
    run('', '../../elsewhere')
    expect(named()).toHaveLength(3)
  })

  it('is not written where flags of V8 were set meanwhile', () => {
    run("require('v8').setFlagsFromString('--max-lazy')")
    expect(cachedFiles()).toEqual([])
  })

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['flipped', (bytes: Buffer) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 4 : byte))],
    ['flipped in its head', (bytes: Buffer) => bytes.map((byte, at) => (at === 9 ? byte ^ 4 : byte))],
    ['empty', () => Buffer.alloc(0)],
    ['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ])('is ignored where it was %s, and written again', (_, damage) => {
    run()
    run()
    for (const name of cachedFiles()) writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))))
    expect(run()).toBe('Peace, Ruth')
    expect(idle()).toBe(0)
  })

  it('is ignored where its source changed, even to one of the same length', () => {
    run()
    put('word', "exports.word = 'Grace'")
    expect(run()).toBe('Grace, Ruth')
  })

  it('is not needed where nothing can be written', () => {
    expect(run('require("fs").writeFileSync = () => { throw new Error("read-only") }')).toBe('Peace, Ruth')
    for (const name of cachedFiles()) rmSync(join(folder, name))
    const blocked = "require('node:fs').writeFileSync = () => { throw new Error('read-only') }"
    const text = execFileSync(
      process.execPath,
      [
        '-e',
        `${blocked};const { load, saveCodeCache } = require('./load-code.cjs');load('greeting');saveCodeCache();process.stdout.write('well')`,
      ],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(text).toBe('well')
    expect(cachedFiles()).toEqual([])
  })
})

describe('the bundle', () => {
  it('leaves no import to V8, which could not follow it in code that was kept', async () => {
    const { bundle } = await import('../../../src/cli/bundle.js')
    const code = await bundle(root)
    for (const name of ['start-build-worker', 'main', 'build-worker', 'compile-worker', 'index-worker']) {
      const text = readFileSync(join(code, `${name}.js`), 'utf8')
      // What is left stands in a regular expression of a library's.
      expect(text.match(/\bimport\((?!\?:)/g), name).toBeNull()
    }
  })

  it('parses natively, where the program for this system is installed', async () => {
    const { bundle } = await import('../../../src/cli/bundle.js')
    const code = await bundle(root)
    // What was compiled before would be recalled, and not parsed.
    const content = writeSite(join(folder, 'paper'), { 'articles/new.md': story('', `Mali (SP) — At ${Date.now()}.`) })
    const words = `
      const { load } = require(${JSON.stringify(join(code, 'load-code.cjs'))})
      const where = { root: ${JSON.stringify(root)}, cwd: process.cwd(), bundleFolder: ${JSON.stringify(relative(root, code))} }
      load('main').main(['check', '--content', ${JSON.stringify(content)}], where).then((ended) => {
        const programs = process.report.getReport().sharedObjects.filter((path) => path.includes('satteri'))
        process.stdout.write(JSON.stringify({ ended, programs: programs.length }))
      })`
    const output = execFileSync(process.execPath, ['-e', words], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(output.slice(output.lastIndexOf('{')))).toEqual({ ended: 0, programs: 1 })
  })
})
