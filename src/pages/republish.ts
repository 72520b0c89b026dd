import { type Address, absolute, href } from '../newsroom/address.ts'
import { mayRepublish } from '../newsroom/republishing.ts'
import { bodyForFeed } from '../site/bodies.ts'
import { linkHref } from '../site/links.ts'
import type { SiteArticle } from '../site/site.ts'
import { dayInWords, inType, listed, shownTime } from '../site/words.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import { type Frame, pageProps, pictureOf, summaryOf, titleOf } from './frame.ts'
import type { Output } from './output.ts'

/** Where others find a story to take over; undefined where they may not. */
export function republishAddress({ slug, front }: SiteArticle, { site }: Frame): Address | undefined {
  return mayRepublish(site.outlet, front) ? `/republish/${slug}/` : undefined
}

/** A page for every story that others may take over. */
export function republishPages(frame: Frame): Output[] {
  const { outlet, articles } = frame.site
  const { republish } = outlet
  if (republish === undefined) return []
  return articles.flatMap((article): Output[] => {
    const url = republishAddress(article, frame)
    if (url === undefined) return []
    return [
      {
        url,
        layout: 'republish',
        source: article.path,
        get props() {
          return propsOf(article, url, republish, frame)
        },
      },
    ]
  })
}

function propsOf(
  article: SiteArticle,
  url: Address,
  { terms, license }: { terms: string; license?: string | undefined },
  frame: Frame,
): Extract<Output, { layout: 'republish' }>['props'] {
  const { outlet } = frame.site
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const title = titleOf(article)
  const picture = front.image?.republish === true ? pictureOf(front.image, article.path, frame) : undefined
  const authors = (article.terms.people ?? []).map(({ name }) => name)
  const date = shownTime(front.date, ui).text
  return {
    ...pageProps(frame, url, {
      title: `${words.republish} · ${title}`,
      description: summaryOf(article),
      hidden: true,
      language: ui === outlet.language ? undefined : ui,
    }),
    title,
    story: { name: title, url: href(article.address) },
    terms,
    license: license === undefined ? undefined : linkHref(license, '', frame.links),
    byline: authors.length === 0 ? date : `${words.by} ${listed(authors, ui)} · ${date}`,
    text: bodyForFeed(article, frame),
    permalink: absolute(outlet.url, article.address),
    picture: picture && { src: outlet.url + picture.src, alt: picture.alt, credit: front.image?.credit },
    corrections: front.corrections.map(
      ({ kind, date, text }) => `${words.correctionKinds[kind]}, ${dayInWords(date, ui)}: ${inType(text, language)}`,
    ),
  }
}
