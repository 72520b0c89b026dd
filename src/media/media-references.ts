import type { CompiledFile } from '../compile/document.ts'
import type { Placeholder } from '../markdown/placeholder.ts'
import { isElsewhere, type Photo } from '../newsroom/photo.ts'

/** A picture or recording that a file of the content names. */
export interface MediaReference {
  kind: 'picture' | 'recording'
  /** The path of that file, below content/. */
  path: string
  /** The name as it is written there: a path relative to the file, or one below public/ that starts with a slash. */
  source: string
}

/** The front matter of a kind of content that can name media. */
interface MediaKeys {
  image?: Photo | undefined
  audio?: { src: string } | undefined
}

/** True if a file names a picture or recording. */
export function hasMedia({ document }: CompiledFile<object>): boolean {
  if (document === undefined) return false
  const { image, audio } = document.front as MediaKeys
  return image !== undefined || audio !== undefined || document.body.deferredPlaceholders.some(isMediaPlaceholder)
}

/** Returns the media that a file names in its front matter and text. */
export function mediaReferences({ document, file: { path } }: CompiledFile<object>): MediaReference[] {
  if (document === undefined) return []
  const { image, audio } = document.front as MediaKeys
  const references: MediaReference[] = []
  if (image !== undefined) references.push({ kind: 'picture', path, source: image.src })
  if (audio !== undefined) references.push({ kind: 'recording', path, source: audio.src })
  for (const placeholder of document.body.deferredPlaceholders) {
    // The steps of Markdown reported media of other hosts, and blocks without a recording.
    if (!isMediaPlaceholder(placeholder) || isElsewhere(placeholder.source)) continue
    if (placeholder.kind === 'image') references.push({ kind: 'picture', path, source: placeholder.source })
    else if (placeholder.source !== '') references.push({ kind: 'recording', path, source: placeholder.source })
  }
  return references
}

/** True for the placeholder of a picture or recording. */
export function isMediaPlaceholder(placeholder: Placeholder): placeholder is Placeholder & { kind: 'image' | 'audio' } {
  return placeholder.kind === 'image' || placeholder.kind === 'audio'
}
