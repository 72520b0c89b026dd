import type { Placeholder } from '../../src/markdown/placeholder.ts'
import type { ResolvedPlaceholder } from '../../src/markdown/resolve-placeholders.ts'

/** Fills holes with what the writer wrote, as if every link led somewhere and every file were there. */
export function shownHoles(holes: readonly Placeholder[]): ResolvedPlaceholder[] {
  return holes.map((hole): ResolvedPlaceholder => {
    switch (hole.kind) {
      case 'link':
        return { kind: 'link', href: hole.target, label: hole.label }
      case 'action-link':
        return { kind: 'action-link', href: hole.target, words: hole.words, out: false }
      case 'link-end':
        return hole
      case 'image':
        return { kind: 'image', src: hole.source, alt: hole.alt, width: 3, height: 2 }
      case 'audio':
        return { kind: 'audio', src: hole.source, label: hole.label }
      case 'until':
        return { kind: 'text', text: `until ${hole.until}` }
    }
  })
}
