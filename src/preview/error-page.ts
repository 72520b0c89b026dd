import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What a preview shows in place of a page that cannot be made and was not made before. Like any previewed page it shows over itself
 * what is wrong now, and loads itself anew when that is mended.
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
