import type * as z from 'zod'
import type { Entry } from '../cache/entry.ts'
import type { FrontMatterSchema } from '../content/validate.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import { type Article, type ArticleContext, articleSchema } from '../newsroom/article.ts'
import { keyDetails } from '../newsroom/key-details.ts'
import type { CompileResult, Document } from './document.ts'
import { decodeTerms, encodeTerms } from './terms-codec.ts'

type ArticleResult = CompileResult<Article>

/**
 * The first part of an entry: the values that every build reads of every article. A row, because tens of thousands are read at once.
 * Usual values are left out: 0 stands for front matter, a body or a list of problems without any other.
 */
type FirstPart = readonly [
  problems: ArticleResult['problems'] | 0,
  day: string,
  instant: number,
  exact: boolean,
  terms: string,
  bodyHash: string,
  words: number,
  documentFingerprint: string,
  teaserFingerprint: string,
  front: FrontValues,
  body: Partial<CompiledBody> | 0,
]

/** The number of a key and its value, the number of the next key and its value, and so on. */
type FrontValues = readonly unknown[] | 0

/** The rest of an entry: the values that a build reads only of the articles that it shows. */
interface Rest {
  /** The values of the keys that are read on demand, in the order of the schema. */
  front: readonly unknown[]
  body: Pick<CompiledBody, 'placeholders' | 'anchors' | 'excerpt' | 'dateline'>
  places: Document<Article>['places']
}

/**
 * Turns compiled articles into cache entries and back. Archives have tens of thousands of articles, of which a build shows a few
 * dozen: an entry has a part that is read at once and a part that is read on demand.
 *
 * The keys of the front matter come from `articleSchema`: their defaults, which are not stored, and their parts.
 */
export class ArticleCodec {
  private readonly keys: FrontKeys
  private readonly DecodedFront: DecodedFrontClass

  constructor(context: ArticleContext, schema: FrontMatterSchema = articleSchema(context)) {
    this.keys = frontKeys(schema, context)
    this.DecodedFront = defineDecodedFront(this.keys)
  }

  encode({ document, problems }: ArticleResult): Entry {
    if (document === undefined) return { first: problems, rest: () => undefined }
    const { date, terms } = document.front
    const front = document.front as unknown as Readonly<Record<string, unknown>>
    const { placeholders, anchors, excerpt, dateline, hash, words, ...body } = document.body
    const rest: Rest = {
      front: this.keys.onDemand.map((key) => front[key]),
      body: { placeholders, anchors, excerpt, dateline },
      places: document.places,
    }
    const first: FirstPart = [
      problems.length === 0 ? 0 : problems,
      date.day,
      date.instant,
      date.exact,
      encodeTerms(terms),
      hash,
      words,
      document.fingerprints.document,
      document.fingerprints.teaser,
      encodeFront(front, this.keys),
      encodeBody(body),
    ]
    return { first, rest: () => rest }
  }

  /** Decodes the first part; the document decodes the rest when one of its values is read. */
  decode(entry: Entry): ArticleResult {
    const first = entry.first as FirstPart | ArticleResult['problems']
    if (!isDocument(first)) return { document: undefined, problems: first }
    const problems = first[0]
    return {
      document: new DecodedDocument(first, entry, this.DecodedFront),
      problems: problems === 0 ? noProblems : problems,
    }
  }
}

const noProblems: ArticleResult['problems'] = []

/** An entry without a document holds its problems and nothing else. */
const isDocument = (first: FirstPart | ArticleResult['problems']): first is FirstPart => typeof first[1] === 'string'

interface FrontKeys {
  /** The keys that are read at once, with the values that are not stored. */
  eager: readonly { key: string; usual: unknown; usualJson: string | undefined }[]
  /** The keys that are read on demand. */
  onDemand: readonly string[]
}

/** Divides the keys of articles. The date and the terms, which every article has, have columns of their own. */
function frontKeys({ shape }: FrontMatterSchema, { taxonomies }: ArticleContext): FrontKeys {
  const fields = new Set<string>(['date', ...taxonomies.map(({ field }) => field)])
  const entries = Object.entries(shape).filter(([key]) => !fields.has(key))
  const isOnDemand = (field: z.ZodType) => keyDetails.get(field)?.onDemand === true
  return {
    eager: entries
      .filter(([, field]) => !isOnDemand(field))
      .map(([key, field]) => {
        const usual = field.safeParse(undefined).data
        return { key, usual, usualJson: JSON.stringify(usual) }
      }),
    onDemand: entries.filter(([, field]) => isOnDemand(field)).map(([key]) => key),
  }
}

