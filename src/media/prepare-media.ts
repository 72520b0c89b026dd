import type { CompiledFile } from '../compile/document.ts'
import { decodePlace, placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import type { MediaLibrary } from './media-library.ts'
import { isMediaPlaceholder, mediaReferences } from './media-references.ts'

/** Prepares the media that files name, one after another, and returns their problems. */
export async function prepareMedia(
  files: readonly CompiledFile<object>[],
  library: MediaLibrary,
  onProgress: (step: string, done: number, total: number) => void,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [index, file] of files.entries()) {
    for (const reference of mediaReferences(file)) {
      const finding = await library.prepare(reference)
      if (finding !== undefined) problems.push(placeFinding(file, reference.source, finding))
    }
    onProgress('Pictures', index + 1, files.length)
  }
  library.close()
  return problems
}

/** Places a finding where the text names the file, or else the front matter. */
function placeFinding({ document, file }: CompiledFile<object>, source: string, finding: Finding): Problem {
  const placeholder = document?.body.deferredPlaceholders.find(
    (candidate) => isMediaPlaceholder(candidate) && candidate.source === source,
  )
  const front: { audio?: { src: string } | undefined } = document?.front ?? {}
  const key = front.audio?.src === source ? 'audio.src' : 'image.src'
  const place =
    placeholder !== undefined && 'place' in placeholder
      ? decodePlace(placeholder.place)
      : placeAt(document?.places, key)
  return { ...finding, file: file.displayPath, ...place }
}
