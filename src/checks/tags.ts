import type { Content } from '../compile/compile-content.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import { findCountry } from '../newsroom/country.ts'
import { slugify } from '../newsroom/slug.ts'
import { splitProseList } from '../newsroom/split-prose-list.ts'
import type { Taxonomy, TermReference } from '../newsroom/taxonomy.ts'
import {
  nearDuplicateTag,
  strayTag,
  tagIsCountry,
  tagIsPartner,
  tagIsPerson,
  tagsInOne,
} from '../problems/catalogue/tags.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import { termMerges } from '../site/terms.ts'
import { defineCheck, problemIn } from './check.ts'

/** A word under which stories are filed. */
interface TagUse {
  id: string
  word: string
  /** The number of stories that use it. */
  stories: number
  newest: CompiledFile<Article>
  /** Its index in the list of the newest story. */
  index: number
}

/** Words that say nothing about a story. */
const emptyWords =
  /^(?:\d+|.|an?|and|etc|general|internal|misc|miscellaneous|new|news|none|other|others|post|posts|stories|story|tag|tags|test|the|uncategori[sz]ed|untagged|various|video)$/
/** The number of words in the longest tag. */
const maxWords = 5

export const tags = defineCheck({
  name: 'tags',
  rule: 'A tag is a word or a short phrase for a subject; no two mean the same, and none is a country, a partner or a person.',
  stage: 'content',
  run({ content, outlet }) {
    const partners = namesToSlugs(content.terms.partners)
    const people = namesToSlugs(content.terms.people)
    return outlet.taxonomies
      .filter(({ values }) => values === 'word')
      .flatMap((taxonomy) => {
        const files = content.terms[taxonomy.key] ?? []
        const merged = termMerges(taxonomy, files)
        const idsWithFile = new Set(files.map(({ file }) => file.slug))
        const uses = countUses(content.articles, taxonomy).filter(({ id }) => !merged.has(id))
        const preferred = preferredTags(uses, idsWithFile)
        const isTags = taxonomy.key === 'tags'
        return uses.flatMap((use): Problem[] => {
          // A tag with a file has been looked at by somebody.
          if (idsWithFile.has(use.id)) return []
          const finding =
            (isTags ? findMisplaced(use, partners, people) : undefined) ?? findStray(use, taxonomy, preferred)
          return finding === undefined ? [] : [problemIn(use.newest, finding, taxonomy.field, use.index)]
        })
      })
  },
})

/** Finds what has a key of its own, or is several tags. */
function findMisplaced(
  { id, word, stories }: TagUse,
  partners: ReadonlyMap<string, string>,
  people: ReadonlyMap<string, string>,
): Finding | undefined {
  const country = findCountry(word)
  if (country !== undefined) return tagIsCountry(word, stories, country)
  const partner = partners.get(id)
  if (partner !== undefined) return tagIsPartner(word, stories, partner)
  if (people.has(id)) return tagIsPerson(word, stories)
  const several = splitProseList(word)
  return word.includes(',') && several.length > 1 ? tagsInOne(word, stories, several) : undefined
}

/** Finds a tag that says nothing, or the same as another one. */
function findStray(use: TagUse, taxonomy: Taxonomy, preferred: ReadonlyMap<string, TagUse>): Finding | undefined {
  const { id, word, stories } = use
  if (emptyWords.test(id) || id.split('-').length > maxWords) return strayTag(word, stories)
  const other = preferred.get(stem(id))
  if (other === undefined || other === use) return undefined
  return nearDuplicateTag(word, stories, other.word, `${taxonomy.key}/${other.id}.md`)
}

/** The tag to use among those of one stem: one with a file, else the one with the most stories. */
function preferredTags(uses: readonly TagUse[], idsWithFile: ReadonlySet<string>): Map<string, TagUse> {
  const rank = ({ id, stories }: TagUse) => (idsWithFile.has(id) ? 1_000_000 : 0) + stories
  const preferred = new Map<string, TagUse>()
  for (const use of uses.toSorted((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1))) {
    if (!preferred.has(stem(use.id))) preferred.set(stem(use.id), use)
  }
  return preferred
}

/** Drops number, hyphens and joining words: `refugees` is `refugee`, and `clean-water` is `cleanwater`. */
function stem(id: string): string {
  return id
    .split('-')
    .filter((part) => !/^(?:and|of|the)$/.test(part))
    .map((part) => part.replace(/(?<=[a-z]{3})ies$/, 'y').replace(/(?<=[a-z]{3}[^s])s$/, ''))
    .join('')
}

function countUses(articles: readonly CompiledFile<Article>[], taxonomy: Taxonomy): TagUse[] {
  const uses = new Map<string, TagUse>()
  articles.forEach((newest) => {
    const references = newest.document?.front.terms[taxonomy.key] ?? []
    for (let index = 0; index < references.length; index++) {
      const { id, word } = references[index] as TermReference
      const use = uses.get(id)
      if (use === undefined) uses.set(id, { id, word, stories: 1, newest, index })
      else {
        use.stories++
        if (instant(newest) > instant(use.newest)) Object.assign(use, { newest, index, word })
      }
    }
  })
  return [...uses.values()]
}

const instant = ({ document }: CompiledFile<Article>) => document?.front.date.instant ?? 0

/** Maps the slugs of files, and of the names that they give, to the slugs of the files. */
function namesToSlugs(files: Content['terms'][string] = []): Map<string, string> {
  return new Map(
    files.flatMap(({ file, document }): [string, string][] => [
      [file.slug, file.slug],
      [slugify(document?.front.name ?? file.slug), file.slug],
    ]),
  )
}
