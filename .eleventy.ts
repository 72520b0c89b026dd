/**
 * The configuration of the outlet. `npm run build` builds it; Eleventy's own command works too:
 * `NODE_OPTIONS="--import tsx" npx eleventy --config=.eleventy.ts`.
 */
import { lampstand } from './src/eleventy/plugin.ts'

/** The folders of the outlet. */
export const folders = {
  content: 'content', // the files of writers; no template engine reads them
  layouts: 'layouts', // the look of the pages
  public: 'public', // files that are published byte for byte
}

export default function (
  eleventyConfig: Parameters<typeof lampstand>[0] & { addPlugin: (...plugin: unknown[]) => void },
) {
  eleventyConfig.addPlugin(lampstand, folders)
  return {
    dir: {
      // There are no templates here: the plugin provides the pages.
      input: folders.layouts,
      output: '_site',
    },
    templateFormats: ['11ty.js'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  }
}
