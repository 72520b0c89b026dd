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
const folder = process.cwd()
const { bundle } = await import('./bundle.js')
const code = await bundle(root).catch(() => undefined)
if (code === undefined) {
  // The installed packages cannot be written to: the sources are loaded as they are, which takes a little longer.
  const { register } = await import('tsx/esm/api')
  process.env.TSX_TSCONFIG_PATH = join(root, 'tsconfig.json')
  register()
}
const { main } =
  code === undefined
    ? await import('./main.ts')
    : (await import(pathToFileURL(join(code, 'main.cjs')).href)).load(process.argv[2])
process.exitCode = await main(process.argv.slice(2), {
  root,
  folder,
  code: code === undefined ? undefined : relative(root, code).replaceAll('\\', '/'),
})
