#!/usr/bin/env node
// Plain JavaScript: it must run on a Node too old for the rest, to say so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lampstand needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(2)
}

const { register } = await import('tsx/esm/api')
const { fileURLToPath } = await import('node:url')
const root = fileURLToPath(new URL('../..', import.meta.url))
process.env.TSX_TSCONFIG_PATH = `${root}tsconfig.json`
register()
const { main } = await import('./main.ts')
process.exitCode = await main(process.argv.slice(2), { root, folder: process.cwd() })
