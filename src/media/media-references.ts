import type { CompiledFile } from '../compile/document.ts'
import type { Placeholder } from '../markdown/placeholder.ts'
import { isElsewhere, type Photo } from '../newsroom/photo.ts'
import { decodePlace, placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import type { MediaLibrary, MediaReference } from './media-library.ts'

/** Pages that stand by themselves have pictures in their text only. */
type WithMedia = CompiledFile<object>

/** Whether a file names any media. */
export function hasMedia({ document }: WithMedia): boolean {
  if (document === undefined) return false
  const { image, audio } = document.front as { image?: Photo | undefined; audio?: object | undefined }
  return image !== undefined || audio !== undefined || document.body.deferredPlaceholders.some(isMedium)
}

const isMedium = (placeholder: Placeholder) => placeholder.kind === 'image' || placeholder.kind === 'audio'

/** The media that a file names, in front matter and text. */
export function mediaReferences({ document, file: { path } }: WithMedia): MediaReference[] {
  if (document === undefined) return []
  const { body } = document
  const front: { image?: Photo | undefined; audio?: { src: string } | undefined } = document.front
  const media: MediaReference[] = []
  if (front.image !== undefined) media.push({ kind: 'picture', path, source: front.image.src })
  if (front.audio !== undefined) media.push({ kind: 'recording', path, source: front.audio.src })
  for (const placeholder of body.deferredPlaceholders) {
    // Of these the writer was told where they stand.
    if (
      !isMedium(placeholder) ||
      isElsewhere(placeholder.source) ||
      (placeholder.kind === 'audio' && placeholder.source === '')
    )
      continue
    if (placeholder.kind === 'image') media.push({ kind: 'picture', path, source: placeholder.source })
    else media.push({ kind: 'recording', path, source: placeholder.source })
  }
  return media
}

/** Prepares everything that files name, and says what is wrong with it. */
export async function prepareMedia(
  illustrated: readonly WithMedia[],
  desk: MediaLibrary,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [index, compiled] of illustrated.entries()) {
    for (const reference of mediaReferences(compiled)) {
      const finding = await desk.prepare(reference)
      if (finding !== undefined) problems.push(placeMedium(compiled, reference.source, finding))
    }
    onProgress('Pictures', index + 1, illustrated.length)
  }
  desk.close()
  return problems
}

function placeMedium({ document, file }: WithMedia, source: string, finding: Finding): Problem {
  const placeholder = document?.body.deferredPlaceholders.find(
    (placeholder) => (placeholder.kind === 'image' || placeholder.kind === 'audio') && placeholder.source === source,
  )
  const front: { audio?: { src: string } | undefined } = document?.front ?? {}
  const key = front.audio?.src === source ? 'audio.src' : 'image.src'
  const place =
    placeholder !== undefined && 'place' in placeholder
      ? decodePlace(placeholder.place)
      : placeAt(document?.places, key)
  return { ...finding, file: file.displayPath, ...place }
}
