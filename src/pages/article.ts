import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { RepliesProps, ReplyProps } from '../../layouts/parts/Replies.tsx'
import type { SeriesProps } from '../../layouts/parts/SeriesNav.tsx'
import { fingerprint } from '../fingerprint/hash.ts'
import { Hashed } from '../fingerprint/hashed.ts'
import { formatDay } from '../i18n/format.ts'
import { interfaceLanguage } from '../i18n/strings.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { findAnswers } from '../site/open-actions.ts'
import { createRelatedFinder } from '../site/related.ts'
import { buildThreads, findReplyPolicy, type Thread } from '../site/replies.ts'
import { type ResolvedTarget, resolveDeferred } from '../site/resolve-body.ts'
import type { SiteArticle, SiteTerm } from '../site/site.ts'
import { articleProps } from './article-props.ts'
import { articleRecording, type Recording } from './broadcasts.ts'
import type { Output } from './output.ts'
import {
  type ArticleTeaser,
  actionStates,
  articleLink,
  type FullArticle,
  hashedArticle,
  hashedSettings,
  hashedTeaser,
  type PageContext,
  type PageSettings,
  pictureProps,
} from './page-context.ts'
import { republishAddress } from './republish.ts'
import { socialCardRequest } from './social-cards.ts'

/** A page for every story. */
export function articlePages(context: PageContext): Output[] {
  const { articles, listedArticles } = context.site
  const related = createRelatedFinder(listedArticles)
  const rows = new Set(listedArticles)
  const inRow = (index: number): Neighbours => ({
    related: related(index),
    previous: listedArticles[index + 1],
    next: listedArticles[index - 1],
  })
  const apart = (): Neighbours => ({ related: [], previous: undefined, next: undefined })
  return [
    ...listedArticles.map((article, index) => new ArticlePage(article, context, inRow, index)),
    // A version that lists do not show stands beside the one that they show, and not in the row of stories.
    ...articles
      .filter((article) => !rows.has(article))
      .map((article, index) => new ArticlePage(article, context, apart, index)),
  ]
}

/** The page of a story. A class, for there are tens of thousands of them: what they have in common is made once. */
class ArticlePage {
  readonly layout = 'article'
  readonly url: UrlPath
  readonly source: string
  readonly makeProps = articleProps

  constructor(
    private readonly article: SiteArticle,
    private readonly context: PageContext,
    private readonly beside: (index: number) => Neighbours,
    private readonly index: number,
  ) {
    this.url = article.address
    this.source = article.path
  }

  get inputs(): ArticleInputs {
    return findArticleInputs(this.article, this.context, this.beside(this.index))
  }

  get props() {
    return articleProps(this.inputs)
  }

  /** The same page of another version of its story. */
  of(article: SiteArticle): ArticlePage {
    return new ArticlePage(article, this.context, this.beside, this.index)
  }
}

/** The page of a story as it would be with another version of the story; undefined for other pages. */
export function articlePageWith(page: Output, article: SiteArticle): Output | undefined {
  return page instanceof ArticlePage ? page.of(article) : undefined
}

/** The stories that a page leads on to. */
interface Neighbours {
  related: readonly SiteArticle[]
  previous: SiteArticle | undefined
  next: SiteArticle | undefined
}

/** A term as pages of stories name it. */
type NamedTerm = Pick<SiteTerm, 'taxonomy' | 'id' | 'name' | 'address' | 'file'>

/** What the page of a story is made of, as the site has it today. */
export interface ArticleInputs {
  settings: Hashed<PageSettings>
  story: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  picture: PictureProps | undefined
  card: UrlPath | undefined
  versions: readonly Hashed<ArticleTeaser>[]
  /** Of each action of front matter, whether its last day is past, and where it leads. */
  actions: readonly { over: boolean; url: string | undefined }[]
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  terms: Readonly<Record<string, readonly Hashed<NamedTerm>[]>>
  series: readonly SeriesProps[]
  related: readonly Hashed<ArticleTeaser>[]
  previous: Hashed<ArticleTeaser> | undefined
  next: Hashed<ArticleTeaser> | undefined
  recording: Recording | undefined
  republish: UrlPath | undefined
  replies: RepliesProps
}

function findArticleInputs(
  article: SiteArticle,
  context: PageContext,
  { related, previous, next }: Neighbours,
): ArticleInputs {
  const { site, outlet } = context
  const { front, path } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const { answeredIn, answerTo } = findAnswers(site)
  const terms: Record<string, readonly Hashed<NamedTerm>[]> = {}
  for (const key in article.terms) terms[key] = (article.terms[key] ?? []).map(hashedTerm)
  return {
    settings: hashedSettings(context),
    story: hashedArticle(article),
    text: resolveDeferred(article, context),
    picture: pictureProps(front.image, path, context),
    card: socialCardRequest(article, context)?.url,
    versions: (site.versions.get(article) ?? []).map(hashedTeaser),
    actions: actionStates(article, context),
    answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
    answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
    terms,
    series: outlet.taxonomies.some(({ ordered }) => ordered) ? seriesProps(article) : [],
    related: related.map(hashedTeaser),
    previous: previous && hashedTeaser(previous),
    next: next && hashedTeaser(next),
    recording: articleRecording(article, context),
    republish: republishAddress(article, context),
    replies: repliesProps(article, context, ui),
  }
}

/** A term as a part of pages; the same object wherever it stands. */
function hashedTerm(term: SiteTerm): Hashed<NamedTerm> {
  let found = terms.get(term)
  if (found === undefined) {
    const { taxonomy, id, name, address, file } = term
    found = new Hashed(term, fingerprint(JSON.stringify([taxonomy.key, id, name, address, file?.fingerprints.teaser])))
    terms.set(term, found)
  }
  return found
}

const terms = new WeakMap<SiteTerm, Hashed<NamedTerm>>()

/** The letters about a story, and whether more are asked for. */
function repliesProps(article: SiteArticle, { site }: PageContext, language: string): RepliesProps {
  const { open, printed } = findReplyPolicy(article, site.outlet)
  const letters = printed ? (site.replies.get(article.slug) ?? []) : []
  const show = ({ letter, answers }: Thread): ReplyProps => ({
    id: letter.id,
    name: letter.name,
    date: { iso: letter.date, text: formatDay(letter.date, language) },
    html: letter.html,
    waiting: letter.status === 'waiting',
    answers: answers.map(show),
  })
  return {
    open,
    isso: open ? issoProps(article, site.outlet.isso) : undefined,
    threads: buildThreads(letters).map(show),
  }
}

/** What Isso's script is told; it knows a story by its address. */
const issoProps = ({ address }: SiteArticle, server: string | undefined) =>
  server === undefined ? undefined : { server, thread: encodeUrlPath(address) }

/** The series that a story is a part of, and the parts beside it; the first part is the oldest. */
function seriesProps(article: SiteArticle): SeriesProps[] {
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
        url: encodeUrlPath(address),
        part: articles.length - at,
        of: articles.length,
        previous: previous && articleLink(previous),
        next: next && articleLink(next),
      }
    })
}
