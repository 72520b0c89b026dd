import type { Content } from '../compile/compile-content.ts'
import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import { findCountry } from '../newsroom/country.ts'
import { slugify } from '../newsroom/slug.ts'
import { splitList } from '../newsroom/split-list.ts'
import type { Taxonomy, TermReference } from '../newsroom/taxonomy.ts'
import {
  nearDuplicateTag,
  strayTag,
  tagIsCountry,
  tagIsPartner,
  tagIsPerson,
  tagsInOne,
} from '../problems/catalogue/tags.ts'
import { mergeConflict } from '../problems/catalogue/terms.ts'
import { placeAt } from '../problems/place.ts'
import type { Finding, Problem } from '../problems/problem.ts'
import { termMerges } from '../site/terms.ts'

/** A word that stories are filed under, how many, and the newest of them. */
interface Used {
  id: string
  word: string
  stories: number
  newest: CompiledFile<Article>
  index: number
}

/** Words that say nothing of what a story is about. */
const empty =
  /^(?:\d+|.|an?|and|etc|general|internal|misc|miscellaneous|new|news|none|other|others|post|posts|stories|story|tag|tags|test|the|uncategori[sz]ed|untagged|various|video)$/
/** A tag is a word or a short phrase. */
const mostWords = 5

/** Free tags are kept in order: no two for one thing, none for what has a place of its own. */
export function checkTags(content: Content, taxonomies: readonly Taxonomy[]): Problem[] {
  const partners = namesOf(content, 'partners')
  const people = namesOf(content, 'people')
  return taxonomies.flatMap((taxonomy) => {
    if (taxonomy.values !== 'word') return []
    const files = content.terms[taxonomy.key] ?? []
    const merged = termMerges(taxonomy, files)
    const known = new Set(files.map(({ file }) => file.slug))
    const used = usedIn(content.articles, taxonomy).filter(({ id }) => !merged.has(id))
    const kept = new Map<string, Used>()
    for (const tag of used.toSorted((a, b) => rank(b, known) - rank(a, known) || (a.id < b.id ? -1 : 1))) {
      if (!kept.has(stem(tag.id))) kept.set(stem(tag.id), tag)
    }
    const found = used.flatMap((tag): Problem[] => {
      const { word, id, stories } = tag
      // What has a file was looked at by somebody.
      if (known.has(id)) return []
      const at = (finding: Finding): Problem[] => [{ ...finding, ...placeOf(tag, taxonomy) }]
      const country = taxonomy.key === 'tags' ? findCountry(word) : undefined
      if (country !== undefined) return at(tagIsCountry(word, stories, country))
      const partner = taxonomy.key === 'tags' ? partners.get(id) : undefined
      if (partner !== undefined) return at(tagIsPartner(word, stories, partner))
      if (taxonomy.key === 'tags' && people.has(id)) return at(tagIsPerson(word, stories))
      const several = splitList(word)
      if (taxonomy.key === 'tags' && word.includes(',') && several.length > 1) {
        return at(tagsInOne(word, stories, several))
      }
      if (empty.test(id) || id.split('-').length > mostWords) return at(strayTag(word, stories))
      const other = kept.get(stem(id))
      return other === undefined || other === tag
        ? []
        : at(nearDuplicateTag(word, stories, other.word, `${taxonomy.key}/${other.id}.md`))
    })
    return [...found, ...conflicts(files, known, taxonomy)]
  })
}

/** Those that have a file first, then those that most stories use. */
const rank = ({ id, stories }: Used, known: ReadonlySet<string>) => (known.has(id) ? 1_000_000 : 0) + stories

/** What tags have in common that differ in number, hyphens or a joining word alone: `refugees` and `refugee`, `clean-water` and `cleanwater`. */
function stem(id: string): string {
  return id
    .split('-')
    .filter((part) => !/^(?:and|of|the)$/.test(part))
    .map((part) => part.replace(/(?<=[a-z]{3})ies$/, 'y').replace(/(?<=[a-z]{3}[^s])s$/, ''))
    .join('')
}

function usedIn(articles: readonly CompiledFile<Article>[], taxonomy: Taxonomy): Used[] {
  const found = new Map<string, Used>()
  articles.forEach((newest) => {
    const references = newest.document?.front.terms[taxonomy.key] ?? []
    for (let index = 0; index < references.length; index++) {
      const { id, word } = references[index] as TermReference
      const known = found.get(id)
      if (known === undefined) found.set(id, { id, word, stories: 1, newest, index })
      else {
        known.stories++
        if (dayOf(newest) > dayOf(known.newest)) Object.assign(known, { newest, index, word })
      }
    }
  })
  return [...found.values()]
}

const dayOf = ({ document }: CompiledFile<Article>) => document?.front.date.instant ?? 0

function placeOf({ newest: { document, file }, index }: Used, taxonomy: Taxonomy) {
  return { file: file.displayPath, ...placeAt(document?.places, taxonomy.field, index) }
}

/** The ids that stand for what a taxonomy's files are named and are called. */
function namesOf(content: Content, key: string): Map<string, string> {
  return new Map(
    (content.terms[key] ?? []).flatMap(({ file, document }): [string, string][] => [
      [file.slug, file.slug],
      [slugify(document?.front.name ?? file.slug), file.slug],
    ]),
  )
}

/** A word is merged into one term, and not away from a term with a file. */
function conflicts(files: Content['terms'][string], known: ReadonlySet<string>, taxonomy: Taxonomy): Problem[] {
  const into = new Map<string, string>()
  return files.flatMap(({ document, file }) =>
    (document?.front.merges ?? []).flatMap((word, index): Problem[] => {
      const id = slugify(word)
      const other = into.get(id) ?? (known.has(id) ? id : undefined)
      into.set(id, file.slug)
      if (other === undefined) return []
      return [
        {
          ...mergeConflict(word, `${taxonomy.key}/${other}.md`),
          file: file.displayPath,
          ...placeAt(document?.places, 'merges', index),
        },
      ]
    }),
  )
}
