import type { Entry } from '../cache/cache.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import type { Article } from '../newsroom/article.ts'
import type { TermReference } from '../newsroom/taxonomy.ts'
import type { Document } from './document.ts'
import type { CompileResult as MadeOf } from './document-cache.ts'

type Made = MadeOf<Article>

/**
 * What every build asks of every story, in a row, for tens of thousands are read at once. Of what is usual nothing is kept: 0 stands for
 * front matter, a body or a list of problems in which nothing else is.
 */
type First = readonly [
  problems: Made['problems'] | 0,
  day: string,
  instant: number,
  exact: boolean,
  /** A taxonomy a line: its key, and behind tabs its terms, each as its id, a space, its word; or `=` and what is both. */
  terms: string,
  hash: string,
  words: number,
  whole: string,
  outside: string,
  front: Partial<Article> | 0,
  body: Partial<CompiledBody> | 0,
]

/** What is asked of the few stories that a build shows. */
type Rest = Pick<Article, 'title' | 'summary' | 'dateline' | 'pronounce'> &
  Pick<CompiledBody, 'placeholders' | 'anchors' | 'excerpt'> & {
    place: CompiledBody['dateline']
    places: Document<Article>['places']
  }

/** What was compiled of a story, in two parts: archives have tens of thousands, of which a build shows a few dozen. */
export function encodeArticle({ document, problems }: Made): Entry {
  if (document === undefined) return { first: problems, rest: () => undefined }
  const { title, summary, dateline, pronounce, terms, date, ...front } = document.front
  const { placeholders, anchors, excerpt, dateline: place, hash, words, ...body } = document.body
  const { document: whole, teaser: outside } = document.fingerprints
  const rest: Rest = {
    title,
    summary,
    dateline,
    pronounce,
    placeholders,
    anchors,
    excerpt,
    place,
    places: document.places,
  }
  const { day, instant, exact } = date
  const first: First = [
    problems.length === 0 ? 0 : problems,
    day,
    instant,
    exact,
    linesOf(terms),
    hash,
    words,
    whole,
    outside,
    unusual(front),
    unusual(body),
  ]
  return { first, rest: () => rest }
}

function linesOf(terms: Article['terms']): string {
  let lines = ''
  for (const key in terms) {
    lines += lines === '' ? key : `\n${key}`
    for (const { id, word } of terms[key] ?? []) lines += id === word ? `\t=${id}` : `\t${id} ${word}`
  }
  return lines
}

/** The story of two parts. The second is read when it is first asked for, and nobody who asks has to know. */
export function decodeArticle(entry: Entry): Made {
  const first = entry.first as First | Made['problems']
  if (!isDocument(first)) return { document: undefined, problems: first }
  const problems = first[0]
  return { document: new DecodedDocument(first, entry), problems: problems === 0 ? [] : problems }
}

/** Where there is no document, there are problems and nothing else. */
const isDocument = (first: First | Made['problems']): first is First => typeof first[1] === 'string'

class DecodedDocument implements Document<Article> {
  readonly front: Article
  readonly body: CompiledBody
  readonly fingerprints: Document<Article>['fingerprints']

  constructor(
    first: First,
    private readonly entry: Entry,
  ) {
    this.front = new DecodedArticle(first, entry)
    this.body = new DecodedBody(first, entry)
    this.fingerprints = { document: first[7], teaser: first[8] }
  }

  get places() {
    return restOf(this.entry).places
  }
}

// Every field of every story is named, for whoever goes through tens of thousands of them is quick where all look alike; and what is in a
// row is taken by its place, for to take a row apart makes something for each part until V8 has compiled it.

class DecodedArticle implements Article {
  readonly date
  readonly updated
  readonly byline
  readonly image
  readonly audio
  readonly republish
  readonly pseudonyms
  readonly actions
  readonly answers
  readonly corrections
  readonly embargo
  readonly status
  readonly replies
  readonly language
  readonly translationOf
  readonly aliases
  readonly slug
  readonly terms

  constructor(
    first: First,
    private readonly entry: Entry,
  ) {
    const own: Partial<Article> = first[9] === 0 ? nothing : first[9]
    this.date = { day: first[1], instant: first[2], exact: first[3] }
    this.terms = termsOf(first[4])
    this.updated = own.updated
    this.byline = own.byline
    this.image = own.image
    this.audio = own.audio
    this.republish = own.republish ?? usual.republish
    this.pseudonyms = own.pseudonyms ?? usual.pseudonyms
    this.actions = own.actions ?? usual.actions
    this.answers = own.answers ?? usual.answers
    this.corrections = own.corrections ?? usual.corrections
    this.embargo = own.embargo
    this.status = own.status ?? usual.status
    this.replies = own.replies
    this.language = own.language
    this.translationOf = own.translationOf
    this.aliases = own.aliases ?? usual.aliases
    this.slug = own.slug
  }

  get title() {
    return restOf(this.entry).title
  }

  get summary() {
    return restOf(this.entry).summary
  }

  get dateline() {
    return restOf(this.entry).dateline
  }

  get pronounce() {
    return restOf(this.entry).pronounce
  }
}

class DecodedBody implements CompiledBody {
  readonly hash
  readonly words
  readonly deferredPlaceholders
  readonly actions
  readonly namesChanged

  constructor(
    first: First,
    private readonly entry: Entry,
  ) {
    const own: Partial<CompiledBody> = first[10] === 0 ? nothing : first[10]
    this.hash = first[5]
    this.words = first[6]
    this.deferredPlaceholders = own.deferredPlaceholders ?? usual.deferredPlaceholders
    this.actions = own.actions ?? usual.actions
    this.namesChanged = own.namesChanged ?? usual.namesChanged
  }

  get placeholders() {
    return restOf(this.entry).placeholders
  }

  get anchors() {
    return restOf(this.entry).anchors
  }

  get excerpt() {
    return restOf(this.entry).excerpt
  }

  get dateline() {
    return restOf(this.entry).place
  }
}

const restOf = (entry: Entry) => entry.rest() as Rest

/** The terms of a story. Stories of one partner or author share what says so. */
function termsOf(lines: string): Article['terms'] {
  const terms: Article['terms'] = {}
  for (const line of lines.split('\n')) {
    let found = known.get(line)
    if (found === undefined) {
      const [key = '', ...of] = line.split('\t')
      found = { key, of: of.map(termOf) }
      known.set(line, found)
    }
    terms[found.key] = found.of
  }
  return terms
}

const known = new Map<string, { key: string; of: TermReference[] }>()

function termOf(line: string): TermReference {
  let term = references.get(line)
  if (term === undefined) {
    const at = line.startsWith('=') ? 0 : line.indexOf(' ')
    term = { id: line.slice(at === 0 ? 1 : 0, at === 0 ? undefined : at), word: line.slice(at + 1) }
    references.set(line, term)
  }
  return term
}

const references = new Map<string, TermReference>()

/** What most stories say, which is not kept for each. */
const usual = {
  republish: true,
  pseudonyms: [],
  actions: [],
  answers: [],
  corrections: [],
  status: 'published',
  aliases: [],
  deferredPlaceholders: [],
  namesChanged: false,
} satisfies Partial<Article> & Partial<CompiledBody>

/** What is not usual; 0 where nothing is. */
function unusual<Part extends object>(part: Part): Part | 0 {
  const defaults: Record<string, unknown> = usual
  const said = Object.entries(part).filter(
    ([key, value]) =>
      value !== undefined && !(key in defaults && JSON.stringify(value) === JSON.stringify(defaults[key])),
  )
  return said.length === 0 ? 0 : (Object.fromEntries(said) as Part)
}

const nothing = {}
