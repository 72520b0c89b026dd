import type { Parent } from 'unist'
import type { VFile } from 'vfile'
import { nestedTooDeep } from '../problems/catalogue/text.ts'
import { raise } from '../problems/problem.ts'

/** The deepest nesting that is compiled. Articles nest three or four levels. */
export const maxNesting = 100

/**
 * Finds nesting that would stall the parser, without parsing: markers of quotes and lists in one line, brackets and
 * asterisks in one paragraph, HTML elements that are opened and not closed. Raises a problem and returns true if there
 * is any.
 */
export function isNestedTooDeep(file: VFile, text: string): boolean {
  if (hasFewMarkers(text)) return false
  let brackets = 0
  let emphasis = 0
  let elements = 0
  for (const [index, line] of text.split('\n').entries()) {
    const markers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/.exec(line)?.[0] ?? ''
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0
    if (line.trim() === '') {
      brackets = 0
      emphasis = 0
    }
    brackets += count(line, /[[(]/g) - count(line, /[\])]/g)
    emphasis +=
      count(line, /(?<=^|[\s*_~])[*_~]+(?=[^\s*_~])/g) - count(line, /(?<=[^\s*_~])[*_~]+(?=$|[\s.,;:!?)*_~])/g)
    elements +=
      count(line, /<(?!(?:br|hr|img|p|li|wbr|input|col|area)\b)[a-z][^<>/]*>/gi) -
      count(line, /<\/(?!(?:p|li)\b)[a-z]/gi)
    const depth = Math.max(
      count(markers, />|[-+*]|\d[.)]/g),
      Math.floor(indent / 2),
      brackets,
      emphasis,
      Math.floor(elements / 2),
    )
    if (depth > maxNesting && /\S/.test(line)) {
      raise(file, nestedTooDeep(`more than ${maxNesting}`), { start: { line: index + 1, column: 1 } })
      return true
    }
  }
  return false
}

/** A character that may open nesting or begin an item. The full stop of a sentence does neither. */
const marker = /[(*+\-<>[_~).](?<=[^.]|[0-9]\.)/g
const indentation = new RegExp(`[\\t ]{${maxNesting + 1}}`)

/** True if a text has too few markers of any kind to nest deep. Nearly every text has. */
function hasFewMarkers(text: string): boolean {
  marker.lastIndex = 0
  for (let markers = 0; marker.test(text); markers++) if (markers >= maxNesting) return false
  return !indentation.test(text)
}

/** The number of levels of a tree. Walks without recursion, so that no depth overflows the stack. */
export function treeDepth(tree: Parent): number {
  let level: Parent[] = [tree]
  for (let depth = 1; ; depth++) {
    const below: Parent[] = []
    let isDeepest = true
    for (const { children } of level) {
      for (const child of children) {
        isDeepest = false
        if ('children' in child) below.push(child as Parent)
      }
    }
    if (isDeepest) return depth
    level = below
  }
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
