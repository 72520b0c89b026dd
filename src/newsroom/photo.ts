import * as z from 'zod'
import { mediaFromElsewhere } from '../problems/catalogue/media.ts'
import { reject, text } from './fields.ts'

/** A picture and its texts. */
export interface Photo {
  /** A path from the file that names it, or an address below public/. */
  src: string
  alt: string
  caption?: string | undefined
  credit?: string | undefined
  focus?: string | undefined
  republish?: boolean
}

const focusPoints = ['top left', 'top', 'top right', 'left', 'right', 'bottom left', 'bottom', 'bottom right'] as const

export const photoSchema = () =>
  z.strictObject({
    src: z
      .string()
      .trim()
      .min(1)
      .transform((value, context): string => (isElsewhere(value) ? reject(context, mediaFromElsewhere(value)) : value))
      .describe('The file, beside the text (`photo.jpg`) or below public/ (`/photos/photo.jpg`).'),
    alt: text().describe('What it shows, for someone who cannot see it.'),
    caption: text().optional().describe('The line below it.'),
    credit: text().optional().describe('Who made it.'),
    focus: z
      .enum(focusPoints)
      .optional()
      .describe('The part that must be seen where lists cut it; the middle otherwise.'),
    republish: z.boolean().default(false).describe('Whether others may take it over with the story.'),
  })

/** True if a source is on another host, or inline, and not a file of this site. */
export function isElsewhere(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(source.trim())
}
