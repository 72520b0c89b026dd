import type { Placeholder } from '../../src/markdown/placeholder.ts'
import type { ResolvedPlaceholder } from '../../src/markdown/resolve-placeholders.ts'

/** Resolves placeholders to what the writer wrote, as if every link had a target and every file existed. */
export function resolveAsWritten(placeholders: readonly Placeholder[]): ResolvedPlaceholder[] {
  return placeholders.map((placeholder): ResolvedPlaceholder => {
    switch (placeholder.kind) {
      case 'link':
        return { kind: 'link', href: placeholder.target, label: placeholder.label }
      case 'action-link':
        return { kind: 'action-link', href: placeholder.target, text: placeholder.text, isExternal: false }
      case 'link-end':
        return placeholder
      case 'image':
        return { kind: 'image', src: placeholder.source, alt: placeholder.alt, width: 3, height: 2 }
      case 'audio':
        return { kind: 'audio', src: placeholder.source, label: placeholder.label }
      case 'until':
        return { kind: 'text', text: `until ${placeholder.until}` }
    }
  })
}
