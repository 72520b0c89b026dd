import * as z from 'zod'
import { mediaFromElsewhere } from '../problems/catalogue/media.ts'
import { badDuration } from '../problems/catalogue/recordings.ts'
import { reject } from './fields.ts'
import { isElsewhere } from './photo.ts'

const broadcastKinds = ['newscast', 'minute', 'feature'] as const
export type BroadcastKind = (typeof broadcastKinds)[number]

/** The recording of an article as it was on the air. */
export const broadcastSchema = () =>
  z.strictObject({
    src: z
      .string()
      .trim()
      .min(1)
      .transform((value, context): string => (isElsewhere(value) ? reject(context, mediaFromElsewhere(value)) : value))
      .describe('The recording, beside the text (`newscast.mp3`) or below public/: mp3, m4a or ogg.'),
    kind: z.enum(broadcastKinds).default('newscast').describe('`newscast`, `minute` or `feature`.'),
    duration: z
      .string()
      .transform((value, context): number => parseDuration(value.trim()) ?? reject(context, badDuration(value)))
      .optional()
      .describe('How long it is, like `4:30`; measured, and a warning where the two differ.'),
    transcript: z
      .string()
      .trim()
      .min(1)
      .optional()
      .describe('What is said in it, with empty lines between paragraphs; `story` where it is the text of the story.'),
  })

/** Parses a duration like `4:30` or `1:02:03` into seconds; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, hours = '0', minutes, seconds] = /^(?:(\d{1,2}):(?=\d\d:))?(\d{1,3}):([0-5]\d)$/.exec(text) ?? []
  return minutes === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

/** Formats a duration as players show it: `4:30`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const two = (number: number) => String(number).padStart(2, '0')
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
}

const mimeTypes: Record<string, string> = { m4a: 'audio/mp4', mp3: 'audio/mpeg', ogg: 'audio/ogg' }

/** Returns the media type of a recording by the extension of its file. */
export function recordingMimeType(path: string): string {
  return mimeTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}
