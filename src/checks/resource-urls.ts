import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textOf } from 'hast-util-to-string'
import { resourceUrlsInStyles } from './third-parties.ts'

/** What links of a head say where something is, and do not ask for. */
const onlySay = new Set(['canonical', 'alternate', 'license', 'author', 'me', 'next', 'prev', 'help', 'search'])
/** Attributes, in lower case and without hyphens, that name one file, several, or styles. */
const naming = new Set(['src', 'href', 'xlinkhref', 'poster', 'background', 'data'])
const choosing = new Set(['srcset', 'imagesrcset'])
const styling = new Set([
  'style',
  'fill',
  'stroke',
  'filter',
  'mask',
  'clippath',
  'cursor',
  'marker',
  'markerstart',
  'markermid',
  'markerend',
])

/**
 * The addresses that a browser asks for where it shows a page or a drawing, as it reads them. What scripts ask for is not among them.
 *
 * It is slow beside a look at the text, and misses less: it is for files that others wrote.
 */
export function resourceUrlsInMarkup(text: string, kind: 'html' | 'xml'): string[] {
  const asked: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'comment') {
      // As HTML, an instruction of XML reads as one.
      if (node.value.startsWith('?xml-stylesheet')) asked.push(/href\s*=\s*["']([^"']*)/.exec(node.value)?.[1] ?? '')
    } else if (node.type === 'element') {
      asked.push(...askedBy(node))
      if (node.content !== undefined) walk(node.content)
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(fromHtml(kind === 'xml' ? xmlAsHtml(text) : text))
  return asked
}

function askedBy(element: Element): string[] {
  const tag = local(element.tagName)
  const attributes = new Map(
    Object.entries(element.properties).map(([name, value]) => [
      local(name).replaceAll('-', ''),
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  )
  const get = (name: string) => attributes.get(name) ?? ''
  if (tag === 'a' || tag === 'area' || (tag === 'link' && words(get('rel')).every((word) => onlySay.has(word)))) {
    return resourceUrlsInStyles(get('style'))
  }
  const asked = [...attributes].flatMap(([name, value]) => {
    if (naming.has(name)) return [value]
    if (choosing.has(name)) return value.split(/[\s,]+/)
    return styling.has(name) ? resourceUrlsInStyles(value) : []
  })
  if (tag === 'style') asked.push(...resourceUrlsInStyles(textOf(element)))
  if (tag === 'meta' && get('httpequiv').toLowerCase() === 'refresh') {
    asked.push(/url\s*=\s*["']?([^"']*)/i.exec(get('content'))?.[1] ?? '')
  }
  if (get('srcdoc') !== '') asked.push(...resourceUrlsInMarkup(get('srcdoc'), 'html'))
  if (/href$/i.test(get('attributename'))) asked.push(...`${get('to')};${get('from')};${get('values')}`.split(';'))
  return asked
}

const words = (text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

/** The name of an element or attribute without the prefix of its namespace. */
const local = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/** XML such that a parser of HTML reads the same of it: without names for texts, and no element closes itself. */
function xmlAsHtml(xml: string): string {
  const named = new Map(
    [...xml.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  )
  return xml
    .replace(/<!DOCTYPE[^>[]*\[[^\]]*\]\s*>/, '')
    .replace(/&([\w.-]+);/g, (written, name: string) => named.get(name) ?? written)
    .replace(/<([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)\/>/g, '<$1$2></$1>')
}
