// Plain JavaScript: it is copied beside the bundled code and loads it.
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { cachedDataVersionTag } = require('node:v8')
const { Script } = require('node:vm')
const { isMainThread } = require('node:worker_threads')
const { crc32 } = require('node:zlib')

/** How often what V8 made of a file is kept: builds differ in what they use, and what was kept once is in what is kept next. */
const generations = 3
/** A checksum and the generation stand before what V8 made. */
const head = 8

/** What was loaded in this thread. */
const loaded = new Map()

/**
 * Loads a file of the bundle, once in each thread. What V8 made of it is kept beside it when the thread ends well, and need not be
 * made again by the next: of a build that changes one story that takes a tenth of the time.
 *
 * @param {string} name the file, without what follows the dot
 * @param {string} [purpose] what it is loaded for, where purposes use different parts of it
 * @returns {unknown} what it exports
 */
exports.load = function load(name, purpose = '') {
  const known = loaded.get(name)
  if (known !== undefined) return known.exports
  const file = join(__dirname, `${name}.js`)
  // Of another version of V8, with other flags or on another processor it is of no use.
  const tag = cachedDataVersionTag()
  const of = /^[a-z]+$/.test(purpose) ? `${name}.${purpose}` : name
  const kept = join(__dirname, `${of}.${process.arch}-${tag}.v8`)
  const before = read(kept)
  const script = new Script(readFileSync(file, 'utf8'), { filename: file, cachedData: before?.data })
  const module = { exports: {} }
  loaded.set(name, module)
  const ask = createRequire(file)
  const require = (/** @type {string} */ id) => (id.startsWith('./') ? load(id.slice(2), purpose) : ask(id))
  const ownImport = async (/** @type {string} */ id) => (id.startsWith('./') ? load(id.slice(2), purpose) : import(id))
  script.runInThisContext()(module.exports, require, module, file, __dirname, pathToFileURL(file).href, ownImport)
  const generation = script.cachedDataRejected === false ? (before?.generation ?? 0) : 0
  if (generation < generations) {
    process.once('exit', (code) => {
      if (code === 0 && cachedDataVersionTag() === tag) write(kept, generation + 1, script.createCachedData())
    })
  }
  return module.exports
}

/** What V8 made, as it was kept; undefined where nothing was, or it is not what was kept. */
function read(/** @type {string} */ path) {
  try {
    const bytes = readFileSync(path)
    const data = bytes.subarray(head)
    return bytes.readUInt32LE(0) === crc32(data) ? { generation: bytes.readUInt32LE(4), data } : undefined
  } catch {
    return undefined
  }
}

function write(/** @type {string} */ path, /** @type {number} */ generation, /** @type {Buffer} */ data) {
  const start = Buffer.alloc(head)
  start.writeUInt32LE(crc32(data), 0)
  start.writeUInt32LE(generation, 4)
  const making = `${path}.${process.pid}${isMainThread ? '' : 't'}`
  try {
    writeFileSync(making, Buffer.concat([start, data]))
    renameSync(making, path)
  } catch {
    // It is made again next time.
    rmSync(making, { force: true })
  }
}
