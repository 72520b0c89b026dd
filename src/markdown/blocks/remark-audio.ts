import type { Root } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { isElsewhere } from '../../newsroom/photo.ts'
import { emptyBlock, missingAttribute, unknownAttribute } from '../../problems/catalogue/blocks.ts'
import { mediaFromElsewhere } from '../../problems/catalogue/media.ts'
import { closestMatch } from '../../problems/closest-match.ts'
import { raise } from '../../problems/problem.ts'
import { mayContain } from '../may-contain.ts'
import { visit } from '../visit.ts'

/**
 * Embeds a recording that stands beside the text.
 *
 *     ::audio[Hear Hana]{src="hana.mp3"}  →  <figure class="audio"><audio controls src="hana.mp3"></audio><figcaption>…
 */
export function remarkAudio() {
  return (tree: Root, file: VFile): undefined => {
    if (!mayContain(file, 'audio')) return
    visit(tree, 'leafDirective', (node: LeafDirective) => {
      if (node.name !== 'audio') return
      const label = textOf(node).trim()
      const source = (node.attributes?.src ?? '').trim()
      for (const name of Object.keys(node.attributes ?? {})) {
        if (name !== 'src')
          raise(file, unknownAttribute(name, '::audio', 'src', closestMatch(name, ['src'])), node.position)
      }
      if (label === '') raise(file, emptyBlock('::audio'), node.position)
      if (source === '') raise(file, missingAttribute('src', '::audio'), node.position)
      if (isElsewhere(source)) raise(file, mediaFromElsewhere(source), node.position)
      node.data = { hName: 'figure', hProperties: { className: ['audio'] } }
      node.children = [
        {
          type: 'emphasis',
          data: { hName: 'audio', hProperties: { src: source, title: label } },
          position: node.position,
          children: [],
        },
        { type: 'emphasis', data: { hName: 'figcaption' }, children: node.children },
      ]
    })
  }
}
