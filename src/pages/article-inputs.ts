import type { RepliesProps, ReplyProps } from '../../layouts/parts/Replies.tsx'
import type { SeriesNavProps } from '../../layouts/parts/SeriesNav.tsx'
import { fingerprint } from '../fingerprint/hash.ts'
import { Hashed } from '../fingerprint/hashed.ts'
import { interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import type { PictureProps } from '../newsroom/picture-attributes.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { findAnsweredPrayers } from '../site/answered-prayers.ts'
import { buildThreads, findReplyPolicy, type Thread } from '../site/replies.ts'
import { type ResolvedTarget, resolveDeferredPlaceholders } from '../site/resolve-deferred-placeholders.ts'
import type { SiteArticle, SiteTerm } from '../site/site.ts'
import { type ActionState, findActionStates } from './action-states.ts'
import { type ArticleTeaser, articleLink, type FullArticle, hashedArticle, hashedTeaser } from './article-teaser.ts'
import { findRecording, type Recording } from './audio-player-props.ts'
import { hashedSettings, type PageContext, type PageSettings } from './page-context.ts'
import { pictureProps } from './picture-props.ts'
import { republishAddress } from './republish.ts'
import { socialCardRequest } from './social-cards.ts'

/** The articles that the page of an article links to. */
export interface Neighbours {
  related: readonly SiteArticle[]
  previous: SiteArticle | undefined
  next: SiteArticle | undefined
}

/** The part of a term that pages of articles show. */
type TermTeaser = Pick<SiteTerm, 'taxonomy' | 'id' | 'name' | 'address' | 'file'>

/** Everything that the page of an article is made from. */
export interface ArticleInputs {
  settings: Hashed<PageSettings>
  article: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  picture: PictureProps | undefined
  /** The address of the social card. */
  card: UrlPath | undefined
  versions: readonly Hashed<ArticleTeaser>[]
  /** The states of the actions in front matter. */
  actions: readonly ActionState[]
  answers: readonly Hashed<ArticleTeaser>[]
  answerTo: readonly Hashed<ArticleTeaser>[]
  /** By the key of the taxonomy. */
  terms: Readonly<Record<string, readonly Hashed<TermTeaser>[]>>
  series: readonly SeriesNavProps[]
  related: readonly Hashed<ArticleTeaser>[]
  previous: Hashed<ArticleTeaser> | undefined
  next: Hashed<ArticleTeaser> | undefined
  recording: Recording | undefined
  /** The address of the page for republishing. */
  republish: UrlPath | undefined
  replies: RepliesProps
}

export function findArticleInputs(
  article: SiteArticle,
  context: PageContext,
  { related, previous, next }: Neighbours,
): ArticleInputs {
  const { site, outlet } = context
  const { front, path } = article
  const ui = interfaceLanguage(article.language, outlet.language)
  const { answeredIn, answerTo } = findAnsweredPrayers(site)
  const terms: Record<string, readonly Hashed<TermTeaser>[]> = {}
  for (const key in article.terms) terms[key] = (article.terms[key] ?? []).map(hashedTerm)
  return {
    settings: hashedSettings(context),
    article: hashedArticle(article),
    text: resolveDeferredPlaceholders(article, context),
    picture: pictureProps(front.image, path, context),
    card: socialCardRequest(article, context)?.url,
    versions: (site.versions.get(article) ?? []).map(hashedTeaser),
    actions: findActionStates(article, context),
    answers: (answeredIn.get(article) ?? []).map(hashedTeaser),
    answerTo: (answerTo.get(article) ?? []).map(hashedTeaser),
    terms,
    series: outlet.taxonomies.some(({ ordered }) => ordered) ? seriesProps(article) : [],
    related: related.map(hashedTeaser),
    previous: previous && hashedTeaser(previous),
    next: next && hashedTeaser(next),
    recording: findRecording(article, context),
    republish: republishAddress(article, context),
    replies: repliesProps(article, context, ui),
  }
}

/** Returns a term with the fingerprint of what pages of articles show of it: the same object on every page. */
function hashedTerm(term: SiteTerm): Hashed<TermTeaser> {
  let result = hashedTerms.get(term)
  if (result === undefined) {
    const { taxonomy, id, name, address, file } = term
    const values = [taxonomy.key, id, name, address, file?.fingerprints.teaser]
    result = new Hashed(term, fingerprint(JSON.stringify(values)))
    hashedTerms.set(term, result)
  }
  return result
}

const hashedTerms = new WeakMap<SiteTerm, Hashed<TermTeaser>>()

/** The replies to an article, and whether readers can send more. */
function repliesProps(article: SiteArticle, { site }: PageContext, language: string): RepliesProps {
  const { open, visible } = findReplyPolicy(article, site.outlet)
  const replies = visible ? (site.replies.get(article.slug) ?? []) : []
  const threadProps = ({ reply, answers }: Thread): ReplyProps => ({
    id: reply.id,
    name: reply.name,
    date: { iso: reply.date, text: formatDay(reply.date, language) },
    html: reply.html,
    waiting: reply.status === 'waiting',
    answers: answers.map(threadProps),
  })
  return {
    open,
    isso: open ? issoProps(article, site.outlet.isso) : undefined,
    threads: buildThreads(replies).map(threadProps),
  }
}

/** Isso identifies an article by its address. */
const issoProps = ({ address }: SiteArticle, server: string | undefined) =>
  server === undefined ? undefined : { server, thread: encodeUrlPath(address) }

/** The series that an article belongs to, with the parts before and after it. Part 1 is the oldest. */
function seriesProps(article: SiteArticle): SeriesNavProps[] {
  return Object.values(article.terms)
    .filter(([term]) => term?.taxonomy.ordered)
    .flat()
    .filter(({ articles }) => articles.includes(article))
    .map(({ taxonomy, name, address, articles }) => {
      const index = articles.indexOf(article)
      const [next, previous] = [articles[index - 1], articles[index + 1]]
      return {
        label: taxonomy.labels.one,
        name,
        url: encodeUrlPath(address),
        part: articles.length - index,
        of: articles.length,
        previous: previous && articleLink(previous),
        next: next && articleLink(next),
      }
    })
}
