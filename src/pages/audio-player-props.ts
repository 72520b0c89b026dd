import type { AudioPlayerProps } from '../../layouts/parts/AudioPlayer.tsx'
import { formatDuration } from '../newsroom/broadcast.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { type ArticleTeaser, articleTitle } from './article-teaser.ts'
import type { PageContext } from './page-context.ts'

/** The address and the duration of a recording. */
export type Recording = Pick<AudioPlayerProps, 'src' | 'duration'>

/** Returns the recording of an article; undefined if it has none. */
export function findRecording({ front, path }: SiteArticle, { findMediaItem }: PageContext): Recording | undefined {
  const item = front.audio && findMediaItem(path, front.audio.src)
  return item && { src: encodeUrlPath(item.address), duration: formatDuration(item.seconds ?? 0) }
}

/** Returns the props of the player of an article's recording; undefined if it has none. */
export function audioPlayerProps(
  article: ArticleTeaser,
  recording: Recording | undefined,
): AudioPlayerProps | undefined {
  const { audio } = article.front
  if (audio === undefined || recording === undefined) return undefined
  const transcript = audio.transcript === undefined || audio.transcript === 'story' ? '' : audio.transcript
  return {
    kind: audio.kind,
    ...recording,
    title: articleTitle(article),
    transcript: transcript
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
      .filter((paragraph) => paragraph !== ''),
  }
}
