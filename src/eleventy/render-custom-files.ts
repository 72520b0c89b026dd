import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { CustomFile, CustomFiles } from '../site/custom-file.ts'
import { newEleventy } from './create-eleventy.ts'

/** The variables that each instance of Eleventy sets for the configuration and for templates. */
const eleventyVariables = ['ELEVENTY_VERSION', 'ELEVENTY_ROOT', 'ELEVENTY_SOURCE', 'ELEVENTY_RUN_MODE']

/**
 * Runs a second instance of Eleventy, which makes the outlet's own files: its passthrough copies. They go to a work
 * folder, from where they take the way of all other files: they are checked, staged and recorded in the manifest.
 *
 * @param configPath the configuration of the outlet, from the working folder
 * @param folder the work folder, absolute; it is emptied first
 */
export async function renderCustomFiles(configPath: string, folder: string): Promise<CustomFiles> {
  const root = process.cwd()
  const [input, output] = [join(folder, 'input'), join(folder, 'output')]
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(input, { recursive: true })
  mkdirSync(output)
  const variables = eleventyVariables.map((name) => [name, process.env[name]] as const)
  try {
    const eleventy = await newEleventy(relative(root, input), output, configPath, 'build', (config) => {
      config.rendersCustomFiles = true
    })
    const [copies] = await eleventy.write()
    const sources = new Map(
      copies.flatMap(({ map }) => Object.entries(map).map(([from, to]) => [relative(output, to), from] as const)),
    )
    return { files: listFiles(output, sources), problems: [] }
  } finally {
    for (const [name, value] of variables) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/**
 * Lists the files below a folder in the order of their paths. Symbolic links are left out: they may lead anywhere.
 *
 * @param sources the paths of the files that they come from, by their path below the folder
 */
function listFiles(folder: string, sources: ReadonlyMap<string, string>): CustomFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((from) => {
      const path = relative(folder, from)
      return { url: toUrl(path), from, source: sources.get(path) ?? '.eleventy.ts' }
    })
}

/** The address of a file: that of its folder for `index.html`. */
const toUrl = (path: string) => `/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}` as UrlPath
