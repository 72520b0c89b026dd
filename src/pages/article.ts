import type { RepliesProps, ReplyProps } from '../../layouts/parts/Replies.tsx'
import { isOver } from '../newsroom/action.ts'
import { type Address, absolute, href } from '../newsroom/address.ts'
import { lastChange } from '../newsroom/article.ts'
import { isImportant } from '../newsroom/correction.ts'
import { direction } from '../newsroom/language.ts'
import { answersOf } from '../site/actions.ts'
import { bodyForPage } from '../site/bodies.ts'
import { linkHref } from '../site/links.ts'
import { relate } from '../site/related.ts'
import { repliesTo, type Thread, threadsOf } from '../site/replies.ts'
import type { SiteArticle } from '../site/site.ts'
import { nameIn } from '../site/terms.ts'
import { dayInWords, inType, languageName, shownTime } from '../site/words.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import { playerOf, scriptAddress } from './broadcasts.ts'
import { cardOf, type Frame, noticeOf, pageProps, pictureOf, summaryOf, titleOf } from './frame.ts'
import type { Output } from './output.ts'
import { republishAddress } from './republish.ts'
import { cardOrder } from './social-cards.ts'
import { textAddress } from './text-edition.ts'

/** A page for every story. */
export function articlePages(frame: Frame): Output[] {
  const { articles, inLists } = frame.site
  const related = relate(inLists)
  const rows = new Set(inLists)
  const output = (article: SiteArticle, beside: () => Beside): Output => ({
    url: article.address,
    layout: 'article',
    source: article.path,
    get props() {
      return articleProps(article, frame, beside())
    },
  })
  return [
    ...inLists.map((article, index) =>
      output(article, () => ({
        related: related(article),
        previous: inLists[index + 1],
        next: inLists[index - 1],
      })),
    ),
    // A version that lists do not show stands beside the one that they show, and not in the row of stories.
    ...articles
      .filter((article) => !rows.has(article))
      .map((article) => output(article, () => ({ related: [], previous: undefined, next: undefined }))),
  ]
}

/** The stories that a page leads on to. */
interface Beside {
  related: readonly SiteArticle[]
  previous: SiteArticle | undefined
  next: SiteArticle | undefined
}

function articleProps(
  article: SiteArticle,
  frame: Frame,
  { related, previous, next }: Beside,
): Extract<Output, { layout: 'article' }>['props'] {
  const { site } = frame
  const { outlet } = site
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const title = titleOf(article)
  const permalink = absolute(outlet.url, article.address)
  const versions = site.versions.get(article) ?? []
  const picture = pictureOf(front.image, article.path, frame)
  const card = cardOrder(article, frame)
  const changed = lastChange(front, outlet.timeZone)
  const { toldBy, askedBy } = answersOf(site)
  const set = (text: string) => inType(text, language)
  const { shell, head } = pageProps(frame, article.address, {
    title,
    description: summaryOf(article),
    kind: 'article',
    image: card === undefined ? picture && outlet.url + picture.src : absolute(outlet.url, card.url),
    language: ui === outlet.language ? undefined : ui,
    versions: alternates(versions, outlet.url),
  })
  // Named one by one: there are tens of thousands of these objects, and one that is spread takes five times as long to make.
  return {
    shell,
    head,
    title,
    standfirst: front.summary === undefined ? undefined : set(front.summary),
    authors: (article.terms.people ?? []).map(({ name, address }) => ({ name, url: href(address) })),
    date: shownTime(front.date, ui),
    updated: changed === undefined ? undefined : shownTime(changed, ui),
    image:
      picture === undefined
        ? undefined
        : {
            ...picture,
            caption: front.image?.caption && set(front.image.caption),
            credit: front.image?.credit && set(front.image.credit),
          },
    text: bodyForPage(article, frame),
    lang: ui === language ? undefined : language,
    dir: direction(language) === direction(ui) ? undefined : direction(language),
    versions: versions
      .filter((version) => version !== article)
      .map((version) => ({
        language: version.language,
        name: languageName(version.language),
        title: titleOf(version),
        url: href(version.address),
      })),
    actions: front.actions.map((action) => {
      const over = isOver(action, site.today)
      const day = action.until === undefined ? undefined : dayInWords(action.until, ui)
      return {
        kind: action.kind,
        text: set(action.text),
        url: over || action.url === undefined ? undefined : linkHref(action.url, article.path, frame.links),
        until: day === undefined ? undefined : over ? words.actionOver(day) : words.actionUntil(day),
      }
    }),
    answers: (toldBy.get(article) ?? []).map(linkTo),
    answerTo: (askedBy.get(article) ?? []).map(linkTo),
    corrections: front.corrections.map(({ date, kind, text, important }) => ({
      kind,
      important: isImportant({ kind, important }),
      date: { iso: date, text: dayInWords(date, ui) },
      text: set(text),
    })),
    partners: (article.terms.partners ?? []).map(({ name, address, file }) => ({
      name,
      url: href(address),
      summary: file?.front.summary,
      website: file?.front.url,
    })),
    terms: outlet.taxonomies
      .filter(({ key }) => key !== 'people' && key !== 'partners')
      .map(({ key, labels }) => ({
        label: labelIn(key, ui) ?? labels.many,
        terms: (article.terms[key] ?? []).map((term) => ({
          name: nameIn(term, ui),
          url: href(term.address),
          lang: ui === outlet.language || term.taxonomy.values === 'country' ? undefined : outlet.language,
        })),
      }))
      .filter(({ terms }) => terms.length > 0),
    parts: partsOf(article),
    related: related.map((other) => cardOf(other, frame)),
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
    permalink,
    player: playerOf(article, frame),
    plain: outlet.textEdition ? href(textAddress(article)) : undefined,
    script: outlet.broadcast.scripts ? href(scriptAddress(article)) : undefined,
    republish: toHref(republishAddress(article, frame)),
    replies: repliesOf(article, frame, ui),
    notice: noticeOf(article.publication, frame),
  }
}

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
const toHref = (address: Address | undefined) => address && href(address)
const linkTo = (article: SiteArticle) => ({ name: titleOf(article), url: href(article.address) })

/** The series that a story is a part of, and the parts beside it; the first part is the oldest. */
function partsOf(article: SiteArticle) {
  return Object.values(article.terms)
    .flat()
    .filter(({ taxonomy, articles }) => taxonomy.ordered && articles.includes(article))
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

/** What a taxonomy that every newsroom has is called in a language. */
function labelIn(key: string, language: string): string | undefined {
  const labels: Record<string, { many: string }> = strings(language).taxonomies
  return labels[key]?.many
}

/** The languages of a story for search engines; readers of none of them are sent to the original. */
function alternates(versions: readonly SiteArticle[], site: string): { language: string; url: string }[] | undefined {
  const [original] = versions
  if (original === undefined) return undefined
  const url = (article: SiteArticle) => absolute(site, article.address)
  return [
    ...versions.map((version) => ({ language: version.language, url: url(version) })),
    { language: 'x-default', url: url(original) },
  ]
}
