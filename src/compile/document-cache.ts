import type { Body, Cache, Entry } from '../cache/cache.ts'
import type { ContentFile } from '../content/content-files.ts'
import { hashOf } from '../fingerprint/hash.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Problem } from '../problems/problem.ts'
import { keepStory, recallStory } from './article-codec.ts'
import type { Compiled, Source } from './compiler.ts'

/** What was made of a file. */
export type Made<Front> = Pick<Compiled<Front>, 'document' | 'problems'>

/** What files were compiled to, under all that it was compiled from. It takes none of the code that compiles. */
export class Entries {
  private readonly options: string

  constructor(
    { agency, language, url, timeZone, taxonomies }: Outlet,
    private readonly cache: Cache,
  ) {
    this.options = hashOf(JSON.stringify({ agency, language, url, timeZone, taxonomies }))
  }

  /** What a file was compiled to; undefined where it was not, or is not what it was. */
  recall<Front>(file: ContentFile, { id, shown }: Source): Compiled<Front> | undefined {
    const entry = this.cache.get(this.keyOf(file, id))
    if (entry === undefined) return undefined
    const { document, problems } = isStory(file) ? recallStory(entry) : (entry.first as Made<never>)
    return { document, problems: saidOf(shown, problems), shown, file } as Compiled<Front>
  }

  /** Keeps what a file was compiled to. */
  keep<Front>(file: ContentFile, { id }: Source, { document, problems }: Made<Front>, body: Body | undefined): void {
    // Whoever recalls it may call the file another path: that of this machine is nobody else's.
    const made = { document, problems: saidOf('', problems) }
    const entry: Entry = isStory(file) ? keepStory(made as Made<Article>) : { first: made, rest: () => undefined }
    this.cache.put(this.keyOf(file, id), entry, body)
  }

  /** What a document depends on: all that its entry does, but for the name of the file. */
  printOf({ folder }: ContentFile, id: string): string {
    return hashOf(`${folder}\0${this.options}\0${id}`)
  }

  /** What an entry depends on: which schema its folder has, the outlet, the path below the content folder, and the bytes. */
  private keyOf({ path }: ContentFile, id: string): string {
    return `${this.options}/${id}/${path}`
  }
}

/** The problems of a file, said of the path that it is known by. */
const saidOf = (shown: string, problems: readonly Problem[]) =>
  problems.length === 0 ? problems : problems.map((problem) => ({ ...problem, file: shown }))

const isStory = ({ folder }: ContentFile) => folder === 'articles'
