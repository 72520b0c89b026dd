import { type Corpus, frontMatter, type Story, writeFiles } from '../corpus.ts'

const site = `name: Bench News Service
agency: BNS
url: https://bench.example
description: Stories made for measuring.
timeZone: America/Chicago
language: en
contact:
  email: desk@bench.example
menu:
  - {label: Tags, url: /tags/}
`

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export const storyPath = ({ date, slug }: Story) => `articles/${date.slice(0, 4)}/${slug}.md`

export function storyText({ title, date, summary, tags, country, partner, author, body }: Story): string {
  return `${frontMatter({ title, date, summary, authors: [author], countries: [country], partners: [partner], tags })}${body}\n`
}

/** Writes the corpus as a content folder. */
export function writeContent(folder: string, { stories, partners, authors }: Corpus): void {
  writeFiles(folder, [
    ['site.yml', site],
    ...authors.map((id) => [`people/${id}.md`, frontMatter({ name: capital(id.replaceAll('-', ' ')) })] as const),
    ...partners.map(
      (id) =>
        [
          `partners/${id}.md`,
          frontMatter({ name: capital(id.replaceAll('-', ' ')), summary: 'A ministry of the bench.' }),
        ] as const,
    ),
    ...stories.map((story) => [storyPath(story), storyText(story)] as const),
  ])
}
