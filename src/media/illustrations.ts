import type { Compiled } from '../build/compile.ts'
import type { PressOptions } from '../build/press.ts'
import type { Photo } from '../newsroom/photo.ts'
import { readPlace } from '../problems/place.ts'
import { type Finding, fileStart, type Problem } from '../problems/problem.ts'
import type { MediaDesk, MediaReference } from './media.ts'

/** Pages that stand by themselves have pictures in their text only. */
type Illustrated = Compiled<object>

/** The media that a file names, in front matter and text. */
export function mediaOf({ document, file: { path } }: Illustrated): MediaReference[] {
  if (document === undefined) return []
  const { body } = document
  const front: { image?: Photo | undefined; audio?: { src: string } | undefined } = document.front
  return [
    ...(front.image === undefined ? [] : [{ kind: 'picture' as const, path, source: front.image.src }]),
    ...(front.audio === undefined ? [] : [{ kind: 'recording' as const, path, source: front.audio.src }]),
    ...body.holes.flatMap((hole): MediaReference[] =>
      hole.kind === 'image'
        ? [{ kind: 'picture', path, source: hole.source }]
        : hole.kind === 'audio'
          ? [{ kind: 'recording', path, source: hole.source }]
          : [],
    ),
  ]
}

/** Prepares everything that content names, and says what is wrong with it. */
export async function prepareMedia(
  everything: readonly Illustrated[],
  desk: MediaDesk,
  onProgress: NonNullable<PressOptions['onProgress']>,
): Promise<Problem[]> {
  const problems: Problem[] = []
  const illustrated = everything.filter((compiled) => mediaOf(compiled).length > 0)
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
  const hole = document?.body.holes.find(
    (hole) => (hole.kind === 'image' || hole.kind === 'audio') && hole.source === source,
  )
  const front: { audio?: { src: string } | undefined } = document?.front ?? {}
  const key = front.audio?.src === source ? 'audio.src' : 'image.src'
  const place = hole !== undefined && 'place' in hole ? hole.place : document?.places[key]?.[0]
  return { ...finding, file: shown, ...(place === undefined ? fileStart : readPlace(place)) }
}
