import type { Article } from '../newsroom/article.ts'
import type { TermReference } from '../newsroom/taxonomy.ts'
import type { Entry } from './cache.ts'
import type { BodySummary, Compiled, Document } from './compile.ts'

type Made = Pick<Compiled<Article>, 'document' | 'problems'>

/** What every build asks of every story; of what is usual nothing is kept. */
interface First {
  problems: Made['problems']
  document?: FirstDocument
}

interface FirstDocument {
  front: Partial<Omit<Article, 'terms'>> & Pick<Article, 'date'>
  /** Of each taxonomy, a term a line: its id, a space, its word. */
  terms: Record<string, string>
  body: Partial<BodySummary> & Pick<BodySummary, 'hash' | 'words'>
  prints: Document<Article>['prints']
}

/** What is asked of the few stories that a build shows. */
type Rest = Pick<Article, 'title' | 'summary' | 'dateline' | 'pronounce'> &
  Pick<BodySummary, 'holes' | 'anchors' | 'excerpt'> & {
    place: BodySummary['dateline']
    places: Document<Article>['places']
  }

/** What was compiled of a story, in two parts: archives have tens of thousands, of which a build shows a few dozen. */
export function keepStory({ document, problems }: Made): Entry {
  if (document === undefined) return { first: { problems } satisfies First, rest: () => undefined }
  const { title, summary, dateline, pronounce, terms, ...front } = document.front
  const { holes, anchors, excerpt, dateline: place, ...body } = document.body
  const rest: Rest = { title, summary, dateline, pronounce, holes, anchors, excerpt, place, places: document.places }
  const first: First = {
    document: {
      front: unusual(front),
      terms: Object.fromEntries(Object.entries(terms).map(([key, of]) => [key, of.map(lineOf).join('\n')])),
      body: unusual(body),
      prints: document.prints,
    },
    problems,
  }
  return { first, rest: () => rest }
}

const lineOf = ({ id, word }: TermReference) => `${id} ${word}`

/** The story of two parts. The second is read when it is first asked for, and nobody who asks has to know. */
export function recallStory(entry: Entry): Made {
  const { document, problems } = entry.first as First
  return { document: document && new KeptDocument(document, entry), problems }
}

class KeptDocument implements Document<Article> {
  readonly front: Article
  readonly body: BodySummary
  readonly prints: Document<Article>['prints']

  constructor(
    { front, terms, body, prints }: FirstDocument,
    private readonly entry: Entry,
  ) {
    this.front = new KeptFront(front, termsOf(terms), entry)
    this.body = new KeptBody(body, entry)
    this.prints = prints
  }

  get places() {
    return restOf(this.entry).places
  }
}

// Every field of every story is named, for whoever goes through tens of thousands of them is quick where all look alike.

class KeptFront implements Article {
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

  constructor(
    first: FirstDocument['front'],
    readonly terms: Article['terms'],
    private readonly entry: Entry,
  ) {
    this.date = first.date
    this.updated = first.updated
    this.byline = first.byline
    this.image = first.image
    this.audio = first.audio
    this.republish = first.republish ?? usual.republish
    this.pseudonyms = first.pseudonyms ?? usual.pseudonyms
    this.actions = first.actions ?? usual.actions
    this.answers = first.answers ?? usual.answers
    this.corrections = first.corrections ?? usual.corrections
    this.embargo = first.embargo
    this.status = first.status ?? usual.status
    this.replies = first.replies
    this.language = first.language
    this.translationOf = first.translationOf
    this.aliases = first.aliases ?? usual.aliases
    this.slug = first.slug
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

class KeptBody implements BodySummary {
  readonly hash
  readonly words
  readonly openHoles
  readonly actions
  readonly namesChanged

  constructor(
    first: FirstDocument['body'],
    private readonly entry: Entry,
  ) {
    this.hash = first.hash
    this.words = first.words
    this.openHoles = first.openHoles ?? usual.openHoles
    this.actions = first.actions ?? usual.actions
    this.namesChanged = first.namesChanged ?? usual.namesChanged
  }

  get holes() {
    return restOf(this.entry).holes
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
function termsOf(lines: Record<string, string>): Article['terms'] {
  const terms: Article['terms'] = {}
  for (const key in lines) {
    const text = lines[key] ?? ''
    let of = known.get(text)
    if (of === undefined) {
      of = text === '' ? [] : text.split('\n').map(termOf)
      known.set(text, of)
    }
    terms[key] = of
  }
  return terms
}

const known = new Map<string, TermReference[]>()

function termOf(line: string): TermReference {
  let term = references.get(line)
  if (term === undefined) {
    const at = line.indexOf(' ')
    term = { id: line.slice(0, at), word: line.slice(at + 1) }
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
  openHoles: [],
  namesChanged: false,
} satisfies Partial<Article> & Partial<BodySummary>

/** What is not usual. */
function unusual<Part extends object>(part: Part): Part {
  const defaults: Record<string, unknown> = usual
  const isUsual = ([key, value]: [string, unknown]) =>
    key in defaults && JSON.stringify(value) === JSON.stringify(defaults[key])
  return Object.fromEntries(Object.entries(part).filter((entry) => !isUsual(entry))) as Part
}
