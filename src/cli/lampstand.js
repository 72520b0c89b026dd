#!/usr/bin/env node
// Plain JavaScript: it must run on a Node too old for the rest, to say so.
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
const code = await bundle(root).catch(() => undefined)
const command = process.argv[2]
let loader
let press
let main
// A build that makes nothing uses little of the code: what V8 made of it is not worth keeping.
let worked = command !== 'build'
if (code === undefined) {
  // The installed packages cannot be written to: the sources are loaded as they are, which takes a little longer.
  const { register } = await import('tsx/esm/api')
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
  register()
  main = (await import('./main.ts')).main
} else {
  loader = await import(pathToFileURL(join(code, 'load-code.cjs')).href)
  // The press takes longest to come up.
  if (command === 'build') {
    press = loader.load('start-build-worker').startBuildWorker(join(code, 'build-worker.cjs'), join(root, '.lampstand'))
    press.once('exit', (ended) => {
      worked = ended === 0
    })
  }
  main = loader.load('main', command).main
}
process.exitCode = await main(process.argv.slice(2), {
  root,
  cwd,
  bundleFolder: code === undefined ? undefined : relative(root, code).replaceAll('\\', '/'),
  buildWorker: press,
})
if (process.exitCode === 0 && worked) loader?.keep()
