// Plain JavaScript: it is copied beside the bundled code and loads it.
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { cachedDataVersionTag } = require('node:v8')
const { Script } = require('node:vm')
const { threadId } = require('node:worker_threads')
const { crc32 } = require('node:zlib')

/** How often in a row nothing new was found before nobody looks any more: builds differ in what they use, and to look takes time. */
const patience = 3
/** By how much more there must be to be worth keeping. */
const worthwhile = 1.02
/** Before what V8 made stand a checksum of all that follows, the checksum of the source, and how often nothing new was found. */
const head = 12

/** What was loaded in this thread, by its name. */
const loaded = new Map()

/**
 * Loads a file of the bundle, once in each thread, with what V8 made of it before, where that is known.
 *
 * @param {string} name the file, without what follows the dot
 * @param {string} [purpose] what it is loaded for, where purposes use different parts of it
 * @returns {unknown} what it exports
 */
function load(name, purpose = '') {
  const known = loaded.get(name)
  if (known !== undefined) return known.module.exports
  const file = join(__dirname, `${name}.js`)
  const source = readFileSync(file)
  const sum = crc32(source)
  // Of another version of V8, with other flags or on another processor it is of no use.
  const tag = cachedDataVersionTag()
  const of = /^[a-z]+$/.test(purpose) ? `${name}.${purpose}` : name
  const path = join(__dirname, `${of}.${process.arch}-${tag}.v8`)
  const kept = read(path, sum)
  const script = new Script(source.toString(), { filename: file, cachedData: kept?.data })
  const module = { exports: {} }
  loaded.set(name, { module, script, path, tag, sum, kept: script.cachedDataRejected === false ? kept : undefined })
  const ask = createRequire(file)
  const require = (/** @type {string} */ id) => (id.startsWith('./') ? load(id.slice(2), purpose) : ask(id))
  const ownImport = async (/** @type {string} */ id) => (id.startsWith('./') ? load(id.slice(2), purpose) : import(id))
  script.runInThisContext()(module.exports, require, module, file, __dirname, pathToFileURL(file).href, ownImport)
  return module.exports
}

/**
 * Keeps what V8 has made in this thread, beside the files that it was made of: the next need not make it again. Of a build that
 * changes one story that is a tenth of the time. Where it cannot be kept it is made again.
 */
function keep() {
  for (const { script, path, tag, sum, kept } of loaded.values()) {
    if ((kept !== undefined && kept.idle >= patience) || cachedDataVersionTag() !== tag) continue
    try {
      const data = script.createCachedData()
      // V8 lets go of what was not used for long: less is no news.
      if (kept === undefined || data.length > kept.data.length * worthwhile) write(path, sum, 0, data)
      else write(path, sum, kept.idle + 1, kept.data)
    } catch {}
  }
}

/** What was kept; undefined where nothing was, or it is damaged or of another source. */
function read(/** @type {string} */ path, /** @type {number} */ sum) {
  try {
    const bytes = readFileSync(path)
    if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4)) || bytes.readUInt32LE(4) !== sum) return undefined
    return { idle: bytes.readUInt32LE(8), data: bytes.subarray(head) }
  } catch {
    return undefined
  }
}

/** Writes it, at once or not at all. */
function write(
  /** @type {string} */ path,
  /** @type {number} */ sum,
  /** @type {number} */ idle,
  /** @type {Buffer} */ data,
) {
  const bytes = Buffer.concat([Buffer.alloc(head), data])
  bytes.writeUInt32LE(sum, 4)
  bytes.writeUInt32LE(idle, 8)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  const making = `${path}.${process.pid}.${threadId}`
  try {
    writeFileSync(making, bytes)
    renameSync(making, path)
  } catch (error) {
    rmSync(making, { force: true })
    throw error
  }
}

module.exports = { load, keep }
