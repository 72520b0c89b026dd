#!/usr/bin/env node
// Plain JavaScript: it must run on a Node that is too old for the rest, and print so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lampstand needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(2)
}

const { join, relative } = await import('node:path')
const { fileURLToPath, pathToFileURL } = await import('node:url')
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')
const cwd = process.cwd()
const { bundle } = await import('./bundle.js')
const bundleFolder = await bundle(root).catch(() => undefined)
const command = process.argv[2]
let loader
let buildWorker
let main
// A build that renders nothing uses little code: V8's compiled code of it is not worth caching.
let cacheCode = command !== 'build'
if (bundleFolder === undefined) {
  // The installed packages are read-only: the sources are loaded through tsx, which takes a little longer.
  const { register } = await import('tsx/esm/api')
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
  register()
  main = (await import('./main.ts')).main
} else {
  loader = await import(pathToFileURL(join(bundleFolder, 'load-code.cjs')).href)
  // The build worker takes longest to start.
  if (command === 'build') {
    const { startBuildWorker } = loader.load('start-build-worker')
    buildWorker = startBuildWorker(join(bundleFolder, 'build-worker.cjs'), join(root, '.lampstand'))
    buildWorker.once('exit', (exitCode) => {
      cacheCode = exitCode === 0
    })
  }
  main = loader.load('main', command).main
}
process.exitCode = await main(process.argv.slice(2), {
  root,
  cwd,
  bundleFolder: bundleFolder === undefined ? undefined : relative(root, bundleFolder).replaceAll('\\', '/'),
  buildWorker,
})
if (process.exitCode === 0 && cacheCode) loader?.saveCodeCache()
