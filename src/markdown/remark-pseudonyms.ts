import escapeStringRegexp from 'escape-string-regexp'
import type { List, Paragraph, Parent, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { toString as textContent } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { findStrings } from '../i18n/find-strings.ts'
import { isNoteOnNames, nameWithAsterisk } from '../newsroom/pseudonym.ts'
import { noteWithoutPseudonym, pseudonymNotFound, pseudonymWithoutNote } from '../problems/catalogue/names.ts'
import { type Place, raise } from '../problems/problem.ts'
import { SKIP, visit } from './visit.ts'

/** The id of the note. */
const noteId = 'note-on-names'

/**
 * Turns the asterisk after a pseudonym into a reference to one note, and the closing line into that note.
 *
 * Only the first mention of a name keeps its asterisk. Names that front matter lists get one at their first mention,
 * typed or not.
 *
 *     André* hid.                     →  <p>André<sup class="name-changed"><a href="#note-on-names">*</a></sup> hid.</p>
 *     * Name changed for security.    →  <p class="note-on-names" id="note-on-names">* Name changed for security.</p>
 */
export function remarkPseudonyms() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data === undefined || !data.isArticle) return
    const note = extractNote(tree, String(file))
    const words = findStrings(data.uiLanguage)
    const pseudonyms = new Map<string, Place | undefined>()
    const listed = new Map(data.pseudonyms.map((pseudonym) => [pseudonym.name, pseudonym]))
    const addPseudonym = (name: string, place: Place | undefined): boolean => {
      if (pseudonyms.has(name)) return false
      pseudonyms.set(name, place)
      return true
    }
    visitNames(tree, new Set(listed.keys()), addPseudonym, () => noteReference(words.nameChanged))

    for (const { name, line, column } of listed.values()) {
      if (!pseudonyms.has(name)) raise(file, pseudonymNotFound(name), { start: { line, column } })
    }
    if (note !== undefined && pseudonyms.size === 0 && listed.size === 0) {
      raise(file, noteWithoutPseudonym(note.text), note.place)
    }
    if (note === undefined) {
      for (const [name, place] of pseudonyms) {
        if (!listed.has(name)) raise(file, pseudonymWithoutNote(`${name}*`), place)
      }
    }
    data.namesChanged = pseudonyms.size > 0
    if (pseudonyms.size === 0 && note === undefined) return
    const closing = note?.content ?? [
      { type: 'text' as const, value: pseudonyms.size === 1 ? words.noteOnNames.one : words.noteOnNames.many },
    ]
    insertNote(tree, {
      type: 'paragraph',
      data: { hProperties: { className: ['note-on-names'], id: noteId } },
      children: [{ type: 'text', value: '* ' }, ...closing],
    })
  }
}

interface Note {
  text: string
  content: PhrasingContent[]
  place: Place | undefined
}

/** True for nodes that may follow the closing line. */
const mayFollowNote = ({ type }: RootContent) =>
  type === 'definition' || type === 'footnoteDefinition' || type === 'containerDirective' || type === 'html'

/** Finds the closing line, removes it from the tree and returns it without its asterisk. */
function extractNote(tree: Root, source: string): Note | undefined {
  const index = tree.children.findLastIndex((node) => !mayFollowNote(node))
  const last = tree.children[index]
  if (last === undefined) return undefined
  if (last.type === 'paragraph') {
    // `*Name changed*` is emphasis, `*Name changed` and `\* Name changed` are text.
    const text = textContent(last).trim()
    const lines = text.split('\n')
    const closing = (lines.at(-1) ?? '').trim()
    const emphasised = last.children.length === 1 && last.children[0]?.type === 'emphasis'
    const line = closing.replace(/^\*+\s*/, '')
    if (!(closing.startsWith('*') || emphasised) || !isNoteOnNames(line)) return undefined
    if (lines.length === 1) tree.children.splice(index, 1)
    else dropLastLine(last)
    return { text: closing, content: [{ type: 'text', value: line }], place: last.position }
  }
  if (last.type !== 'list' || last.ordered === true) return undefined
  const item = last.children.at(-1)
  const paragraph = item?.children.length === 1 ? item.children[0] : undefined
  const bullet = source[item?.position?.start.offset ?? -1]
  if (item === undefined || paragraph?.type !== 'paragraph' || bullet !== '*') return undefined
  const text = textContent(paragraph)
  if (!isNoteOnNames(text)) return undefined
  last.children.pop()
  if (last.children.length === 0) tree.children.splice(index, 1)
  // The empty line before the note made a tight list loose.
  else updateSpread(last)
  return { text: `* ${text}`, content: paragraph.children, place: item.position }
}

