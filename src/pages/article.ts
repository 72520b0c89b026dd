import { isOver } from '../newsroom/action.ts'
import { absolute, href } from '../newsroom/address.ts'
import { lastChange } from '../newsroom/article.ts'
import { isImportant } from '../newsroom/correction.ts'
import { direction } from '../newsroom/language.ts'
import { answersOf } from '../site/actions.ts'
import { bodyForPage } from '../site/bodies.ts'
import { linkHref } from '../site/links.ts'
import { relate } from '../site/related.ts'
import type { SiteArticle } from '../site/site.ts'
import { dayInWords, inType, shownTime } from '../site/words.ts'
import { strings } from '../strings/strings.ts'
import { cardOf, type Frame, noticeOf, pageProps, pictureOf, summaryOf, titleOf } from './frame.ts'
import type { Output } from './output.ts'

/** A page for every story. */
export function articlePages(frame: Frame): Output[] {
  const { articles } = frame.site
  const related = relate(articles)
  return articles.map((article, index) => ({
    url: article.address,
    layout: 'article',
    source: article.path,
    get props() {
      return articleProps(article, frame, related(article), articles[index + 1], articles[index - 1])
    },
  }))
}

function articleProps(
  article: SiteArticle,
  frame: Frame,
  related: readonly SiteArticle[],
  previous: SiteArticle | undefined,
  next: SiteArticle | undefined,
): Extract<Output, { layout: 'article' }>['props'] {
  const { site } = frame
  const { outlet } = site
  const { front, language } = article
  const words = strings(outlet.language)
  const title = titleOf(article)
  const permalink = absolute(outlet.url, article.address)
  const foreign = language === outlet.language ? undefined : language
  const dir =
    foreign !== undefined && direction(foreign) !== direction(outlet.language) ? direction(foreign) : undefined
  const picture = pictureOf(front.image, article.path, frame)
  const changed = lastChange(front, outlet.timeZone)
  const { toldBy, askedBy } = answersOf(site)
  const set = (text: string) => inType(text, language)
  return {
    ...pageProps(frame, article.address, {
      title,
      description: summaryOf(article),
      kind: 'article',
      image: picture === undefined ? undefined : outlet.url + picture.src,
    }),
    title,
    authors: (article.terms.people ?? []).map(({ name, address }) => ({ name, url: href(address) })),
    date: shownTime(front.date, outlet),
    updated: changed === undefined ? undefined : shownTime(changed, outlet),
    image:
      picture === undefined
        ? undefined
        : {
            ...picture,
            caption: front.image?.caption && set(front.image.caption),
            credit: front.image?.credit && set(front.image.credit),
          },
    text: bodyForPage(article, frame),
    lang: foreign,
    dir: dir === 'rtl' ? dir : undefined,
    actions: front.actions.map((action) => {
      const over = isOver(action, site.today)
      const day = action.until === undefined ? undefined : dayInWords(action.until, outlet.language)
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
      date: { iso: date, text: dayInWords(date, outlet.language) },
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
        label: labels.many,
        terms: (article.terms[key] ?? []).map(({ name, address }) => ({ name, url: href(address) })),
      }))
      .filter(({ terms }) => terms.length > 0),
    related: related.map((other) => cardOf(other, frame)),
    previous: previous && linkTo(previous),
    next: next && linkTo(next),
    permalink,
    replies: front.replies ?? outlet.replies,
    notice: noticeOf(article.publication, frame),
  }
}

const linkTo = (article: SiteArticle) => ({ name: titleOf(article), url: href(article.address) })
