/**
 * The table of contents of the build.
 *
 * `npm run build` is the way to run it; Eleventy's own command works too:
 * `NODE_OPTIONS="--import tsx" npx eleventy --config=.eleventy.ts`.
 */
import { lampstand } from './src/eleventy/plugin.ts'

/** Where everything is. */
export const folders = {
  content: 'content', // what writers write; no template engine ever reads it
  layouts: 'layouts', // what pages look like
  public: 'public', // published byte for byte
}

export default function (
  eleventyConfig: Parameters<typeof lampstand>[0] & { addPlugin: (...plugin: unknown[]) => void },
) {
  eleventyConfig.addPlugin(lampstand, folders)
  return {
    dir: {
      // Eleventy looks for templates here and finds none: the pages come from the plugin.
      input: folders.layouts,
      includes: '_none',
      layouts: '_none',
      data: '_none',
      output: '_site',
    },
    templateFormats: ['11ty.js'],
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
  }
}
