import { execFileSync } from 'node:child_process'
import { cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Corpus, frontMatter, type Story } from './corpus.ts'
import { eleventyStory, writeEleventy } from './peers/eleventy.ts'
import { hugoStory, writeHugo } from './peers/hugo.ts'
import { storyPath, storyText, writeContent } from './peers/lampstand.ts'

const root = join(import.meta.dirname, '..')

/** A generator of static sites, and how the bench drives it. */
export interface Generator {
  name: string
  version: string
  /** Writes a site of the corpus. */
  prepare(folder: string, corpus: Corpus): void
  /** Where a story's file is, and what is in it. */
  story(story: Story): readonly [path: string, text: string]
  command(folder: string, out: string): string[]
  /** Removes what it keeps between builds. */
  forget(folder: string): void
}

const lampstand: Generator = {
  name: 'Lampstand',
  version: 'this commit',
  prepare: (folder, corpus) => {
    writeContent(join(folder, 'content'), corpus)
    // Code of its own, so that it keeps nothing in the working folder of this repository.
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
  command: (folder, out) => [
    process.execPath,
    join(folder, 'src/cli/lampstand.js'),
    'build',
    '--out',
    out,
    '--now',
    '2026-11-23T12:00:00Z',
  ],
  forget: (folder) => rmSync(join(folder, '.lampstand'), { recursive: true, force: true }),
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
  forget: () => {},
}

const hugo: Generator = {
  name: 'Hugo',
  version: '',
  prepare: writeHugo,
  story: hugoStory,
  command: (_, out) => ['hugo', '--quiet', '--destination', out],
  forget: (folder) => rmSync(join(folder, 'resources'), { recursive: true, force: true }),
}

/** An Eleventy without anything to do: what loading it costs. */
export const empty: Generator = {
  ...eleventy,
  name: 'Empty Eleventy',
  prepare: (folder) => {
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
    writeFileSync(join(folder, 'index.html'), 'Nothing.\n')
  },
  story: ({ slug }) => [`notes/${slug}.txt`, frontMatter({})],
}

/** Lampstand, and the peers that this machine has. */
export function generators(): Generator[] {
  let version: string | undefined
  try {
    version = /v(\d+\.\d+\.\d+)/.exec(execFileSync('hugo', ['version'], { encoding: 'utf8' }))?.[1]
  } catch {}
  return [lampstand, eleventy, ...(version === undefined ? [] : [{ ...hugo, version }])]
}
