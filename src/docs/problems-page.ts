import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problems } from '../problems/catalogue/catalogue.ts'

const opening = `# Problems

Everything that Lampstand can find wrong with a site. Errors stop a build before anything is written; warnings do not. This page is
generated from \`src/problems/catalogue/\` and from the reports of \`test/broken-sites/\` by \`npm run docs\`.
`

/**
 * docs/guide/problems.md: why each rule stands, and what a writer who breaks it reads.
 *
 * @param brokenSites the folder that holds a folder for each problem, with the report of it
 */
export function problemsPage(brokenSites: string): string {
  const sections = problems
    .map(({ definition }) => definition)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, severity, why }) => {
      const report = join(brokenSites, name, 'report.txt')
      const example = existsSync(report) ? firstOf(name, readFileSync(report, 'utf8')) : undefined
      const shown = example === undefined ? '' : `\n\`\`\`text\n${example}\n\`\`\`\n`
      return `## ${name}\n\n${severity === 'error' ? 'Error' : 'Warning'}. ${why}\n${shown}`
    })
  return `${opening}\n${sections.join('\n')}`
}

/** The first problem of a name in a report, with the file it stands in. */
function firstOf(name: string, report: string): string | undefined {
  const lines = report.split('\n')
  const at = lines.findIndex((line) => line.endsWith(`   ${name}`))
  if (at === -1) return undefined
  const file = lines.slice(0, at).findLast((line) => /^\S/.test(line)) ?? ''
  const end = lines.findIndex((line, index) => index > at && (line === '' || / {2}(?:error|warning) {2}/.test(line)))
  return [file, ...lines.slice(at, end === -1 ? undefined : end)].join('\n')
}
