import type { Element, ElementContent } from 'hast'
import type { Link, RootContent } from 'mdast'
import * as z from 'zod'
import type { ActionKind } from '../../newsroom/action.ts'
import { actionClasses } from '../../newsroom/action-classes.ts'
import { day, reject } from '../../newsroom/fields.ts'
import { isWebAddress } from '../../newsroom/link.ts'
import { actionOverAtPublication } from '../../problems/catalogue/dates.ts'
import { badLink } from '../../problems/catalogue/links.ts'
import { visit } from '../visit.ts'
import { type Block, defineBlock } from './block.ts'
import { type BlockElement, element } from './block-html.ts'

const link = z
  .string()
  .transform((value, context) =>
    isWebAddress(value) || value.startsWith('/') ? value : reject(context, badLink(value)),
  )

const attributes = z.strictObject({
  until: day().optional().describe('the last day; after it the text stays and the links go'),
  url: link.optional().describe('where a reader can do it'),
})

/**
 * Defines a block that asks readers to do something.
 *
 * The links of a box with `until` carry that day, so that they are left out when it is past.
 *
 *     :::go{until="2027-02-28"}
 *     Come and teach.            →  <div class="action action-go"><p class="action-kind">Go</p>…</div>
 *     :::
 */
export function defineActionBlock(kind: ActionKind, docs: Pick<Block, 'description' | 'example'>): Block {
  const className = `action-${kind}`
  return defineBlock({
    name: kind,
    kind: 'container',
    attributes,
    needsText: true,
    action: kind,
    className,
    html: {
      a: { attributes: ['dataUntil'] },
      div: { classes: [...actionClasses.box(kind)] },
      p: {
        classes: [actionClasses.kind, actionClasses.link, actionClasses.until],
        attributes: ['dataUntil', 'dataAction'],
      },
    },
    check({ attributes: { until } }, { day }) {
      return until !== undefined && day !== undefined && until < day ? [actionOverAtPublication(until, day)] : []
    },
    toHtml({ attributes: { until, url }, children }, { strings }) {
      const box: BlockElement['children'][number][] = [
        element('p', { className: [actionClasses.kind] }, [strings.actionKinds[kind]]),
        ...children,
      ]
      if (url !== undefined) {
        const link = element('a', { href: url, dataUntil: until }, [strings.actionLinks[kind]])
        box.push(element('p', { className: [actionClasses.link], dataAction: '' }, [link]))
      }
      if (until !== undefined) {
        for (const child of children) addLastDay(child, until)
        box.push(element('p', { className: [actionClasses.until], dataUntil: until }))
      }
      return element('div', { className: [...actionClasses.box(kind)] }, box)
    },
    toSpeech: (box) => [{ ...box, children: box.children.filter((child) => !isForTheEye(child)) }],
    ...docs,
  })
}

/** Marks the links within a node of Markdown with the last day of their box. */
function addLastDay(node: RootContent, until: string): void {
  visit(node, 'link', (link: Link) => {
    link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataUntil: until } }
  })
}

/** True for the parts of a box that nobody reads aloud: its heading and its link. */
function isForTheEye(child: ElementContent): boolean {
  return child.type === 'element' && (hasClass(child, actionClasses.kind) || hasClass(child, actionClasses.link))
}

function hasClass({ properties: { className } }: Element, name: string): boolean {
  return Array.isArray(className) && className.includes(name)
}
