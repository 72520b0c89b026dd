import matter from 'gray-matter'
import type { VFile } from 'vfile'
import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import {
  frontMatterBeginning,
  frontMatterLanguage,
  frontMatterUnclosed,
  invalidYaml,
  wrongType,
} from '../problems/catalogue/front-matter.ts'
import { type Place, raise } from '../problems/problem.ts'
import { readFastFrontMatter } from './fast-front-matter.ts'
import { findStrayAlias, findYamlMistakes, type YamlMistake } from './yaml-mistakes.ts'

type Path = readonly PropertyKey[]

/** Keys and values as a writer typed them, not validated yet, and their places. */
export interface FrontMatter {
  data: Record<string, unknown>
  /** Returns the place of the value at a path such as `['actions', 0, 'until']`, or of the nearest value around it. */
  place(path: Path): Place
  /** Returns the place of a key itself. */
  placeOfKey(path: Path): Place
  /** The comments after a value without quotes, on its line. */
  comments: readonly TrailingComment[]
}

interface TrailingComment {
  path: Path
  comment: string
  /** The value and the comment, as one text. */
  value: string
  place: Place
}

/** A file's front matter and the text below it. */
export interface ParsedFile {
  frontMatter: FrontMatter
  /** The text, with an empty line for each line above it, so that its line numbers are those of the file. */
  body: string
}

/**
 * Splits a file into front matter and text.
 *
 * @returns undefined after raising the problem: a language other than YAML (gray-matter would run JavaScript), a block that does not
 *   end, or invalid YAML
 */