function dropLastLine(paragraph: Paragraph): void {
  const last = paragraph.children.at(-1)
  if (last?.type === 'text') last.value = last.value.slice(0, Math.max(0, last.value.lastIndexOf('\n')))
}

function updateSpread(list: List): void {
  list.spread = list.children.some((item, index) => {
    const next = list.children[index + 1]
    return next !== undefined && (next.position?.start.line ?? 0) - (item.position?.end.line ?? 0) > 1
  })
}

/** Inserts the note after the text, before definitions and footnotes. */
function insertNote(tree: Root, note: Paragraph): void {
  const index = tree.children.findLastIndex((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition')
  tree.children.splice(index + 1, 0, note)
}

function noteReference(label: string): PhrasingContent {
  return {
    type: 'emphasis',
    data: { hName: 'sup', hProperties: { className: ['name-changed'] } },
    children: [
      {
        type: 'link',
        url: `#${noteId}`,
        data: { hProperties: { ariaLabel: label } },
        children: [{ type: 'text', value: '*' }],
      },
    ],
  }
}

/**
 * Walks the names in the order of the text. Puts a reference after each name that `addPseudonym` returns true for, and
 * removes typed asterisks.
 */
function visitNames(
  tree: Root,
  listed: ReadonlySet<string>,
  addPseudonym: (name: string, place: Place | undefined) => boolean,
  createReference: () => PhrasingContent,
): void {
  const pattern = listed.size === 0 ? asteriskName : listedOrAsteriskName(listed)
  visit(tree, 'text', (node: Text, index, parent: Parent | undefined) => {
    if (parent === undefined || index === undefined) return
    if (listed.size === 0 && !node.value.includes('*')) return
    const pieces: PhrasingContent[] = []
    let from = 0
    const pushText = (to: number) => {
      if (to > from) pieces.push({ type: 'text', value: node.value.slice(from, to), position: node.position })
    }
    // An asterisk directly after emphasis or a link belongs to the name inside: **André**\*.
    const before = parent.children[index - 1]
    if (/^\*(?!\*)/.test(node.value) && before !== undefined && 'children' in before) {
      const name = /[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]*$/u.exec(textContent(before))?.[0]
      if (name !== undefined) {
        if (addPseudonym(name, textPlace(node, 0, 1))) pieces.push(createReference())
        from = 1
      }
    }
    pattern.lastIndex = from
    for (const match of node.value.matchAll(pattern)) {
      if (match.index < from) continue
      const typed = match[0]
      const name = (match[1] ?? match[2] ?? typed).replace(/['’]s?$/u, '')
      const end = match.index + typed.length - (typed.endsWith('*') ? 1 : 0)
      const isNew = addPseudonym(name, textPlace(node, match.index, typed.length))
      if (!isNew && !typed.endsWith('*')) continue
      pushText(end)
      if (isNew) pieces.push(createReference())
      from = match.index + typed.length
    }
    if (from === 0) return
    pushText(node.value.length)
    parent.children.splice(index, 1, ...pieces)
    return [SKIP, index + pieces.length]
  })
}

const asteriskName = new RegExp(nameWithAsterisk.source, 'gu')

function listedOrAsteriskName(listed: ReadonlySet<string>): RegExp {
  const names = [...listed].sort((a, b) => b.length - a.length).map(escapeStringRegexp)
  return new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(${names.join('|')})(?:\\*(?!\\*)|(?![\\p{L}\\p{M}\\p{N}*]))|${nameWithAsterisk.source}`,
    'gu',
  )
}

/** The place of a part of a text, exact if the source has the text unchanged. */
function textPlace(node: Text, offset: number, length: number): Place | undefined {
  const start = node.position?.start
  if (start === undefined) return undefined
  const before = node.value.slice(0, offset).split('\n')
  const line = start.line + before.length - 1
  const column = before.length === 1 ? start.column + offset : (before.at(-1) ?? '').length + 1
  return { start: { line, column }, end: { line, column: column + length } }
}
