import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Printed } from '../fingerprint/hashed.ts'
import { dayInWords, inType, listed, shownTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { mayRepublish } from '../newsroom/republishing.ts'
import { type Address, absolute, href } from '../newsroom/url-path.ts'
import { feedText, type Resolved, resolveHoles } from '../site/resolve-body.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import { type Output, outputOf } from './output.ts'
import {
  type Frame,
  pageProps,
  pictureOf,
  type Setting,
  type Story,
  settingOf,
  storyOf,
  summaryOf,
  titleOf,
} from './page-context.ts'

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
    const partsOf = (): Parts => ({
      setting: settingOf(frame),
      url,
      terms: republish.terms,
      license: republish.license === undefined ? undefined : linkHref(republish.license, '', frame.links),
      story: storyOf(article),
      text: resolveHoles(article, frame, (address) => absolute(outlet.url, address)),
      picture:
        article.front.image?.republish === true ? pictureOf(article.front.image, article.path, frame) : undefined,
      authors: (article.terms.people ?? []).map(({ name }) => name),
    })
    return [outputOf({ url, layout: 'republish', source: article.path }, partsOf, propsOf)]
  })
}

/** What the page is made of, as the site has it today. */
interface Parts {
  setting: Printed<Setting>
  url: Address
  terms: string
  license: string | undefined
  story: Printed<Story>
  text: readonly Resolved[]
  picture: PictureProps | undefined
  authors: readonly string[]
}

function propsOf(parts: Parts): Extract<Output, { layout: 'republish' }>['props'] {
  const { setting, url, terms, license, picture, authors } = parts
  const { outlet } = setting.value
  const article = parts.story.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const title = titleOf(article)
  const date = shownTime(front.date, ui).text
  return {
    ...pageProps(setting.value, url, {
      title: `${words.republish} · ${title}`,
      description: summaryOf(article),
      hidden: true,
      language: ui === outlet.language ? undefined : ui,
    }),
    title,
    story: { name: title, url: href(article.address) },
    terms,
    license,
    byline: authors.length === 0 ? date : `${words.by} ${listed(authors, ui)} · ${date}`,
    text: feedText(article, parts.text, outlet),
    permalink: absolute(outlet.url, article.address),
    picture: picture && { src: outlet.url + picture.src, alt: picture.alt, credit: front.image?.credit },
    corrections: front.corrections.map(
      ({ kind, date, text }) => `${words.correctionKinds[kind]}, ${dayInWords(date, ui)}: ${inType(text, language)}`,
    ),
  }
}
