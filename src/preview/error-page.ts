import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Renders the page that a preview shows if a page failed and no earlier version of it exists. Like any previewed page
 * it shows the current problems in an overlay, and reloads when they are fixed.
 *
 * @param layouts the folder of the layouts
 */
export function errorPage(layouts: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>Problems</title></head>
<body><h1>The site could not be made</h1>
<script type="module">
${readFileSync(join(layouts, 'scripts/preview.js'), 'utf8')}</script></body>
</html>
`
}
