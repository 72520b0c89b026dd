import type { Problem } from './problem.ts'

/** Renders problems as workflow commands, which GitHub shows beside the lines of a pull request. */
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
      const list = properties.map(([key, value]) => `${key}=${escapeProperty(String(value))}`).join(',')
      return `::${severity} ${list}::${escapeData(`${message}\n${fix}`)}\n`
    })
    .join('')
}

const escapeData = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
const escapeProperty = (text: string) => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
