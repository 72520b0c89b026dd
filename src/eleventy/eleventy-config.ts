import type { Server } from 'node:http'
import type { RenderSession } from '../builder/render-session.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import type { Middleware } from '../preview/serve-below.ts'
import type { Problem } from '../problems/problem.ts'
import type { TemplateContext } from '../site/custom-file.ts'

export interface BuildEvent {
  directories: { output: string }
  /** `fs` if Eleventy writes files. */
  outputMode: string
  /** True if Eleventy renders the saved template alone. */
  incremental: boolean
}

/** The part of a Markdown library that Eleventy uses. */
interface MarkdownLibrary {
  render(text: string, data: { page: { inputPath: string } }): Promise<string>
}

/** A function that changes the text of a page. */
export type Transform = (
  this: { page: { url: string } },
  content: string,
  outputPath: string,
) => string | Promise<string>

/** The part of Eleventy's configuration that the plugin and outlets use; Eleventy has no types. */
export interface EleventyConfig {
  /** The session of a Lampstand command; undefined under Eleventy's own command. */
  lampstand?: RenderSession
  /** The path of the outlet's configuration, from the working folder; undefined under Eleventy's own command. */
  configPath?: string
  /** What the instance that makes the outlet's own files works with; undefined in others. */
  customFiles?: { context: TemplateContext | undefined; problems: Problem[] }
  /** The transforms that plugins add by element and attribute. */
  htmlTransformer: { isTransformable(extension: string, context: object): boolean }
  /** What `addPassthroughCopy` was called with, by the path or glob to copy. */
  passthroughCopies: Record<string, object>
  on(event: 'eleventy.config', listener: (config: MergedConfig) => void): void
  on(event: 'eleventy.before' | 'eleventy.after', listener: (event: BuildEvent) => Promise<void> | void): void
  on(event: 'eleventy.beforeWatch', listener: (changed: readonly string[]) => void): void
  addTemplate(path: string, template: { render(data: { url: UrlPath }): Promise<string | Buffer> }, data: object): void
  addExtension(extension: string, options: { key: string }): void
  addGlobalData(name: string, data: unknown): void
  // biome-ignore lint/suspicious/noExplicitAny: Eleventy calls it with a `this` of its own, and what it returns may be awaited
  addTransform(name: string, transform: (this: any, content: string, outputPath: string | false) => any): void
  addPassthroughCopy(target: string | Record<string, string>, options?: object): void
  // biome-ignore lint/suspicious/noExplicitAny: filters and shortcodes take what templates give them
  addFilter(name: string, filter: (...values: any[]) => unknown): void
  // biome-ignore lint/suspicious/noExplicitAny: as above
  addShortcode(name: string, shortcode: (...values: any[]) => unknown): void
  addTemplateFormats(formats: string): void
  setLibrary(name: 'md', library: MarkdownLibrary): void
  addWatchTarget(path: string, options?: object): void
  setServerOptions(options: { middleware: readonly Middleware[] }): void
  setQuietMode(quiet: boolean): void
  setChokidarConfig(options: { awaitWriteFinish: boolean }): void
  setUseGitIgnore(use: boolean): void
  setWatchThrottleWaitTime(milliseconds: number): void
  setInputDirectory(folder: string): void
  setIncludesDirectory(folder: string): void
  setLayoutsDirectory(folder: string): void
  setDataDirectory(folder: string): void
}

/** Eleventy's configuration after all plugins ran. */
export interface MergedConfig {
  getConfig(): {
    /** What `addPassthroughCopy` was called with, by the path or glob to copy. */
    passthroughCopies: Record<string, object>
    /** The transforms by their names, in order. */
    transforms: Record<string, Transform>
    /** Functions that change the addresses that Eleventy computes from the paths of files. */
    urlTransforms: ((link: { url: string }) => string)[]
    passthroughCopiesHtmlRelative: ReadonlySet<object>
    /** The templates of `addTemplate` by their paths. */
    virtualTemplates: Record<string, object>
    /** The globs of files that are no templates. */
    ignores: Set<string>
    pathPrefix: string
  }
  /** The path of the configuration of the outlet, from the working folder. */
  getLocalProjectConfigFile(): string
}

/** The function that a configuration file of Eleventy exports. */
export type OutletConfiguration = (config: EleventyConfig) => Promise<ConfigurationResult> | ConfigurationResult

type ConfigurationResult =
  | { dir?: { input?: string; includes?: string; layouts?: string; data?: string }; [key: string]: unknown }
  | undefined

/** The part of an Eleventy instance that Lampstand's commands use. */
export interface Eleventy {
  disableLogger(): void
  /** @param overrides what a configuration file would return */
  initializeConfig(overrides: object): Promise<void>
  init(): Promise<void>
  restart(): Promise<void>
  /** Returns the copies, each by its source, and the templates. */
  write(): Promise<[copies: { map: Record<string, string> }[], templates: { inputPath: string; outputPath: string }[]]>
  /** Builds once, then watches. Returns a function that queues a build for a saved file. */
  watch(): Promise<(path: string) => Promise<void>>
  serve(port?: number): Promise<void>
  stopWatch(): Promise<void>
  eleventyServe: {
    init(): Promise<void>
    initServerInstance(): Promise<void>
    server: { server: Server }
  }
}
