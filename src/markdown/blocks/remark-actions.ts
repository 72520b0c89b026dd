import type { Link, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { strings } from '../../i18n/strings.ts'
import { isActionKind } from '../../newsroom/action.ts'
import { isWebAddress } from '../../newsroom/link.ts'
import { guessDay, isDay } from '../../newsroom/moment.ts'
import { emptyBlock, unknownAttribute } from '../../problems/catalogue/blocks.ts'
import { actionOverAtPublication, dateWithoutSense } from '../../problems/catalogue/dates.ts'
import { badLink } from '../../problems/catalogue/links.ts'
import { closestMatch } from '../../problems/closest-match.ts'
import { raise } from '../../problems/problem.ts'
import { mayContain } from '../may-contain.ts'
import { oneLineText } from '../one-line-text.ts'
import { visit } from '../visit.ts'

const attributes = ['until', 'url']

/**
 * Turns `:::pray`, `:::give`, `:::go` and `:::advocate` into a box that asks the reader for it.
 *
 * The links of a box with `until` carry that day, so that they are left out when it is past.
 *
 *     :::go{until="2027-02-28"}
 *     Come and teach.            →  <div class="action action-go"><p class="action-kind">Go</p><p>Come and teach.</p>…</div>
 *     :::
 */
export function remarkActions() {
  return (tree: Root, file: VFile): undefined => {
    const data = file.data.body
    if (data === undefined || !mayContain(file, 'block')) return
    const words = strings(data.ui)
    visit(tree, 'containerDirective', (node: ContainerDirective) => {
      if (!isActionKind(node.name)) return
      const kind = node.name
      const text = textOf({ type: 'root', children: node.children }).trim()
      if (text === '') raise(file, emptyBlock(`:::${kind}`), node.position)
      for (const name of Object.keys(node.attributes ?? {})) {
        if (!attributes.includes(name)) {
          raise(
            file,
            unknownAttribute(name, `:::${kind}`, attributes.join(', '), closestMatch(name, attributes)),
            opening(node),
          )
        }
      }
      const { until: day, url: target } = node.attributes ?? {}
      const until = isGiven(day) && isDay(day) ? day : undefined
      const url = isGiven(target) && (isWebAddress(target) || target.startsWith('/')) ? target : undefined
      if (isGiven(day) && until === undefined) raise(file, dateWithoutSense(day, guessDay(day)), opening(node))
      if (isGiven(target) && url === undefined) raise(file, badLink(target), opening(node))
      if (until !== undefined && data.day !== undefined && until < data.day)
        raise(file, actionOverAtPublication(until, data.day), opening(node))
      data.actions.push({
        kind,
        text: oneLineText(node.children),
        url,
        until,
      })

      if (url !== undefined) {
        node.children.push({
          type: 'paragraph',
          data: { hProperties: { className: ['action-link'], dataAction: '' } },
          children: [
            {
              type: 'link',
              url,
              position: node.position,
              children: [{ type: 'text', value: words.actionLinks[kind] }],
            },
          ],
        })
      }
      if (until !== undefined) {
        visit(node, 'link', (link: Link) => {
          link.data = { ...link.data, hProperties: { ...link.data?.hProperties, dataUntil: until } }
        })
        node.children.push({
          type: 'paragraph',
          data: { hProperties: { className: ['action-until'], dataUntil: until } },
          children: [],
        })
      }
      node.children.unshift({
        type: 'paragraph',
        data: { hProperties: { className: ['action-kind'] } },
        children: [{ type: 'text', value: words.actionKinds[kind] }],
      })
      node.data = { hName: 'div', hProperties: { className: ['action', `action-${kind}`] } }
    })
  }
}

const isGiven = (value: string | null | undefined): value is string => value !== undefined && value !== null

const opening = (node: ContainerDirective) =>
  node.position === undefined
    ? undefined
    : { start: node.position.start, end: { line: node.position.start.line, column: 200 } }
