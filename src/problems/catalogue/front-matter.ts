import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { didYouMean } from '../suggestion.ts'

/** The number of keys that a fix can list and still be read. */
const fewKeys = 8

export const invalidYaml = defineProblem({
  name: 'invalid-yaml',
  severity: 'error',
  why: 'Front matter that cannot be read cannot be trusted to say who may be named.',
  message: (reason: string) => `Unexpected YAML: ${reason}`,
  fix: (_reason: string, remedy: string | undefined) =>
    remedy ??
    'Put text that holds `: `, `#`, quotes or a leading `*`, `&`, `@`, `%` in double quotes, and indent with spaces.',
})

export const frontMatterLanguage = defineProblem({
  name: 'front-matter-language',
  severity: 'error',
  why: 'Front matter in a programming language would run on the machine that builds the site.',
  message: (language: string) => `Unexpected front matter in ${quote(language)}, expected YAML`,
  fix: 'Begin the file with a line of just `---` and write the keys in YAML.',
})

export const frontMatterBeginning = defineProblem({
  name: 'front-matter-beginning',
  severity: 'error',
  why: 'Keys are read where the first line of the file is `---`, and nowhere else.',
  message: (line: string) =>
    `Unexpected ${line === '' ? 'empty line' : quote(line)} at the beginning of the file, expected front matter`,
  fix: (_line: string, closing: string | undefined) =>
    `Begin the file with a line of just \`---\`${
      closing === undefined
        ? ''
        : `, and put another one in the place of ${quote(closing)}, between the keys and the text`
    }.`,
})

export const frontMatterUnclosed = defineProblem({
  name: 'front-matter-unclosed',
  severity: 'error',
  why: 'Without its closing line, the whole story would be read as front matter.',
  message: () => 'Unexpected end of file in front matter, expected a closing line `---`',
  fix: 'Put a line of just `---` between the keys and the text.',
})

export const missingKey = defineProblem({
  name: 'missing-key',
  severity: 'error',
  why: 'A page needs this to be shown at all.',
  message: (path: readonly PropertyKey[]) => {
    const [key = '', ...parents] = path
      .filter((part) => typeof part !== 'number')
      .map(String)
      .reverse()
    return `Missing key ${quote(key)}${parents.length === 0 ? '' : ` in ${quote(parents.reverse().join('.'))}`}`
  },
  fix: (path: readonly PropertyKey[], example: string) =>
    example === '' ? `Add \`${String(path.at(-1))}: …\`.` : `Add it, like \`${example}\`.`,
})

export const wrongType = defineProblem({
  name: 'wrong-type',
  severity: 'error',
  why: 'A value of another kind would be shown wrongly or not at all.',
  message: (value: unknown, expected: string) => `Unexpected ${quote(value)}, expected ${expected}`,
  fix: (value: unknown, expected: string) =>
    expected.startsWith('text') && (typeof value === 'number' || typeof value === 'boolean')
      ? `Put it in quotes: "${value}".`
      : `Write ${expected} here, or take ${value === null ? 'it' : 'the key'} away.`,
})

export const commentInText = defineProblem({
  name: 'comment-in-text',
  severity: 'warning',
  why: 'A `#` behind a space begins a comment, so that the rest of a headline would be lost.',
  message: (comment: string) => `Unexpected comment ${quote(comment)} in a text without quotes, expected text alone`,
  fix: (_comment: string, value: string) =>
    `Put the whole text in double quotes, like ${quote(JSON.stringify(value))}, or the comment on a line of its own.`,
})

export const unknownKey = defineProblem({
  name: 'unknown-key',
  severity: 'error',
  why: 'A misspelled key would be passed over in silence, an embargo among them.',
  message: (key: string) => `Unexpected key ${quote(key)}`,
  fix: (_key: string, suggestion: string | undefined, keys: readonly string[]) =>
    suggestion !== undefined
      ? didYouMean(suggestion).trimEnd()
      : keys.length > 0 && keys.length <= fewKeys
        ? `Known keys: ${keys.join(', ')}.`
        : 'Take it away, or look for the one you mean in docs/guide/writing.md, which lists all keys.',
})

export const unknownValue = defineProblem({
  name: 'unknown-value',
  severity: 'error',
  why: 'The press knows only these words here.',
  message: (value: unknown, choices: string) => `Unexpected ${quote(value)}, expected one of ${choices}`,
  fix: (_value: unknown, choices: string, suggestion: string | undefined) =>
    suggestion === undefined ? `Write one of ${choices}.` : `Did you mean \`${suggestion}\`?`,
})
