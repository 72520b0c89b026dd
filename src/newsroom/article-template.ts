import { articleSchema } from './article.ts'
import type { Outlet } from './outlet.ts'

/** A line to take the `#` off, for each key that a story need not have. */
const examplesOn = (day: string): Record<string, string> => ({
  updated: '2026-11-30',
  dateline: 'Bamako, Mali',
  summary: 'What happened, and why it matters, in one sentence.',
  image: '{src: photo.jpg, alt: "What it shows", caption: "The line below it.", credit: "Who made it"}',
  audio: '{src: newscast.mp3, kind: newscast, transcript: story}',
  pronounce: '{Ouagadougou: wah-gah-DOO-goo}',
  republish: 'false',
  pseudonyms: '[Samira, Youssef]',
  answers: '[slug-of-a-story]',
  actions: '[{kind: pray, text: "Pray for …", until: 2026-12-31}]',
  corrections: `[{date: ${day}, kind: correction, text: "What was wrong, and what is right."}]`,
  embargo: '2026-11-30T09:00-06:00',
  replies: 'closed',
  language: 'fr',
  translationOf: 'slug-of-the-original',
  aliases: '[/2014/05/old-address/]',
  slug: 'another-last-part-of-the-address',
  countries: '[ML]',
  partners: '[id-of-a-partner]',
  tags: '[Clean Water, Refugees]',
})

/**
 * The text that a story begins with: what it must have filled in, what it can have commented out. It is a draft that passes every
 * check as it stands.
 */
export function articleTemplate({
  title,
  day,
  author,
  outlet,
}: {
  title: string
  day: string
  author: string | undefined
  outlet: Outlet
}): string {
  const examples = examplesOn(day)
  const given = new Set(['title', 'date', 'byline', 'authors', 'status'])
  const shape = articleSchema(outlet).shape as Record<string, Described>
  const optional = Object.entries(shape).filter(([key]) => !given.has(key))
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: ${day}`,
    'status: draft # take this line away to publish',
    author === undefined
      ? 'byline: withheld # or `authors: [id]`, with the name of a file in people/'
      : `authors: [${author}] # or \`byline: withheld\``,
    '',
    ...optional.flatMap(([key, field]) => [`# ${describe(field)}`, `# ${key}: ${examples[key] ?? '…'}`]),
    '---',
    '',
    'The text begins here.',
    '',
  ].join('\n')
}

interface Described {
  description?: string | undefined
  /** What a key holds that may be left out. */
  unwrap?(): Described
}

const describe = (field: Described): string => field.description ?? field.unwrap?.().description ?? ''
