import type { Problem } from './problem.ts'

/** Renders problems as GitHub's workflow commands, which show each beside its line in a pull request. */
export function reportGithub(problems: readonly Problem[]): string {
  return problems
    .map(({ file, start, end, severity, name, message, fix }) => {
      const properties = [
        ['file', file],
        ['line', start.line],
        ['col', start.column],
        ...(end === undefined ? [] : [['endLine', end.line]]),
        ...(end === undefined || end.line !== start.line ? [] : [['endColumn', end.column]]),
        ['title', name],
      ]
      const list = properties.map(([key, value]) => `${key}=${property(String(value))}`).join(',')
      return `::${severity} ${list}::${data(`${message}\n${fix}`)}\n`
    })
    .join('')
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
