import { type Alias, type Document, visit, type YAMLError } from 'yaml'

/** A mistake in YAML in words that writers understand, and the offsets of its characters. */
export interface YamlMistake {
  reason: string
  /** How to fix it, if that is known. */
  fix?: string
  from: number
  to: number
}

/** Explains the errors of the YAML parser. One a line: further errors of a line follow from its first. */
export function findYamlMistakes(
  yaml: string,
  { errors, warnings }: Pick<Document, 'errors' | 'warnings'>,
): YamlMistake[] {
  const lines = new Set<number>()
  return [...errors, ...warnings].flatMap((error) => {
    const mistake = explainYamlError(yaml, error)
    const starts = [error.pos[0], mistake.from].map((offset) => lineAt(yaml, offset).start)
    if (starts.some((line) => lines.has(line))) return []
    for (const line of starts) lines.add(line)
    return mistake
  })
}

/** Finds a text with a leading asterisk, which YAML takes for an alias, where no anchor of that name exists. */
export function findStrayAlias(yaml: string, document: Document): YamlMistake | undefined {
  let strayAlias: Alias | undefined
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined
      strayAlias = alias
      return visit.BREAK
    },
  })
  return strayAlias?.range ? describeSpecialCharacter(yaml, strayAlias.range[0]) : undefined
}

