import type { Problem } from '../problems/problem.ts'
import type { StaticFile } from './static-file.ts'

/** A file that an outlet adds to its site by code: a passthrough copy of `.eleventy.ts`, or what a template rendered. */
export interface CustomFile extends StaticFile {
  /** The path of the file that it comes from, for problem messages. */
  source: string
  /** The absolute path of the template that rendered it. */
  template?: string | undefined
}

/** The custom files of a site, and what is wrong with them. */
export interface CustomFiles {
  files: readonly CustomFile[]
  problems: readonly Problem[]
}

/** The part of a site that templates see. */
export interface TemplateContext {
  /** The published stories and terms, which are made when a template reads them. */
  newsroom: object
  /**
   * Compiles the Markdown of a template as that of a page of content.
   *
   * @param path the path of the template, from the working folder
   * @param text its text without front matter
   */
  compileMarkdown(path: string, text: string): Promise<{ html: string; problems: readonly Problem[] }>
}

/**
 * Makes the custom files of a site.
 *
 * @param context undefined where no templates can be rendered
 */
export type CustomFileSource = (context?: TemplateContext) => Promise<CustomFiles>
