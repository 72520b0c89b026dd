import type { MediaItem } from '../site/media-item.ts'
import type { StaticFile } from '../site/static-file.ts'

/** A picture or recording, and the files to publish for it. */
export interface PreparedMediaItem extends MediaItem {
  files: StaticFile[]
}