function explainYamlError(yaml: string, { code, message, pos }: YAMLError): YamlMistake {
  const from = Math.min(pos[0], yaml.length)
  const line = lineAt(yaml, from)
  const value = lineValue(line)
  switch (code) {
    case 'TAB_AS_INDENT':
      return { reason: 'a tab at the beginning of a line', fix: 'Put spaces in its place.', from, to: from + 1 }
    case 'DUPLICATE_KEY': {
      const key = /^[^:\s]*/.exec(yaml.slice(from))?.[0] ?? ''
      return {
        reason: `the key \`${key}\` a second time`,
        fix: 'Keep one of the two.',
        from,
        to: from + key.length,
      }
    }
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
      return describeSpecialCharacter(yaml, from)
    case 'BAD_DQ_ESCAPE':
      return {
        reason: 'a backslash in double quotes',
        fix: 'Type it twice, or put the text in single quotes.',
        from,
        to: from + 1,
      }
    case 'BLOCK_AS_IMPLICIT_KEY': {
      const rest = yaml.slice(from, line.end)
      if (/:(?:\s|$)/.test(rest)) {
        const colon = from + rest.search(/:(?:\s|$)/)
        return { reason: 'a colon in a text', fix: quoteValue(line, value.text), from: colon, to: colon + 1 }
      }
      return describeIndentation(yaml, message.includes('sequence') ? from : line.end + 1)
    }
    case 'MULTILINE_IMPLICIT_KEY':
      return describeMissingKey(yaml, from)
    case 'BAD_INDENT': {
      const closing = /end with a (.)/.exec(message)?.[1]
      if (closing === undefined) return findCommentAbove(yaml, line) ?? describeIndentation(yaml, from)
      const open = yaml.lastIndexOf(closing === ']' ? '[' : '{', from - 1)
      return {
        reason: `a \`${yaml[open]}\` without its \`${closing}\``,
        fix: `End the line with \`${closing}\`.`,
        from: open,
        to: lineAt(yaml, open).end,
      }
    }
    case 'MISSING_CHAR': {
      const mark = /closing (["'])/.exec(message)?.[1]
      if (mark !== undefined) return describeOpenQuote(yaml, from, mark)
      return message.startsWith('Implicit map keys') ? describeMissingKey(yaml, from) : describeIndentation(yaml, from)
    }
    case 'UNEXPECTED_TOKEN': {
      const first = value.text[0] ?? ''
      if (from < value.from) break
      if (message.includes('same line with key')) {
        return {
          reason: 'an item of a list on the line of its key',
          fix: 'Begin the list on the next line, or write it like `[one, two]`.',
          from,
          to: line.end,
        }
      }
      if (first === '>' || first === '|') {
        return {
          reason: `words behind a \`${first}\``,
          fix: `${quoteValue(line, value.text)} Or begin the text on the next line, with spaces before it.`,
          from,
          to: line.end,
        }
      }
      if (/["']/.test(first)) {
        return { reason: `words behind a closing \`${first}\``, fix: quoteValue(line, value.text), from, to: line.end }
      }
      if (/[[{]/.test(first)) {
        return {
          reason: `words behind a \`${first === '[' ? ']' : '}'}\``,
          fix: quoteValue(line, value.text),
          from,
          to: line.end,
        }
      }
      if (/[\]}*&!]/.test(first)) return describeSpecialCharacter(yaml, value.from)
    }
  }
  if (/^\s/.test(lineAt(yaml, line.start - 1).text) && /^\S/.test(line.text))
    return describeIndentation(yaml, line.start)
  return { reason: message.replace(/\s+/g, ' '), from, to: Math.min(pos[1], yaml.length) }
}

interface Line {
  start: number
  end: number
  text: string
}

function lineAt(yaml: string, offset: number): Line {
  // From offset -1, lastIndexOf would find a line end at the very beginning.
  const start = offset <= 0 ? 0 : yaml.lastIndexOf('\n', offset - 1) + 1
  const next = yaml.indexOf('\n', Math.max(start, offset))
  const end = next === -1 ? yaml.length : next
  return { start, end, text: yaml.slice(start, end) }
}

/** Returns the text after a line's dash and key, and its offset. */
function lineValue({ start, text }: Line): { text: string; from: number } {
  const lead = /^\s*(?:- +)?(?:[\p{L}\w-]+:(?: +|$))?/u.exec(text)?.[0].length ?? 0
  return { text: text.slice(lead).trimEnd(), from: start + lead }
}

/** Returns the fix that puts the value of a line in quotes. */
function quoteValue({ text }: Line, value: string): string {
  const [, mark, inside] = /^(["'])(.*)\1$/.exec(value) ?? []
  const words = mark === undefined || inside === undefined ? value : inside
  const escaped = words.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
  const quoted = words.includes('"') && !words.includes("'") ? `'${words}'` : `"${escaped}"`
  const key = text.trimEnd().slice(0, -value.length).trimStart()
  return `Put the value in quotes: \`${key}${quoted}\`.`
}

function describeSpecialCharacter(yaml: string, from: number): YamlMistake {
  const line = lineAt(yaml, from)
  const value = lineValue(line)
  const fix = from === value.from ? quoteValue(line, value.text) : 'Put the text in double quotes.'
  return { reason: `a text that begins with \`${yaml[from]}\``, fix, from, to: Math.max(line.end, from + 1) }
}

/** Describes the nearest line above whose value opens a quote that the line does not close. */
function describeOpenQuote(yaml: string, offset: number, mark: string): YamlMistake {
  let line = lineAt(yaml, offset)
  const isOpen = () => {
    const { text } = lineValue(line)
    return text.startsWith(mark) && (text === mark || !text.endsWith(mark))
  }
  while (line.start > 0 && !isOpen()) line = lineAt(yaml, line.start - 1)
  const { from } = lineValue(line)
  return {
    reason: `a \`${mark}\` that no other one closes`,
    fix: `End the text with \`${mark}\`.`,
    from,
    to: line.end,
  }
}

/** Describes a line that is not a key with a value. */
function describeMissingKey(yaml: string, from: number): YamlMistake {
  const line = lineAt(yaml, from)
  const [, space = '', key, value] = /^(\s*)([\p{L}\w-]+)[:：](\S.*)$/u.exec(line.text) ?? []
  if (key !== undefined) {
    const start = line.start + space.length
    return {
      reason: `the key \`${key}\` without a space behind its colon`,
      fix: `Write \`${key}: ${value}\`.`,
      from: start,
      to: start + key.length + 1,
    }
  }
  return {
    reason: 'a line without a key',
    fix: 'Write it like `title: Headline`, or join it to the line above.',
    from: line.start,
    to: line.end,
  }
}

/** Describes a line that is indented further or less than the lines it belongs to. */
function describeIndentation(yaml: string, offset: number): YamlMistake {
  const line = lineAt(yaml, Math.min(offset, yaml.length))
  return {
    reason: 'spaces at the beginning of a line, more or fewer than those above it',
    fix: 'Begin the line below the first letter of the keys that it belongs to, or of the dashes.',
    from: line.start,
    to: line.end,
  }
}

/** Finds a comment in the line above, which ends a text of several lines. */
function findCommentAbove(yaml: string, { start }: Line): YamlMistake | undefined {
  if (start === 0) return undefined
  const above = lineAt(yaml, start - 1)
  const at = above.text.search(/\s#/)
  if (at === -1 || lineValue(above).text === '') return undefined
  return {
    reason: 'a `#` in a text of several lines',
    fix: 'Put the whole text in double quotes.',
    from: above.start + at + 1,
    to: above.end,
  }
}
