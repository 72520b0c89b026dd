import { defineProblem } from '../problem.ts'
import { quote } from '../quote.ts'
import { suggest } from '../suggestion.ts'

const inStories = (stories: number) => (stories === 1 ? 'one story' : `${stories} stories`)

export const tagIsCountry = defineProblem({
  name: 'tag-is-country',
  severity: 'warning',
  why: 'A country that is a tag has two pages, and neither shows all its stories.',
  message: (tag: string, stories: number) => `Unexpected country ${quote(tag)} among the tags of ${inStories(stories)}`,
  fix: (_tag: string, _stories: number, country: string) =>
    `Write ${quote(`countries: [${country}]`)}, and take the tag away.`,
})

export const tagIsPartner = defineProblem({
  name: 'tag-is-partner',
  severity: 'warning',
  why: 'A partner that is a tag has two pages, and neither shows all its stories.',
  message: (tag: string, stories: number) => `Unexpected partner ${quote(tag)} among the tags of ${inStories(stories)}`,
  fix: (_tag: string, _stories: number, partner: string) =>
    `Write ${quote(`partners: [${partner}]`)}, and take the tag away.`,
})

export const tagIsPerson = defineProblem({
  name: 'tag-is-person',
  severity: 'warning',
  why: 'A tag gathers everything about a person on one page, which somebody may be looking for.',
  message: (tag: string, stories: number) =>
    `Unexpected name of a person ${quote(tag)} among the tags of ${inStories(stories)}`,
  fix: 'Take the tag away; who wrote a story stands in `authors`.',
})

export const strayTag = defineProblem({
  name: 'stray-tag',
  severity: 'warning',
  why: 'A tag that says nothing, or a whole sentence, leads readers nowhere.',
  message: (tag: string, stories: number) =>
    `Unexpected tag ${quote(tag)} of ${inStories(stories)}, expected one to five words for what they are about`,
  fix: 'Take it away, or say in a word what the story is about.',
})

export const tagsInOne = defineProblem({
  name: 'tags-in-one',
  severity: 'warning',
  why: 'Several tags in one value make one tag of them all, under which nobody looks.',
  message: (tag: string, stories: number) =>
    `Unexpected commas in the tag ${quote(tag)} of ${inStories(stories)}, expected each tag by itself`,
  fix: (_tag: string, _stories: number, tags: readonly string[]) => suggest({ list: tags }, ''),
})

export const nearDuplicateTag = defineProblem({
  name: 'near-duplicate-tag',
  severity: 'warning',
  why: 'Two tags for one thing divide its stories between two pages.',
  message: (tag: string, stories: number, other: string) =>
    `Unexpected tag ${quote(tag)} of ${inStories(stories)} beside ${quote(other)}, expected one of them`,
  fix: (tag: string, _stories: number, _other: string, file: string) =>
    `Write the other, or merge it: ${quote(`merges: [${tag}]`)} in ${file}.`,
})
