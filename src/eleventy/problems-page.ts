import type { Problem } from '../problems/problem.ts'
import { reportText } from '../problems/report-text.ts'

/** What the preview shows in place of its home page while there are problems and no page yet. */
export function problemsPage(problems: readonly Problem[]): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>Problems</title>
<style>body{font:1rem/1.5 system-ui;margin:2rem auto;max-width:70rem;padding:0 1rem}pre{white-space:pre-wrap;background:#f6f2ea;padding:1rem}</style></head>
<body><h1>The site could not be made</h1>
<p>Mend these and save; this page will follow. The pages of the last good build are still there.</p>
<pre>${escaped(reportText(problems, () => undefined, false))}</pre></body>
</html>
`
}
