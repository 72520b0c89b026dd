import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as textContent } from 'hast-util-to-string'
import { findResourceUrlsInStyles } from './find-style-urls.ts'

/** Relations of a `<link>` that make a browser load nothing. */
const inertRels = new Set(['canonical', 'alternate', 'license', 'author', 'me', 'next', 'prev', 'help', 'search'])
/** Attributes, in lower case and without hyphens, that hold one URL, several, or styles. */
const urlAttributes = new Set(['src', 'href', 'xlinkhref', 'poster', 'background', 'data'])
const srcsetAttributes = new Set(['srcset', 'imagesrcset'])
const styleAttributes = new Set([
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
 * Returns the URLs of the resources that a page or drawing makes a browser load, except for those that its scripts
 * load.
 *
 * It parses the file, for files that others wrote: it is slower than the search of find-third-parties.ts, and misses
 * less.
 */
export function findResourceUrlsInMarkup(text: string, syntax: 'html' | 'xml'): string[] {
  const urls: string[] = []
  const walk = (node: Nodes): void => {
    if (node.type === 'comment') {
      // Parsed as HTML, a processing instruction of XML is a comment.
      if (node.value.startsWith('?xml-stylesheet')) urls.push(/href\s*=\s*["']([^"']*)/.exec(node.value)?.[1] ?? '')
    } else if (node.type === 'element') {
      urls.push(...resourceUrlsOfElement(node))
      if (node.content !== undefined) walk(node.content)
    }
    if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(fromHtml(syntax === 'xml' ? xmlToHtml(text) : text))
  return urls
}

function resourceUrlsOfElement(element: Element): string[] {
  const tag = localName(element.tagName)
  const attributes = new Map(
    Object.entries(element.properties).map(([name, value]) => [
      localName(name).replaceAll('-', ''),
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  )
  const get = (name: string) => attributes.get(name) ?? ''
  const isInertLink = tag === 'link' && splitWords(get('rel')).every((rel) => inertRels.has(rel))
  if (tag === 'a' || tag === 'area' || isInertLink) return findResourceUrlsInStyles(get('style'))
  const urls = [...attributes].flatMap(([name, value]) => {
    if (urlAttributes.has(name)) return [value]
    if (srcsetAttributes.has(name)) return value.split(/[\s,]+/)
    return styleAttributes.has(name) ? findResourceUrlsInStyles(value) : []
  })
  if (tag === 'style') urls.push(...findResourceUrlsInStyles(textContent(element)))
  if (tag === 'meta' && get('httpequiv').toLowerCase() === 'refresh') {
    urls.push(/url\s*=\s*["']?([^"']*)/i.exec(get('content'))?.[1] ?? '')
  }
  if (get('srcdoc') !== '') urls.push(...findResourceUrlsInMarkup(get('srcdoc'), 'html'))
  // An animation of SVG can set the URL of another element.
  if (/href$/i.test(get('attributename'))) urls.push(...`${get('to')};${get('from')};${get('values')}`.split(';'))
  return urls
}

const splitWords = (text: string) =>
  text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')

/** The name of an element or attribute without the prefix of its namespace. */
const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/** Rewrites XML so that an HTML parser reads the same: entities are resolved, and no element closes itself. */
function xmlToHtml(xml: string): string {
  const entities = new Map(
    [...xml.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      double ?? single ?? '',
    ]),
  )
  return xml
    .replace(/<!DOCTYPE[^>[]*\[[^\]]*\]\s*>/, '')
    .replace(/&([\w.-]+);/g, (reference, name: string) => entities.get(name) ?? reference)
    .replace(/<([\w:.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)\/>/g, '<$1$2></$1>')
}
