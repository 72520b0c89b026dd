import type { VFile } from 'vfile'
import type * as z from 'zod'
import type { Body, Cache } from '../cache/cache.ts'
import { type ContentFile, isRepliesFile } from '../content/content-files.ts'
import { resolveBlobId } from '../content/file-hashes.ts'
import { readYaml, type Split, splitFrontMatter } from '../content/front-matter.ts'
import { isUnreadable } from '../content/is-unreadable.ts'
import { textFile } from '../content/read.ts'
import { validate } from '../content/validate.ts'
import { fingerprint, hash128 } from '../fingerprint/hash.ts'
import { interfaceLanguage } from '../i18n/strings.ts'
import type { CompiledBody } from '../markdown/compiled-body.ts'
import { compileBody, createPipeline, type Pipeline } from '../markdown/pipeline.ts'
import { isStatic, type Placeholder } from '../markdown/placeholder.ts'
import { type Article, articleSchema, firstDay, toArticle } from '../newsroom/article.ts'
import { findCountry } from '../newsroom/country.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { type Page, pageSchema } from '../newsroom/page.ts'
import { repliesSchema } from '../newsroom/reply.ts'
import { isSlug, slugify } from '../newsroom/slug.ts'
import type { Taxonomy } from '../newsroom/taxonomy.ts'
import { partnerSchema, personSchema, type Term, termSchema } from '../newsroom/term.ts'
import { actionOverAtPublication, updatedBeforeDate } from '../problems/catalogue/dates.ts'
import { badFileName, fileUnreadable } from '../problems/catalogue/files.ts'
import { bylineAndAuthors, bylineMissing, datelineCountryDiffers } from '../problems/catalogue/names.ts'
import { noText } from '../problems/catalogue/text.ts'
import { type Places, shortPlaces } from '../problems/place.ts'
import { fileProblems, fileStart, type Place, type Problem, raise } from '../problems/problem.ts'
import { type CompiledReplies, compileReplies } from './compile-replies.ts'
import { DocumentCache } from './document-cache.ts'

/** A text without its HTML, which is fetched by its hash when a page is written. */
export type BodySummary = Omit<CompiledBody, 'html'> & {
  /** The hash of the HTML with its placeholders. */
  hash: string
  /** Those placeholders of which other files or the day say what stands in them. */
  deferredPlaceholders: readonly Placeholder[]
}

/** What a file of content compiles to, whatever its kind. */
export interface Compiled<Front> {
  /** The path that problems name. */
  displayPath: string
  file: ContentFile
  /** Undefined where the file cannot be read. Where it has other errors, what is sound of it, so that the rest can be checked. */
  document: Document<Front> | undefined
  problems: Problem[]
}

export interface Document<Front> {
  front: Front
  body: BodySummary
  /** Hashes: of front matter and text, and of what pages elsewhere show of them. */
  fingerprints: { whole: string; outside: string }
  /** The places of references that only the whole site can check, by the key or the key within a key (`image.src`). */
  places: Places
}

/** The bytes of a file, read only where they are not known by their id. */
export interface Source {
  /** Git's id of the bytes. */
  id: string
  /** The path that problems name. */
  displayPath: string
  bytes(): Buffer
}

/** Compiles files of content, each once: what is compiled is kept under the hash of its bytes. */
export class Compiler {
  private readonly entries: DocumentCache
  private readonly schemas = {
    article: lazy(() => articleSchema(this.outlet)),
    page: lazy(pageSchema),
    person: lazy<Shape>(personSchema),
    partner: lazy<Shape>(partnerSchema),
    term: lazy<Shape>(termSchema),
    replies: lazy(repliesSchema),
  }

  constructor(
    private readonly outlet: Outlet,
    cache: Cache,
    private readonly pipeline: Pipeline,
  ) {
    this.entries = new DocumentCache(outlet, cache)
  }

  /** A compiler for an outlet, with what it compiles by. */
  static async create(outlet: Outlet, cache: Cache): Promise<Compiler> {
    return new Compiler(outlet, cache, await createPipeline(outlet))
  }

  /** Compiles a file of whatever kind; undefined for one that nothing reads. */
  any(file: ContentFile, source: Source): Compiled<Article | Page | Term | CompiledReplies> | undefined {
    if (isRepliesFile(file)) return this.replies(file, source)
    if (file.folder === 'articles') return this.article(file, source)
    if (file.folder === 'pages') return this.page(file, source)
    const taxonomy = this.outlet.taxonomies.find(({ key }) => key === file.folder)
    return taxonomy && this.term(file, source, taxonomy)
  }

