import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A story of the corpus; the same for every generator. */
export interface Story {
  slug: string
  title: string
  /** As YYYY-MM-DD. */
  date: string
  summary: string
  tags: string[]
  country: string
  partner: string
  author: string
  /** CommonMark with about 485 words. */
  body: string
}

export interface Corpus {
  stories: Story[]
  partners: string[]
  authors: string[]
}

const nouns =
  'river bridge market school clinic radio pump road harvest border church valley camp teacher nurse driver village city family child mother elder bakery boat mountain market-day well roof garden letter workshop song winter rain field station harbor school-bus kitchen library orchard'.split(
    ' ',
  )
const verbs =
  'opens carries mends crosses remembers rebuilds teaches follows leaves finds counts keeps sends plants reaches answers repairs visits gathers translates'.split(
    ' ',
  )
const adjectives =
  'quiet dry long narrow new patient crowded early borrowed northern unfinished steady small old open difficult common last first slow'.split(
    ' ',
  )
const conjunctions = 'and while because before after until since although when as'.split(' ')
const names = 'André Samira Youssef Hawa Ibrahim Lucía Marek Thuy Daniela Kofi Amina Tomas Leila Ravi Esther'.split(' ')
const tags =
  'Bible Translation,Church Planting,Clean Water,Discipleship,Education,Emergency Relief,Evangelism,Health Care,Human Rights,Literacy,Media,Orphans,Persecution,Prayer,Radio,Refugees,Sports,Trafficking,Women,Youth,Agriculture,Aviation,Business,Children,Community Development,Conflict,Disability,Disaster,Diaspora,Drought,Elections,Family,Farming,Floods,Food,Gender,Housing,Hunger,Internet,Justice,Leadership,Migration,Music,Nutrition,Peace,Poverty,Prison,Reconciliation,Schools,Science,Students,Technology,Theology,Training,Trauma,Unreached People,Villages,Volunteers,War,Work'.split(
    ',',
  )
// biome-ignore format: a table
const countries: Readonly<Record<string, string>> = {
  AF: 'Afghanistan', BD: 'Bangladesh', BR: 'Brazil', TD: 'Chad', CN: 'China', CO: 'Colombia', EG: 'Egypt', ET: 'Ethiopia',
  FR: 'France', GH: 'Ghana', GT: 'Guatemala', HT: 'Haiti', IN: 'India', ID: 'Indonesia', IQ: 'Iraq', JO: 'Jordan', KE: 'Kenya',
  LA: 'Laos', LB: 'Lebanon', ML: 'Mali', MX: 'Mexico', NP: 'Nepal', NE: 'Niger', NG: 'Nigeria', PK: 'Pakistan', PE: 'Peru',
  PH: 'Philippines', RO: 'Romania', SD: 'Sudan', SY: 'Syria', TZ: 'Tanzania', TH: 'Thailand', TR: 'Turkey', UG: 'Uganda',
  UA: 'Ukraine', US: 'United States', UZ: 'Uzbekistan', VN: 'Vietnam', YE: 'Yemen', ZM: 'Zambia',
}

/** Creates a generator of pseudo-random numbers that are the same on every machine: mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Creates a corpus of plausible stories. The same count gives the same corpus. */
export function createCorpus(count: number): Corpus {
  const next = createRandom(count)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  const clause = () => `the ${pick(adjectives)} ${pick(nouns)} ${pick(verbs)} the ${pick(adjectives)} ${pick(nouns)}`
  const sentence = () => `${capital(clause())} ${pick(conjunctions)} ${clause()}.`
  const paragraph = (sentences: number) => Array.from({ length: sentences }, sentence).join(' ')
  const partners = Array.from({ length: 60 }, (_, index) => `${nouns[index % nouns.length]}-partners-${index + 1}`)
  const authors = Array.from({ length: 12 }, (_, index) => `author-${index + 1}`)
  const first = Date.UTC(2001, 0, 1)
  const days = Math.floor((Date.UTC(2026, 9, 31) - first) / 86_400_000)

  const stories: Story[] = []
  for (let index = 0; index < count; index++) {
    const title = capital(`${clause()} ${pick(conjunctions)} the ${pick(nouns)} waits`)
    const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${index + 1}`
    const country = pick(Object.keys(countries))
    const earlier = stories.length > 0 ? pick(stories).slug : slug
    const name = pick(names)
    stories.push({
      slug,
      title,
      date: new Date(first + Math.floor((index / count) * days) * 86_400_000).toISOString().slice(0, 10),
      summary: sentence(),
      tags: [...new Set([pick(tags), pick(tags), pick(tags)])],
      country,
      partner: pick(partners),
      author: pick(authors),
      body: [
        `${countries[country]} (BNS) — ${paragraph(5)}`,
        `"${capital(clause())}," said ${name}*. "${sentence()}" *${capital(clause())}.* ${paragraph(2)}`,
        `${paragraph(2)} An [earlier story](/news/${earlier}/) tells how **${clause()}**. ${paragraph(2)}`,
        `> ${sentence()}\n> ${sentence()}`,
        `## ${capital(clause())}`,
        paragraph(5),
        ['Needed now:', '', `- ${clause()}`, `- ${clause()}`, `- ${clause()}`].join('\n'),
        `${paragraph(3)} More is known at [the office](https://office.example/${index + 1}).`,
        paragraph(5),
        '* Name changed for security.',
      ].join('\n\n'),
    })
  }
  return { stories, partners, authors }
}

/** Writes files below a folder. */
export function writeFiles(folder: string, files: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of files) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

/** Writes front matter with JSON values, which are YAML. */
export function frontMatter(keys: Readonly<Record<string, string | readonly string[]>>): string {
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n`
}

/** Returns the front matter that all peers have in common. */
export function commonFrontMatter({
  title,
  date,
  summary,
  author,
  country,
  partner,
}: Story): Record<string, string | string[]> {
  return { title, date, summary, author, countries: [countries[country] ?? country], partners: [partner] }
}
