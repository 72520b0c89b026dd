import { relative, resolve } from 'node:path'
import type { EleventyConfig } from './eleventy-config.ts'

/** Configures the instance of Eleventy that renders the templates of an outlet. */
export function configureTemplates(
  config: EleventyConfig,
  { context, problems }: NonNullable<EleventyConfig['customFiles']>,
): void {
  config.setQuietMode(true)
  // Files that git ignores may be part of the site.
  config.setUseGitIgnore(false)
  config.addTemplateFormats('njk,liquid,html,md,11ty.js,11ty.ts')
  config.addExtension('11ty.ts', { key: '11ty.js' })
  if (context === undefined) return
  config.addGlobalData('newsroom', () => context.newsroom)
  config.setLibrary('md', {
    render: async (text, { page }) => {
      const path = relative(process.cwd(), resolve(page.inputPath))
      const compiled = await context.compileMarkdown(path, text)
      problems.push(...compiled.problems)
      return compiled.html
    },
  })
}