  article(file: ContentFile, source: Source): Compiled<Article> {
    const { outlet } = this
    return this.compile(file, source, {
      isName: isSlug,
      schema: this.schemas.article(),
      examples: { title: 'title: Headline of the story', date: 'date: 2026-11-30' },
      required: { title: 'Untitled', date: '1970-01-01' },
      finish: (front, source) => {
        const { place, placeOfKey } = source.frontMatter
        const parsed = toArticle(front, outlet.taxonomies)
        if (front.byline === 'withheld' && front.authors.length > 0) {
          raise(source.file, bylineAndAuthors(), placeOfKey(['authors']))
        }
        if (front.byline === undefined && source.frontMatter.data.authors === undefined) {
          raise(source.file, bylineMissing(), fileStart)
        }
        if (front.updated !== undefined && front.updated.day < front.date.day) {
          raise(source.file, updatedBeforeDate(front.updated.day, front.date.day), place(['updated']))
        }
        const first = firstDay(front, outlet.timeZone)
        for (const [index, { until }] of front.actions.entries()) {
          if (until !== undefined && until < first) {
            raise(source.file, actionOverAtPublication(until, first), place(['actions', index, 'until']))
          }
        }
        return parsed
      },
      body: (front, { frontMatter }) => ({
        ...languages(front.language, outlet),
        dateline: front.dateline,
        day: firstDay(front, outlet.timeZone),
        pseudonyms: front.pseudonyms.map((name, index) => ({
          name,
          ...frontMatter.place(['pseudonyms', index]).start,
        })),
        isArticle: true,
      }),
      check: (front, body, { file: source, frontMatter }) => {
        if (front.audio === undefined) raiseMissingText(source, front.status, body)
        const place = body.dateline?.place
        const named = place?.split(/[,/–—-]| and /).map((part) => findCountry(part)) ?? []
        const countries = front.countries.map(({ word }) => word)
        const stranger = named.find((country) => country !== undefined && !countries.includes(country))
        if (
          place !== undefined &&
          stranger !== undefined &&
          countries.length > 0 &&
          !named.some((country) => country !== undefined && countries.includes(country))
        ) {
          raise(
            source,
            datelineCountryDiffers(place, countries.join(', ')),
            front.dateline === undefined ? firstTextPlace(source) : frontMatter.place(['dateline']),
          )
        }
      },
    })
  }

  page(file: ContentFile, source: Source): Compiled<Page> {
    return this.compile(file, source, {
      isName: isSlug,
      schema: this.schemas.page(),
      examples: { title: 'title: Contact' },
      required: { title: 'Untitled' },
      finish: (front) => front,
      body: (front) => ({ ...languages(front.language, this.outlet), pseudonyms: [], isArticle: false }),
      check: (front, body, { file: source }) => raiseMissingText(source, front.status, body),
    })
  }

  term(file: ContentFile, source: Source, taxonomy: Taxonomy): Compiled<Term> {
    const { person, partner, term } = this.schemas
    const schema = taxonomy.key === 'people' ? person() : taxonomy.key === 'partners' ? partner() : term()
    return this.compile(file, source, {
      // A country's file may be named by its code.
      isName: (slug) => isSlug(taxonomy.values === 'country' ? slug.toLowerCase() : slug),
      schema,
      examples: { name: 'name: The name that readers see' },
      required: { name: 'Unnamed' },
      finish: (front) => front as unknown as Term,
      body: () => ({ ...languages(undefined, this.outlet), pseudonyms: [], isArticle: false }),
    })
  }

  replies(file: ContentFile, source: Source): Compiled<CompiledReplies> {
    return this.compile(file, source, {
      isName: isSlug,
      split: (file, text) => {
        const frontMatter = readYaml(file, text)
        return frontMatter && { frontMatter, body: '' }
      },
      schema: this.schemas.replies(),
      examples: { replies: 'replies:', name: 'name: Ruth', date: 'date: 2026-11-30', text: 'text: Thank you.' },
      required: {},
      finish: ({ replies }, { file, frontMatter }) => ({ letters: compileReplies(file, replies, frontMatter) }),
      body: () => ({ ...languages(undefined, this.outlet), pseudonyms: [], isArticle: false }),
    })
  }

  private compile<Schema extends Shape, Front>(
    file: ContentFile,
    origin: Source,
    steps: Steps<Schema, Front>,
  ): Compiled<Front> {
    const recalled = this.entries.get<Front>(file, origin)
    if (recalled !== undefined) return recalled
    const { id, displayPath } = origin
    let bytes: Buffer
    try {
      bytes = origin.bytes()
    } catch (error) {
      if (!isUnreadable(error)) throw error
      return {
        document: undefined,
        problems: [{ ...fileUnreadable(), file: displayPath, ...fileStart }],
        displayPath,
        file,
      }
    }
    const source = textFile(bytes, displayPath)
    // The file may have been changed since it was identified.
    const own = { ...origin, id: resolveBlobId(bytes, id) }
    const { document, body } =
      this.compileText(source, file, steps, this.entries.documentFingerprint(file, own.id)) ?? {}
    const problems = fileProblems(source)
    this.entries.put(file, own, { document, problems }, body)
    // Taken from what is kept, as all others are: whoever goes through tens of thousands is quick where all look alike.
    return this.entries.get(file, own) ?? { document, problems, displayPath, file }
  }

