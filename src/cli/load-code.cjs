// Plain JavaScript: bundle.js copies it beside the bundled code, which it loads.
const { readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs')
const { createRequire } = require('node:module')
const { join } = require('node:path')
const { pathToFileURL } = require('node:url')
const { cachedDataVersionTag } = require('node:v8')
const { Script } = require('node:vm')
const { threadId } = require('node:worker_threads')
const { crc32 } = require('node:zlib')

/**
 * The number of runs without new code after which the cache is left alone: builds differ in their code, and looking
 * takes time.
 */
const maxIdleRuns = 3
/** The factor by which V8's code must grow to be saved again. */
const minGrowth = 1.02
/** The size of the header of a cache file: its checksum, the checksum of the source, and the number of idle runs. */
const headerSize = 12

/** The files that this thread has loaded, by name. */
const loadedFiles = new Map()

/**
 * Loads a file of the bundle once per thread, with the code that V8 compiled in earlier runs.
 *
 * @param {string} name the file, without its extension
 * @param {string} [purpose] the name of a command, where commands use different parts of a file
 * @returns {unknown} the exports
 */
function load(name, purpose = '') {
  const loaded = loadedFiles.get(name)
  if (loaded !== undefined) return loaded.module.exports
  const file = join(__dirname, `${name}.js`)
  const source = readFileSync(file)
  const sum = crc32(source)
  // The tag stands for the version of V8, its flags and the processor: compiled code works with no others.
  const tag = cachedDataVersionTag()
  const cacheName = /^[a-z]+$/.test(purpose) ? `${name}.${purpose}` : name
  const path = join(__dirname, `${cacheName}.${process.arch}-${tag}.v8`)
  const cached = readCodeCache(path, sum)
  const script = new Script(source.toString(), { filename: file, cachedData: cached?.data })
  const module = { exports: {} }
  const accepted = script.cachedDataRejected === false ? cached : undefined
  loadedFiles.set(name, { module, script, path, tag, sum, cached: accepted })
  const nodeRequire = createRequire(file)
  const isBundled = (/** @type {string} */ id) => id.startsWith('./')
  const requireFile = (/** @type {string} */ id) => (isBundled(id) ? load(id.slice(2), purpose) : nodeRequire(id))
  const importFile = async (/** @type {string} */ id) => (isBundled(id) ? load(id.slice(2), purpose) : import(id))
  script.runInThisContext()(module.exports, requireFile, module, file, __dirname, pathToFileURL(file).href, importFile)
  return module.exports
}

/**
 * Saves the code that V8 compiled in this thread beside its files. That saves a tenth of the time of a build that
 * changes one story. Where it cannot be saved, it is compiled again.
 */
function saveCodeCache() {
  for (const { script, path, tag, sum, cached } of loadedFiles.values()) {
    if ((cached !== undefined && cached.idleRuns >= maxIdleRuns) || cachedDataVersionTag() !== tag) continue
    try {
      const data = script.createCachedData()
      // V8 discards code that was not used for long, so less code is nothing new.
      if (cached === undefined || data.length > cached.data.length * minGrowth) writeCodeCache(path, sum, 0, data)
      else writeCodeCache(path, sum, cached.idleRuns + 1, cached.data)
    } catch {}
  }
}

/** Reads a cache file; undefined if it is missing, damaged or of another source. */
function readCodeCache(/** @type {string} */ path, /** @type {number} */ sum) {
  try {
    const bytes = readFileSync(path)
    if (bytes.readUInt32LE(0) !== crc32(bytes.subarray(4)) || bytes.readUInt32LE(4) !== sum) return undefined
    return { idleRuns: bytes.readUInt32LE(8), data: bytes.subarray(headerSize) }
  } catch {
    return undefined
  }
}

/** Writes a cache file atomically. */
function writeCodeCache(
  /** @type {string} */ path,
  /** @type {number} */ sum,
  /** @type {number} */ idleRuns,
  /** @type {Buffer} */ data,
) {
  const bytes = Buffer.concat([Buffer.alloc(headerSize), data])
  bytes.writeUInt32LE(sum, 4)
  bytes.writeUInt32LE(idleRuns, 8)
  bytes.writeUInt32LE(crc32(bytes.subarray(4)), 0)
  const temporary = `${path}.${process.pid}.${threadId}`
  try {
    writeFileSync(temporary, bytes)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

module.exports = { load, saveCodeCache }
