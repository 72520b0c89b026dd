import { toString as textContent } from 'mdast-util-to-string'
import * as z from 'zod'
import { isElsewhere } from '../../newsroom/photo.ts'
import { mediaFromElsewhere } from '../../problems/catalogue/media.ts'
import { defineBlock } from './block.ts'
import { element } from './block-html.ts'

/**
 * A recording that stands beside the text.
 *
 *     ::audio[Hear Hana]{src="hana.mp3"}  →  <figure class="audio"><audio src="hana.mp3" …></audio>…
 */
export const audio = defineBlock({
  name: 'audio',
  kind: 'leaf',
  attributes: z.strictObject({ src: z.string().trim().min(1).describe('the file beside the text') }),
  needsText: true,
  className: 'audio',
  html: {
    audio: { attributes: ['src', 'title'] },
    figcaption: {},
    figure: { classes: ['audio'] },
  },
  check: ({ attributes: { src } }) => (isElsewhere(src) ? [mediaFromElsewhere(src)] : []),
  toHtml: ({ attributes: { src }, children }) =>
    element('figure', { className: ['audio'] }, [
      element('audio', { src, title: textContent({ type: 'root', children }).trim() }),
      element('figcaption', {}, children),
    ]),
  // A recording stays with the outlet, and is not read aloud.
  toText: () => [],
  toSpeech: () => [],
  description: 'Embeds a recording, with the text in the brackets as its label.',
  example: '::audio[Hear Hana]{src="hana.mp3"}',
})