  private compileText<Schema extends Shape, Front>(
    source: VFile,
    file: ContentFile,
    steps: Steps<Schema, Front>,
    whole: string,
  ): { document: Document<Front>; body: Body } | undefined {
    if (!steps.isName(file.slug)) raise(source, badFileName(file.slug, slugify(file.slug)), undefined)
    if (source.messages.length > 0 && source.data.text === '') return undefined
    const split = (steps.split ?? splitFrontMatter)(source, source.data.text ?? '')
    if (split === undefined) return undefined
    const input = { file: source, frontMatter: split.frontMatter }
    const parsed =
      validate(source, split.frontMatter, steps.schema, steps.examples) ??
      salvage(steps.schema, split.frontMatter.data, steps.required)
    const front = steps.finish(parsed, input)
    const body = compileBody(this.pipeline, source, split.body, steps.body(parsed, input))
    if (body === undefined) return undefined
    steps.check?.(parsed, body, input)
    const { html, ...summary } = body
    const hash = hash128(html)
    const { excerpt, dateline, placeholders, anchors } = summary
    const deferred = placeholders.filter((placeholder) => !isStatic(placeholder, anchors))
    const prints = { whole, outside: fingerprint(JSON.stringify([front, excerpt, dateline])) }
    return {
      document: {
        front,
        body: { ...summary, hash, deferredPlaceholders: deferred },
        fingerprints: prints,
        places: findPlaces(split.frontMatter),
      },
      body: { hash, html },
    }
  }
}

/** Makes something when it is first asked for. */
function lazy<Thing>(make: () => Thing): () => Thing {
  let made: Thing | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The language of a text, and of the words that the press adds to it. */
function languages(own: string | undefined, outlet: Outlet): { language: string; ui: string } {
  const language = own ?? outlet.language
  return { language, ui: interfaceLanguage(language, outlet.language) }
}

interface Input {
  file: VFile
  frontMatter: NonNullable<ReturnType<typeof splitFrontMatter>>['frontMatter']
}

interface Steps<Schema extends Shape, Front> {
  /** Harmless values for the keys that a file must have, for one that lacks them. */
  required: Record<string, unknown>
  /** Takes a file apart; front matter from text unless said otherwise. */
  split?(file: VFile, text: string): Split | undefined
  /** Whether a file may have this name. */
  isName(slug: string): boolean
  schema: Schema
  examples: Record<string, string>
  finish(parsed: z.output<Schema>, input: Input): Front
  body(parsed: z.output<Schema>, input: Input): Parameters<typeof compileBody>[3]
  check?(parsed: z.output<Schema>, body: CompiledBody, input: Input): void
}

type Shape = z.ZodObject<Record<string, z.ZodType>>

/** Takes each key that is sound, and something harmless for those that a file must have. */
function salvage<Schema extends Shape>(
  schema: Schema,
  data: Readonly<Record<string, unknown>>,
  required: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const sound = Object.entries(schema.shape).filter(
    ([key, field]) => data[key] !== undefined && field.safeParse(data[key]).success,
  )
  return schema.parse({ ...required, ...Object.fromEntries(sound.map(([key]) => [key, data[key]])) })
}

/** Where each key, each item of a list and each key within a key stands. */
function findPlaces({ data, place }: Input['frontMatter']): Places {
  const places: [string, Place[]][] = []
  for (const [key, value] of Object.entries(data)) {
    if (Array.isArray(value)) {
      places.push([key, value.map((_, index) => place([key, index]))])
      continue
    }
    places.push([key, [place([key])]])
    for (const inside of value !== null && typeof value === 'object' ? Object.keys(value) : []) {
      places.push([`${key}.${inside}`, [place([key, inside])]])
    }
  }
  return shortPlaces(places)
}

/** A page without a text is told of, unless it is still a draft. */
function raiseMissingText(file: VFile, status: string | undefined, { html }: CompiledBody): void {
  if (status === 'draft' || html.trim() !== '') return
  const lines = (file.data.text ?? '').trimEnd().split('\n')
  // What is left out of a text, such as a script, is told of by itself.
  if (lines.at(-1) === '---') raise(file, noText(), { start: { line: lines.length, column: 1 } })
}

function firstTextPlace(file: VFile): Place {
  const lines = (file.data.text ?? '').split('\n')
  const end = lines.indexOf('---', 1)
  const index = lines.findIndex((line, at) => at > end && line.trim() !== '')
  return { start: { line: Math.max(0, index) + 1, column: 1 } }
}
