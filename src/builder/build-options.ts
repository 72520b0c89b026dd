import { join, resolve } from 'node:path'
import type { Cache } from '../cache/cache.ts'
import type { ContentScan } from '../content/scan.ts'
import type { CodeVersion } from '../fingerprint/code-version.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { CustomFileSource } from '../site/custom-file.ts'
import type { Audience } from '../site/publication.ts'
import type { Layout } from './render-output.ts'

/** The folders of an outlet; absolute, or relative to the outlet's own folder. */
export interface OutletFolders {
  content: string
  layouts: string
  public: string
  /** The outlet's own templates, code like its layouts; `templates` if left out. */
  templates?: string | undefined
}

/** Receives how far a step of a build is. */
export type OnProgress = (step: string, done: number, total: number) => void

/** Options for preparing a site. Folders are absolute. */
export interface PrepareOptions extends OutletFolders {
  /** The folder that the command was given in. Paths in problems are relative to it. */
  cwd: string
  /** Milliseconds since 1970; decides what is published. */
  now: number
  audience: Audience
  /** The bundled file of src/compile/worker.ts; without it this thread compiles everything. */
  compileWorker?: string | undefined
  /** The bundled file of src/search/index-worker.ts; without it this thread builds the search indexes. */
  indexWorker?: string | undefined
  /** The cache of compiled documents. */
  cache?: Cache | undefined
  /** The version of the code; cards and search indexes are cached for one version. */
  version?: CodeVersion | undefined
  /** The files of content, if the caller has scanned the folder already. */
  scan?: ContentScan | undefined
  /** The folder for everything that makes the next build quicker. */
  workFolder: string
  /** Layouts that replace the site's own, by name. */
  layoutOverrides?: Readonly<Record<string, Layout>> | undefined
  /** Makes the files that the outlet adds by code. */
  customFiles?: CustomFileSource | undefined
  onProgress?: OnProgress | undefined
}

/** Options for one build. */
export interface BuildOptions extends Omit<PrepareOptions, 'cache'> {
  /** The folder of the built site, absolute. */
  out: string
  version: CodeVersion
  /** The files that are missing from the site, if another thread looks for them. */
  missing?: Promise<readonly UrlPath[]> | undefined
  /** Folders that the site must not replace, besides those of the outlet. */
  protectedFolders?: readonly string[] | undefined
  /** True to write outputs straight to their place, as previews do; false to stage them and move them all at once. */
  inPlace: boolean
}

/** Options for a builder, which builds a site any number of times. */
export interface BuilderOptions extends Omit<BuildOptions, 'now' | 'version' | 'scan' | 'missing' | 'customFiles'> {
  /** The folder of Lampstand. */
  root: string
  /** Returns the instant of a build that begins now, in milliseconds since 1970. */
  now(): number
  /** The folder that holds the cache of compiled documents. */
  cacheParent: string
}

/** The choices of a command that builds, serves or checks. */
export interface BuildChoices {
  folders: OutletFolders
  out: string
  now(): number
  /** True for a preview: drafts are shown, and files are written in place. */
  preview: boolean
  cwd?: string | undefined
  /** The folder for the preview's cache; the work folder if left out. */
  cacheParent?: string | undefined
  /** The folder of the bundled code, relative to Lampstand's; undefined if the sources run. */
  bundleFolder?: string | undefined
  onProgress?: OnProgress | undefined
}

/**
 * Completes the choices of a command to the options of a builder.
 *
 * @param root the folder of Lampstand and of the outlet
 */
export function builderOptions(root: string, choices: BuildChoices): BuilderOptions {
  const { folders, out, now, preview, cwd = root, bundleFolder, onProgress } = choices
  const workFolder = join(root, '.lampstand')
  const bundled = (file: string) => (bundleFolder === undefined ? undefined : join(root, bundleFolder, file))
  return {
    root,
    content: resolve(root, folders.content),
    public: resolve(root, folders.public),
    layouts: resolve(root, folders.layouts),
    templates: resolve(root, folders.templates ?? 'templates'),
    out,
    workFolder,
    cacheParent: choices.cacheParent ?? workFolder,
    cwd,
    now,
    audience: preview ? 'desk' : 'public',
    inPlace: preview,
    protectedFolders: [join(root, 'src'), resolve(root, folders.templates ?? 'templates')],
    compileWorker: bundled('compile-worker.cjs'),
    indexWorker: bundled('index-worker.cjs'),
    onProgress,
  }
}
