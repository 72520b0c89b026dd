import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Corpus, frontMatter, type Story } from './corpus.ts'
import { astroStory, writeAstro } from './peers/astro.ts'
import { eleventyStory, writeEleventy } from './peers/eleventy.ts'
import { hugoStory, writeHugo } from './peers/hugo.ts'
import { storyPath, storyText, writeContent } from './peers/lampstand.ts'

const root = join(import.meta.dirname, '..')

/** A static site generator, with the commands to run it. */
export interface Generator {
  name: string
  version: string
  /** Writes a site of the corpus. */
  prepare(folder: string, corpus: Corpus): void
  /** Returns the path and the text of a story's file. */
  story(story: Story): readonly [path: string, text: string]
  command(folder: string, out: string): string[]
  /** Removes everything that the generator stores between builds. */
  clearCache(folder: string): void
}

/** The arguments that `npm run build` gives to Node. */
const buildArgs: string[] = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  .scripts.build.split(' ')
  .slice(1)

const lampstand: Generator = {
  name: 'Lampstand',
  version: 'this commit',
  prepare: (folder, corpus) => {
    writeContent(join(folder, 'content'), corpus)
    // A copy of the code, so that builds do not touch the work folder of this repository.
    for (const path of [
      'src',
      'layouts',
      'public',
      '.eleventy.ts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ]) {
      cpSync(join(root, path), join(folder, path), { recursive: true })
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  },
  story: (story) => [join('content', storyPath(story)), storyText(story)],
  command: (_, out) => [process.execPath, ...buildArgs, '--out', out, '--now', '2026-11-23T12:00:00Z'],
  clearCache: (folder) => rmSync(join(folder, '.lampstand'), { recursive: true, force: true }),
}

const eleventy: Generator = {
  name: 'Eleventy',
  version: JSON.parse(
    execFileSync('npm', ['ls', '@11ty/eleventy', '--json', '--depth=0'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }),
  ).dependencies['@11ty/eleventy'].version,
  prepare: (folder, corpus) => {
    writeEleventy(folder, corpus)
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  },
  story: eleventyStory,
  command: (_, out) => [
    process.execPath,
    join(root, 'node_modules/@11ty/eleventy/cmd.cjs'),
    '--quiet',
    `--output=${out}`,
  ],
  clearCache: () => {},
}

const hugo: Generator = {
  name: 'Hugo',
  version: '',
  prepare: writeHugo,
  story: hugoStory,
  command: (_, out) => ['hugo', '--quiet', '--destination', out],
  clearCache: (folder) => rmSync(join(folder, 'resources'), { recursive: true, force: true }),
}

/** An Eleventy without anything to do, to measure the time that it takes to load. */
export const empty: Generator = {
  ...eleventy,
  name: 'Empty Eleventy',
  prepare: (folder) => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
    writeFileSync(join(folder, 'index.html'), 'Nothing.\n')
  },
  story: ({ slug }) => [`notes/${slug}.txt`, frontMatter({})],
}

/** The folder to install Astro in, which is not a dependency of this project. */
const astroFolder = join(root, 'node_modules/.cache/lampstand-bench')

const astro: Generator = {
  name: 'Astro',
  version: '',
  prepare: (folder, corpus) => {
    writeAstro(folder, corpus)
    symlinkSync(join(astroFolder, 'node_modules'), join(folder, 'node_modules'))
  },
  story: astroStory,
  command: (folder, out) => [
    process.execPath,
    join(folder, 'node_modules/astro', binPath(join(astroFolder, 'node_modules/astro'))),
    'build',
    '--silent',
    '--outDir',
    out,
  ],
  clearCache: (folder) => {
    for (const path of ['.cache', '.astro']) rmSync(join(folder, path), { recursive: true, force: true })
  },
}

/** Lists Lampstand and the peers that this machine has or can install. */
export function generators(): Generator[] {
  const peers = [
    { ...hugo, version: readHugoVersion() },
    { ...astro, version: installAstro() },
  ]
  return [lampstand, eleventy, ...peers.filter((peer): peer is Generator => peer.version !== undefined)]
}

function readHugoVersion(): string | undefined {
  try {
    return /v(\d+\.\d+\.\d+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1]
  } catch {
    return
  }
}

/** Installs Astro, once. Returns its version; undefined if Node is too old or there is no registry. */
function installAstro(): string | undefined {
  const manifest = join(astroFolder, 'node_modules/astro/package.json')
  try {
    return JSON.parse(readFileSync(manifest, 'utf8')).version
  } catch {}
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 22 || (major === 22 && minor < 12)) {
    process.stderr.write(`Without Astro: it needs Node 22.12 or newer, and this is ${process.versions.node}.\n`)
    return
  }
  try {
    mkdirSync(astroFolder, { recursive: true })
    writeFileSync(join(astroFolder, 'package.json'), '{"private":true}\n')
    execFileSync('npm', ['install', '--silent', '--no-audit', '--no-fund', 'astro'], {
      cwd: astroFolder,
      stdio: 'ignore',
    })
    return JSON.parse(readFileSync(manifest, 'utf8')).version
  } catch {
    process.stderr.write('Without Astro: it could not be installed.\n')
    return
  }
}

/** Returns the path of a package's command. */
function binPath(folder: string): string {
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return typeof bin === 'string' ? bin : bin.astro
}
