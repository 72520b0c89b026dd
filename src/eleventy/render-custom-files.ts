import { type Dirent, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { isPublishedName, type UrlPath } from '../newsroom/url-path.ts'
import { frontMatterLanguage } from '../problems/catalogue/front-matter.ts'
import { templateFailed } from '../problems/catalogue/outputs.ts'
import { rootCause } from '../problems/failure-text.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import type { CustomFile, CustomFiles, TemplateContext } from '../site/custom-file.ts'
import { newEleventy } from './create-eleventy.ts'

/** The variables that each instance of Eleventy sets for the configuration and for templates. */
const eleventyVariables = ['ELEVENTY_VERSION', 'ELEVENTY_ROOT', 'ELEVENTY_SOURCE', 'ELEVENTY_RUN_MODE']

/**
 * Matches the first line of front matter, with its language. Eleventy trims every white space around it, such as no-break
 * spaces.
 */
const frontMatterStart = /^\uFEFF?---(?!-)([^\n]*)/
const frontMatterLanguages = ['', 'yaml', 'yml', 'json']

/**
 * Runs a second instance of Eleventy, which makes the outlet's own files: its passthrough copies and the pages of its
 * templates. They go to a work folder, from where they take the way of all other files: they are checked, staged and
 * recorded in the manifest.
 *
 * @param configPath the configuration of the outlet, from the working folder
 * @param templates the folder of templates, absolute; it may be missing
 * @param folder the work folder, absolute; it is emptied first
 * @param context what templates see of the site
 */
export async function renderCustomFiles(
  configPath: string,
  templates: string,
  folder: string,
  context: TemplateContext | undefined,
): Promise<CustomFiles> {
  const root = process.cwd()
  const output = join(folder, 'output')
  const hasTemplates = context !== undefined && existsSync(templates)
  const input = hasTemplates ? templates : join(folder, 'input')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(input, { recursive: true })
  mkdirSync(output, { recursive: true })
  const paths = hasTemplates ? listPaths(templates) : []
  const refused = [
    ...(hasTemplates ? listLinks(templates) : []).map((path) => linkProblem(relative(root, path))),
    ...paths.flatMap((path) => findForeignFrontMatter(path, relative(root, path))),
  ]
  if (refused.length > 0) return { files: [], problems: refused }
  if (paths.some((path) => /\.[cm]?ts$/.test(path)) && configPath.endsWith('.cjs')) await loadTypeScript()

  const variables = eleventyVariables.map((name) => [name, process.env[name]] as const)
  const problems: Problem[] = []
  let named: string[] = []
  try {
    const eleventy = await newEleventy(relative(root, input), output, configPath, 'build', (config) => {
      config.customFiles = { context, problems }
      config.on('eleventy.config', (merged) => {
        named = Object.keys(merged.getConfig().passthroughCopies).map((path) => relative(root, resolve(root, path)))
      })
      // A transform, because those run before anything is written.
      config.addTransform('place', (content, outputPath) => {
        if (typeof outputPath === 'string') assertBelow(output, resolve(root, outputPath))
        return content
      })
    })
    const [copies, rendered] = await eleventy.write()
    for (const { map } of copies)
      for (const [from, to] of Object.entries(map))
        if (!isPublishedCopy(relative(root, from), named)) rmSync(to, { force: true })
    const sources = new Map<string, Pick<CustomFile, 'source' | 'template'>>()
    for (const { map } of copies)
      for (const [from, to] of Object.entries(map)) sources.set(relative(output, to), { source: relative(root, from) })
    for (const { inputPath, outputPath } of rendered) {
      const template = resolve(root, inputPath)
      sources.set(relative(output, outputPath), { source: relative(root, template), template })
    }
    return { files: listFiles(output, sources), problems }
  } catch (error) {
    const problem = templateProblem(error, relative(root, templates))
    if (problem === undefined) throw error
    return { files: [], problems: [...problems, problem] }
  } finally {
    for (const [name, value] of variables) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** Refuses front matter in a programming language: it would run before anything is checked. */
function findForeignFrontMatter(path: string, file: string): Problem[] {
  const language = frontMatterStart.exec(readFileSync(path, 'utf8'))?.[1]?.trim() ?? ''
  if (frontMatterLanguages.includes(language.toLowerCase())) return []
  return [{ ...frontMatterLanguage(language), file, ...fileStart }]
}

/** Refuses a symbolic link, which Eleventy would follow wherever it leads. */
const linkProblem = (file: string): Problem => ({
  ...templateFailed('it is a symbolic link, which may lead anywhere'),
  file,
  ...fileStart,
})

/** @throws Error if a page would be written outside of a folder */
function assertBelow(folder: string, path: string): void {
  if (!path.startsWith(folder + sep)) throw new Error('its permalink leads out of the site')
}

/**
 * False for hidden files and leftovers of editors in a folder that is copied, as in public/.
 *
 * @param from the path of the file, from the working folder
 * @param named the paths that `.eleventy.ts` names: what it names itself is published, whatever its name
 */
function isPublishedCopy(from: string, named: readonly string[]): boolean {
  const folder = named.find((path) => from === path || from.startsWith(path + sep)) ?? ''
  return from
    .slice(folder.length)
    .split(sep)
    .every((name) => name === '' || isPublishedName(name))
}

/** Lets Node import templates in TypeScript, which the bundled code of Lampstand does without. */
async function loadTypeScript(): Promise<void> {
  const { register } = await import('tsx/esm/api')
  register()
}

/** Returns the failure of a template as a problem; undefined for one that names no template. */
function templateProblem(error: unknown, templates: string): Problem | undefined {
  const cause = rootCause(error)
  const reason = cause instanceof Error ? cause.message : String(cause)
  for (
    let at: unknown = error;
    at instanceof Error;
    at = (at as { originalError?: unknown }).originalError ?? at.cause
  ) {
    const file = at.message.match(/(?:\.\/)?([^\s"'`]+\.\w+)/g)?.find((path) => path.includes(`${templates}/`))
    if (file !== undefined)
      return { ...templateFailed(reason), file: file.slice(file.indexOf(templates)), ...fileStart }
  }
  return undefined
}

/** Lists the files below a folder, in order. Symbolic links are left out: they may lead anywhere. */
const listPaths = (folder: string): string[] => listEntries(folder, (entry) => entry.isFile())

/** Lists the symbolic links below a folder, in order. */
const listLinks = (folder: string): string[] => listEntries(folder, (entry) => entry.isSymbolicLink())

function listEntries(folder: string, isListed: (entry: Dirent) => boolean): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(isListed)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Lists the files that Eleventy wrote below a folder.
 *
 * @param sources the files that they come from, by their path below the folder
 */
function listFiles(
  folder: string,
  sources: ReadonlyMap<string, Pick<CustomFile, 'source' | 'template'>>,
): CustomFile[] {
  return listPaths(folder).map((from) => {
    const path = relative(folder, from)
    return { url: toUrl(path), from, ...(sources.get(path) ?? { source: '.eleventy.ts' }) }
  })
}

/** The address of a file: that of its folder for `index.html`. */
const toUrl = (path: string) => `/${path.replaceAll(sep, '/').replace(/(^|\/)index\.html$/, '$1')}` as UrlPath