function encodeFront(front: Readonly<Record<string, unknown>>, { eager }: FrontKeys): FrontValues {
  const values = eager.flatMap(({ key, usualJson }, index) => {
    const value = front[key]
    return value === undefined || JSON.stringify(value) === usualJson ? [] : [index, value]
  })
  return values.length === 0 ? 0 : values
}

function decodeFront(stored: readonly unknown[], usualValues: readonly unknown[]): readonly unknown[] {
  const values = usualValues.slice()
  for (let at = 0; at < stored.length; at += 2) values[stored[at] as number] = stored[at + 1]
  return values
}

type DecodedFrontClass = new (first: FirstPart, entry: Entry) => Article

/**
 * Defines the class of decoded front matter, with a getter for each key.
 *
 * Getters, because all articles then have one shape whichever keys they give: loops over tens of thousands of them are slow otherwise.
 */
function defineDecodedFront({ eager, onDemand }: FrontKeys): DecodedFrontClass {
  const usualValues = eager.map(({ usual }) => usual)
  class DecodedFront {
    readonly date: Article['date']
    readonly terms: Article['terms']
    /** The values of the keys that are read at once, in the order of the schema. */
    readonly values: readonly unknown[]

    constructor(
      first: FirstPart,
      readonly entry: Entry,
    ) {
      // Read by index: V8 makes an object for each part of a destructured row until it has compiled the function.
      this.date = { day: first[1], instant: first[2], exact: first[3] }
      this.terms = decodeTerms(first[4])
      this.values = first[9] === 0 ? usualValues : decodeFront(first[9], usualValues)
    }
  }
  for (const [index, { key }] of eager.entries()) {
    Object.defineProperty(DecodedFront.prototype, key, {
      get(this: DecodedFront) {
        return this.values[index]
      },
    })
  }
  for (const [index, key] of onDemand.entries()) {
    Object.defineProperty(DecodedFront.prototype, key, {
      get(this: DecodedFront) {
        return decodeRest(this.entry).front[index] ?? undefined
      },
    })
  }
  return DecodedFront as unknown as DecodedFrontClass
}

class DecodedDocument implements Document<Article> {
  readonly front: Article
  readonly body: CompiledBody
  readonly fingerprints: Document<Article>['fingerprints']

  constructor(
    first: FirstPart,
    private readonly entry: Entry,
    DecodedFront: DecodedFrontClass,
  ) {
    this.front = new DecodedFront(first, entry)
    this.body = new DecodedBody(first, entry)
    this.fingerprints = { document: first[7], teaser: first[8] }
  }

  get places() {
    return decodeRest(this.entry).places
  }
}

const usualBody = {
  deferredPlaceholders: [],
  actions: [],
  namesChanged: false,
} satisfies Partial<CompiledBody>

function encodeBody(body: Pick<CompiledBody, keyof typeof usualBody>): Partial<CompiledBody> | 0 {
  const unusual = Object.entries(body).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(usualBody[key as keyof typeof usualBody]),
  )
  return unusual.length === 0 ? 0 : Object.fromEntries(unusual)
}

class DecodedBody implements CompiledBody {
  readonly hash
  readonly words
  readonly deferredPlaceholders
  readonly actions
  readonly namesChanged

  constructor(
    first: FirstPart,
    private readonly entry: Entry,
  ) {
    const values: Partial<CompiledBody> = first[10] === 0 ? usualBody : first[10]
    this.hash = first[5]
    this.words = first[6]
    this.deferredPlaceholders = values.deferredPlaceholders ?? usualBody.deferredPlaceholders
    this.actions = values.actions ?? usualBody.actions
    this.namesChanged = values.namesChanged ?? usualBody.namesChanged
  }

  get placeholders() {
    return decodeRest(this.entry).body.placeholders
  }

  get anchors() {
    return decodeRest(this.entry).body.anchors
  }

  get excerpt() {
    return decodeRest(this.entry).body.excerpt
  }

  get dateline() {
    return decodeRest(this.entry).body.dateline
  }
}

const decodeRest = (entry: Entry) => entry.rest() as Rest
