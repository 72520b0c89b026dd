import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemKinds } from '../problems/catalogue/catalogue.ts'

const opening = `# Problems

Everything that Lampstand can find wrong with a site. Errors stop a build before anything is written; warnings do not. This page is
generated from \`src/problems/catalogue/\` and from the reports of \`test/broken-sites/\` by \`npm run docs\`.
`

/**
 * Writes docs/guide/problems.md: the reason for each rule, and an example of the report that a writer reads.
 *
 * @param brokenSites a folder with a broken site and its report for each problem
 */
export function problemsPage(brokenSites: string): string {
  const sections = problemKinds
    .map(({ definition }) => definition)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, severity, why }) => {
      const report = join(brokenSites, name, 'report.txt')
      const example = existsSync(report) ? firstExample(name, readFileSync(report, 'utf8')) : undefined
      const exampleBlock = example === undefined ? '' : `\n\`\`\`text\n${example}\n\`\`\`\n`
      return `## ${name}\n\n${severity === 'error' ? 'Error' : 'Warning'}. ${why}\n${exampleBlock}`
    })
  return `${opening}\n${sections.join('\n')}`
}

/** Finds the first problem with a name in a report. Returns its lines, after the line that names its file. */
function firstExample(name: string, report: string): string | undefined {
  const lines = report.split('\n')
  const start = lines.findIndex((line) => line.endsWith(`   ${name}`))
  if (start === -1) return undefined
  const file = lines.slice(0, start).findLast((line) => /^\S/.test(line)) ?? ''
  const end = lines.findIndex((line, index) => index > start && (line === '' || / {2}(?:error|warning) {2}/.test(line)))
  return [file, ...lines.slice(start, end === -1 ? undefined : end)].join('\n')
}
