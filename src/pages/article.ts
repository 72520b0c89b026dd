import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { RepliesProps, ReplyProps } from '../../layouts/parts/Replies.tsx'
import type { SeriesProps } from '../../layouts/parts/SeriesNav.tsx'
import { printOf } from '../fingerprint/hash.ts'
import { Printed } from '../fingerprint/hashed.ts'
import { dayInWords } from '../i18n/format.ts'
import { interfaceLanguage } from '../i18n/strings.ts'
import { type Address, href } from '../newsroom/url-path.ts'
import { answersOf } from '../site/open-actions.ts'
import { relate } from '../site/related.ts'
import { repliesTo, type Thread, threadsOf } from '../site/replies.ts'
import { type Resolved, resolveHoles } from '../site/resolve-body.ts'
import type { SiteArticle, SiteTerm } from '../site/site.ts'
import { propsOf } from './article-props.ts'
import { type Recording, recordingOf } from './broadcasts.ts'
import type { Output } from './output.ts'
import {
  actionsToday,
  type Frame,
  linkTo,
  type Outside,
  outsideOf,
  pictureOf,
  type Setting,
  type Story,
  settingOf,
  storyOf,
} from './page-context.ts'
import { republishAddress } from './republish.ts'
import { cardOrder } from './social-cards.ts'

/** A page for every story. */
export function articlePages(frame: Frame): Output[] {
  const { articles, inLists } = frame.site
  const related = relate(inLists)
  const rows = new Set(inLists)
  const inRow = (index: number): Beside => ({
    related: related(index),
    previous: inLists[index + 1],
    next: inLists[index - 1],
  })
  const apart = (): Beside => ({ related: [], previous: undefined, next: undefined })
  return [
    ...inLists.map((article, index) => new ArticlePage(article, frame, inRow, index)),
    // A version that lists do not show stands beside the one that they show, and not in the row of stories.
    ...articles
      .filter((article) => !rows.has(article))
      .map((article, index) => new ArticlePage(article, frame, apart, index)),
  ]
}

/** The page of a story. A class, for there are tens of thousands of them: what they have in common is made once. */
class ArticlePage {
  readonly layout = 'article'
  readonly url: Address
  readonly source: string
  readonly propsOf = propsOf

  constructor(
    private readonly article: SiteArticle,
    private readonly frame: Frame,
    private readonly beside: (index: number) => Beside,
    private readonly index: number,
  ) {
    this.url = article.address
    this.source = article.path
  }

  get parts(): Parts {
    return partsOf(this.article, this.frame, this.beside(this.index))
  }

  get props() {
    return propsOf(this.parts)
  }

  /** The same page of another version of its story. */
  of(article: SiteArticle): ArticlePage {
    return new ArticlePage(article, this.frame, this.beside, this.index)
  }
}

/** The page of a story as it would be with another version of the story; undefined for other pages. */
export function pageWith(page: Output, article: SiteArticle): Output | undefined {
  return page instanceof ArticlePage ? page.of(article) : undefined
}

/** The stories that a page leads on to. */
interface Beside {
  related: readonly SiteArticle[]
  previous: SiteArticle | undefined
  next: SiteArticle | undefined
}

/** A term as pages of stories name it. */
type NamedTerm = Pick<SiteTerm, 'taxonomy' | 'id' | 'name' | 'address' | 'file'>

/** What the page of a story is made of, as the site has it today. */
export interface Parts {
  setting: Printed<Setting>
  story: Printed<Story>
  text: readonly Resolved[]
  picture: PictureProps | undefined
  card: Address | undefined
  versions: readonly Printed<Outside>[]
  /** Of each action of front matter, whether its last day is past, and where it leads. */
  actions: readonly { over: boolean; url: string | undefined }[]
  answers: readonly Printed<Outside>[]
  answerTo: readonly Printed<Outside>[]
  terms: Readonly<Record<string, readonly Printed<NamedTerm>[]>>
  series: readonly SeriesProps[]
  related: readonly Printed<Outside>[]
  previous: Printed<Outside> | undefined
  next: Printed<Outside> | undefined
  recording: Recording | undefined
  republish: Address | undefined
  replies: RepliesProps
}

function partsOf(article: SiteArticle, frame: Frame, { related, previous, next }: Beside): Parts {
  const { site, outlet } = frame
  const { front, path } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const { toldBy, askedBy } = answersOf(site)
  const terms: Record<string, readonly Printed<NamedTerm>[]> = {}
  for (const key in article.terms) terms[key] = (article.terms[key] ?? []).map(named)
  return {
    setting: settingOf(frame),
    story: storyOf(article),
    text: resolveHoles(article, frame),
    picture: pictureOf(front.image, path, frame),
    card: cardOrder(article, frame)?.url,
    versions: (site.versions.get(article) ?? []).map(outsideOf),
    actions: actionsToday(article, frame),
    answers: (toldBy.get(article) ?? []).map(outsideOf),
    answerTo: (askedBy.get(article) ?? []).map(outsideOf),
    terms,
    series: outlet.taxonomies.some(({ ordered }) => ordered) ? seriesOf(article) : [],
    related: related.map(outsideOf),
    previous: previous && outsideOf(previous),
    next: next && outsideOf(next),
    recording: recordingOf(article, frame),
    republish: republishAddress(article, frame),
    replies: repliesOf(article, frame, ui),
  }
}

/** A term as a part of pages; the same object wherever it stands. */
function named(term: SiteTerm): Printed<NamedTerm> {
  let found = terms.get(term)
  if (found === undefined) {
    const { taxonomy, id, name, address, file } = term
    found = new Printed(term, printOf(JSON.stringify([taxonomy.key, id, name, address, file?.prints.outside])))
    terms.set(term, found)
  }
  return found
}

const terms = new WeakMap<SiteTerm, Printed<NamedTerm>>()

/** The letters about a story, and whether more are asked for. */
function repliesOf(article: SiteArticle, { site }: Frame, language: string): RepliesProps {
  const { open, printed } = repliesTo(article, site.outlet)
  const letters = printed ? (site.letters.get(article.slug) ?? []) : []
  const show = ({ letter, answers }: Thread): ReplyProps => ({
    id: letter.id,
    name: letter.name,
    date: { iso: letter.date, text: dayInWords(letter.date, language) },
    html: letter.html,
    waiting: letter.status === 'waiting',
    answers: answers.map(show),
  })
  return { open, isso: open ? issoOf(article, site.outlet.isso) : undefined, threads: threadsOf(letters).map(show) }
}

/** What Isso's script is told; it knows a story by its address. */
const issoOf = ({ address }: SiteArticle, server: string | undefined) =>
  server === undefined ? undefined : { server, thread: href(address) }

/** The series that a story is a part of, and the parts beside it; the first part is the oldest. */
function seriesOf(article: SiteArticle): SeriesProps[] {
  return Object.values(article.terms)
    .filter(([term]) => term?.taxonomy.ordered)
    .flat()
    .filter(({ articles }) => articles.includes(article))
    .map(({ taxonomy, name, address, articles }) => {
      const at = articles.indexOf(article)
      const [next, previous] = [articles[at - 1], articles[at + 1]]
      return {
        label: taxonomy.labels.one,
        name,
        url: href(address),
        part: articles.length - at,
        of: articles.length,
        previous: previous && linkTo(previous),
        next: next && linkTo(next),
      }
    })
}
