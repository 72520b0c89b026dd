import type { PressOptions } from '../builder/prepare.ts'
import type { Compiled } from '../compile/compiler.ts'
import type { Hole } from '../markdown/placeholder.ts'
import { isElsewhere, type Photo } from '../newsroom/photo.ts'
import { placeAt, readPlace } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import type { MediaDesk, MediaReference } from './media-library.ts'

/** Pages that stand by themselves have pictures in their text only. */
type Illustrated = Compiled<object>

/** Whether a file names any media. */
export function isIllustrated({ document }: Illustrated): boolean {
  if (document === undefined) return false
  const { image, audio } = document.front as { image?: Photo | undefined; audio?: object | undefined }
  return image !== undefined || audio !== undefined || document.body.openHoles.some(isMedium)
}

const isMedium = (hole: Hole) => hole.kind === 'image' || hole.kind === 'audio'

/** The media that a file names, in front matter and text. */
export function mediaOf({ document, file: { path } }: Illustrated): MediaReference[] {
  if (document === undefined) return []
  const { body } = document
  const front: { image?: Photo | undefined; audio?: { src: string } | undefined } = document.front
  const media: MediaReference[] = []
  if (front.image !== undefined) media.push({ kind: 'picture', path, source: front.image.src })
  if (front.audio !== undefined) media.push({ kind: 'recording', path, source: front.audio.src })
  for (const hole of body.openHoles) {
    // Of these the writer was told where they stand.
    if (!isMedium(hole) || isElsewhere(hole.source) || (hole.kind === 'audio' && hole.source === '')) continue
    if (hole.kind === 'image') media.push({ kind: 'picture', path, source: hole.source })
    else media.push({ kind: 'recording', path, source: hole.source })
  }
  return media
}

/** Prepares everything that files name, and says what is wrong with it. */
export async function prepareMedia(
  illustrated: readonly Illustrated[],
  desk: MediaDesk,
  onProgress: NonNullable<PressOptions['onProgress']>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [index, compiled] of illustrated.entries()) {
    for (const reference of mediaOf(compiled)) {
      const finding = await desk.prepare(reference)
      if (finding !== undefined) problems.push(placeMedium(compiled, reference.source, finding))
    }
    onProgress('Pictures', index + 1, illustrated.length)
  }
  desk.close()
  return problems
}

function placeMedium({ document, shown }: Illustrated, source: string, finding: Finding): Problem {
  const hole = document?.body.openHoles.find(
    (hole) => (hole.kind === 'image' || hole.kind === 'audio') && hole.source === source,
  )
  const front: { audio?: { src: string } | undefined } = document?.front ?? {}
  const key = front.audio?.src === source ? 'audio.src' : 'image.src'
  const place = hole !== undefined && 'place' in hole ? readPlace(hole.place) : placeAt(document?.places, key)
  return { ...finding, file: shown, ...place }
}