export function splitFrontMatter(file: VFile, text: string): ParsedFile | undefined {
  const begins = matter.test(text) && !text.startsWith('----')
  const language = matter.language(text)
  if (begins && language.raw.trim() !== '' && language.name.toLowerCase() !== 'yaml') {
    raise(
      file,
      frontMatterLanguage(language.name),
      lineAt(1, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n')),
    )
    return undefined
  }
  if (!begins) {
    const mistyped = findMistypedOpening(text)
    if (mistyped === undefined) return { frontMatter: emptyFrontMatter, body: text }
    raise(file, frontMatterBeginning(mistyped.line, mistyped.closing), mistyped.place)
    return undefined
  }
  if (!/\n---[ \t]*(?:\n|$)/.test(text)) {
    raise(file, frontMatterUnclosed(), lineAt(1, 3))
    return undefined
  }
  let frontMatter: FrontMatter | undefined = emptyFrontMatter
  const engine = {
    // The YAML that gray-matter passes starts directly after the dashes, at the end of the file's first line.
    parse: (yaml: string) => {
      frontMatter = readYaml(file, yaml)
      return frontMatter?.data ?? {}
    },
  }
  // Only the block: gray-matter goes through its whole input several times.
  const end = text.indexOf('\n---', 3) + 4
  const block = text.slice(0, end)
  matter(block, { language: 'yaml', engines: { yaml: engine, json: forbiddenEngine, javascript: forbiddenEngine } })
  if (frontMatter === undefined) return undefined
  return { frontMatter, body: block.replace(/[^\n]+/g, '') + text.slice(end) }
}

/** Finds a first line that looks like a mistyped beginning of front matter, and the closing line that looks like it. */
function findMistypedOpening(text: string): { line: string; closing: string | undefined; place: Place } | undefined {
  // The key on the next line tells such an opening from a text.
  const [whole, empty = '', line = ''] =
    /^(\s*\n)?([ \t]*(?:-{2,}|[—–]+|\+{3,})[ \t]*)\n\s*[a-zA-Z]+[ \t]*[:=]/.exec(text) ??
    /^(\s*\n)?([a-z][a-zA-Z]*:(?: .*)?)\n(?:(?:[a-zA-Z]+:.*|[ #-].*)?\n)*?---[ \t]*(?:\n|$)/.exec(text) ??
    []
  if (whole === undefined) return undefined
  const mark = line.trim()
  const closing = /^\w/.test(mark) || mark === '---' ? undefined : mark
  const row = empty.split('\n').length
  return {
    line: empty === '' ? line.trimEnd() : '',
    closing,
    place: empty === '' ? lineAt(1, line.length) : { start: { line: 1, column: 1 }, end: { line: row, column: 1 } },
  }
}

/** An engine that must never run. */
const forbiddenEngine = {
  parse(): never {
    throw new Error('front matter is read as YAML and as nothing else')
  },
}

const lineAt = (line: number, length: number): Place => ({
  start: { line, column: 1 },
  end: { line, column: Math.max(2, length + 1) },
})

const top = lineAt(1, 3)
const emptyFrontMatter: FrontMatter = { data: {}, place: () => top, placeOfKey: () => top, comments: [] }

/**
 * Reads a mapping in YAML 1.2, and the place of every key.
 *
 * @param linesAbove the number of lines of the file above the YAML's first line
 * @returns undefined after raising what is wrong
 */
export function readYaml(file: VFile, yaml: string, linesAbove = 0): FrontMatter | undefined {
  const fast = readFastFrontMatter(yaml, linesAbove)
  if (fast === undefined) return parseYaml(file, yaml, linesAbove)
  const { data, places } = fast
  let exact: FrontMatter | undefined
  // Other places are rarely needed, so the YAML is parsed for them only on demand.
  const parse = () => {
    exact ??= parseYaml(file, yaml, linesAbove)
    return exact ?? emptyFrontMatter
  }
  return {
    data,
    place: (path) => places.get(path.join('.')) ?? parse().place(path),
    placeOfKey: (path) => parse().placeOfKey(path),
    comments: [],
  }
}

/** Parses a mapping in any YAML 1.2; undefined after raising what is wrong. */
export function parseYaml(file: VFile, yaml: string, linesAbove: number): FrontMatter | undefined {
  const counter = new LineCounter()
  const document = parseDocument(yaml, {
    lineCounter: counter,
    version: '1.2',
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'error',
  })
  const at = (from: number, to = from + 1): Place => {
    const start = counter.linePos(from)
    const end = counter.linePos(Math.max(to, from + 1))
    return {
      start: { line: start.line + linesAbove, column: start.col },
      end: { line: end.line + linesAbove, column: end.col },
    }
  }
  const report = ({ reason, fix, from, to }: YamlMistake) => raise(file, invalidYaml(reason, fix), at(from, to))
  findYamlMistakes(yaml, document).forEach(report)
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: 50 }) ?? {}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(findStrayAlias(yaml, document) ?? { reason, from: 0, to: 1 })
    return undefined
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    raise(file, wrongType(data, 'keys with values, like `title: Headline`'), at(0, yaml.length))
    return undefined
  }
  const pairAt = (path: Path) => {
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
    if (!isMap(parent)) return undefined
    return parent.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(path.at(-1)),
    )
  }
  const place = (path: Path): Place => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return at(node.range[0], node.range[1])
      const key = pairAt(path.slice(0, length))?.key
      if (isNode(key) && key.range) return at(key.range[0], key.range[1])
    }
    return at(0)
  }
  return {
    data: data as Record<string, unknown>,
    place,
    comments: yaml.includes(' #') ? findTrailingComments(yaml, document.contents, at) : [],
    placeOfKey: (path) => {
      const key = pairAt(path)?.key
      return isNode(key) && key.range ? at(key.range[0], key.range[1]) : place(path)
    },
  }
}

/** Finds the comments after values without quotes. */
function findTrailingComments(
  yaml: string,
  node: unknown,
  at: (from: number, to: number) => Place,
  path: Path = [],
): TrailingComment[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) =>
      isScalar(key) ? findTrailingComments(yaml, value, at, [...path, String(key.value)]) : [],
    )
  }
  if (isSeq(node)) return node.items.flatMap((item, index) => findTrailingComments(yaml, item, at, [...path, index]))
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return []
  const [from, to] = node.range
  const [, space = '', comment = ''] = /^([ \t]*)(#.*)/.exec(yaml.slice(to)) ?? []
  // After a key without a value, `#` and a space start a comment; `#text` is a mistyped value.
  if (comment === '' || (from === to && /^#\s/.test(comment))) return []
  const start = to + space.length
  const end = start + comment.trimEnd().length
  return [{ path, comment: comment.trimEnd(), value: yaml.slice(from, end).trim(), place: at(start, end) }]
}
