import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { toString as textContent } from 'hast-util-to-string'

/** The elements of SVG that draw, and those that describe. */
const elements = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'pattern', 'clipPath', 'mask', 'marker'],
  ...['text', 'tspan', 'title', 'desc', 'style'],
  ...['filter', 'feBlend', 'feColorMatrix', 'feComposite', 'feFlood', 'feGaussianBlur', 'feMerge', 'feMergeNode'],
  'feOffset',
])

/** Elements that drawing programs leave for themselves, often with names of people: they are left out. */
const isForPrograms = (name: string) => name === 'metadata' || name.includes(':')

/** The attributes of these elements, as hast spells them. */
const attributes = new Set([
  ...['id', 'className', 'style', 'transform', 'viewBox', 'preserveAspectRatio', 'href', 'xLinkHref', 'lang'],
  ...['x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'dx', 'dy', 'width', 'height'],
  ...['d', 'points', 'pathLength', 'offset', 'gradientUnits', 'gradientTransform', 'spreadMethod'],
  ...['patternUnits', 'patternContentUnits', 'patternTransform', 'clipPathUnits', 'maskUnits', 'maskContentUnits'],
  ...['markerWidth', 'markerHeight', 'markerUnits', 'refX', 'refY', 'orient', 'markerStart', 'markerMid', 'markerEnd'],
  ...['fill', 'fillOpacity', 'fillRule', 'stroke', 'strokeDashArray', 'strokeDashOffset', 'strokeLineCap'],
  ...['strokeLineJoin', 'strokeMiterLimit', 'strokeOpacity', 'strokeWidth', 'color', 'opacity', 'display'],
  ...['visibility', 'clipPath', 'clipRule', 'mask', 'filter', 'stopColor', 'stopOpacity', 'paintOrder'],
  ...['fontFamily', 'fontSize', 'fontStyle', 'fontWeight', 'letterSpacing', 'textAnchor', 'dominantBaseline'],
  ...[
    'filterUnits',
    'primitiveUnits',
    'in',
    'in2',
    'result',
    'mode',
    'type',
    'values',
    'operator',
    'k1',
    'k2',
    'k3',
    'k4',
  ],
  ...['stdDeviation', 'floodColor', 'floodOpacity', 'colorInterpolationFilters'],
])

/** A drawing as it is published. */
export interface CleanDrawing {
  svg: string
  width: number
  height: number
}

/** A reason for which a drawing is not published; `part` is the element or attribute that must not be. */
export type DrawingFault = { reason: 'no-drawing' } | { reason: 'forbidden'; part: string }

/**
 * Reduces an SVG file to its shapes, texts and colors. What drawing programs note for themselves is left out; what would run, or load
 * something, is a fault.
 */
export function cleanDrawing(text: string): CleanDrawing | DrawingFault {
  const svg = findSvg(fromHtml(text, { fragment: true }))
  if (svg === undefined) return { reason: 'no-drawing' }
  const size = readSize(svg)
  if (size === undefined) return { reason: 'no-drawing' }
  const part = cleanElement(svg)
  if (part !== undefined) return { reason: 'forbidden', part }
  const { width, height } = size
  svg.properties = {
    xmlns: 'http://www.w3.org/2000/svg',
    xmlnsXLink: 'http://www.w3.org/1999/xlink',
    ...svg.properties,
    viewBox: svg.properties.viewBox ?? `0 0 ${width} ${height}`,
    width,
    height,
  }
  return { svg: toHtml(svg, { space: 'svg', closeEmptyElements: true, closeSelfClosing: true }), width, height }
}

function findSvg(root: Root): Element | undefined {
  return root.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg')
}

/** Reads the size of a drawing in its own units. */
function readSize({ properties }: Element): { width: number; height: number } | undefined {
  const [, , boxWidth, boxHeight] = String(properties.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
  const width = Number.parseFloat(boxWidth ?? String(properties.width))
  const height = Number.parseFloat(boxHeight ?? String(properties.height))
  return width > 0 && height > 0 ? { width, height } : undefined
}

/** Removes what drawing programs note for themselves; returns the name of a part that must not be published. */
function cleanElement(element: Element): string | undefined {
  if (element.tagName === 'style' && !isHarmless(textContent(element), true)) return 'style'
  for (const [name, value] of Object.entries(element.properties)) {
    if (!attributes.has(name)) delete element.properties[name]
    else if (/href$/i.test(name) ? !/^#[\w.:-]+$/.test(String(value)) : !isHarmless(String(value))) return name
  }
  const children: ElementContent[] = []
  for (const child of element.children) {
    if (child.type === 'text') children.push(child)
    if (child.type !== 'element' || isForPrograms(child.tagName)) continue
    const part = elements.has(child.tagName) ? cleanElement(child) : child.tagName
    if (part !== undefined) return part
    children.push(child)
  }
  element.children = children
  return undefined
}

/** True for a value, or for styles, that can name nothing outside the drawing: without escapes, at-rules and functions that load. */
function isHarmless(value: string, isStyleSheet = false): boolean {
  const rest = value.replace(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/g, '')
  const characters = isStyleSheet
    ? /^[\p{L}\p{N}\s#.,;:%()+\-/*'"!_{}>~=[\]]*$/u
    : /^[\p{L}\p{N}\s#.,;:%()+\-/*'"!_]*$/u
  return characters.test(rest) && !/(?:url|src|image|image-set|element|expression)\s*\(/i.test(rest)
}
