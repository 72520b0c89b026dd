import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { formatDay, formatList, formatTime, typesetText } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { canRepublish } from '../newsroom/republishing.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { feedBody, type ResolvedTarget, resolveDeferred } from '../site/resolve-body.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import { lazyPage, type Output } from './output.ts'
import {
  articleSummary,
  articleTitle,
  type FullArticle,
  hashedArticle,
  hashedSettings,
  type PageContext,
  type PageSettings,
  pageProps,
  pictureProps,
} from './page-context.ts'

/** Where others find a story to take over; undefined where they may not. */
export function republishAddress({ slug, front }: SiteArticle, { site }: PageContext): UrlPath | undefined {
  return canRepublish(site.outlet, front) ? `/republish/${slug}/` : undefined
}

/** A page for every story that others may take over. */
export function republishPages(context: PageContext): Output[] {
  const { outlet, articles } = context.site
  const { republish } = outlet
  if (republish === undefined) return []
  return articles.flatMap((article): Output[] => {
    const url = republishAddress(article, context)
    if (url === undefined) return []
    const partsOf = (): Parts => ({
      settings: hashedSettings(context),
      url,
      terms: republish.terms,
      license: republish.license === undefined ? undefined : linkHref(republish.license, '', context.links),
      story: hashedArticle(article),
      text: resolveDeferred(article, context, (address) => absoluteUrl(outlet.url, address)),
      picture:
        article.front.image?.republish === true ? pictureProps(article.front.image, article.path, context) : undefined,
      authors: (article.terms.people ?? []).map(({ name }) => name),
    })
    return [lazyPage({ url, layout: 'republish', source: article.path, inSitemap: false }, partsOf, propsOf)]
  })
}

/** What the page is made of, as the site has it today. */
interface Parts {
  settings: Hashed<PageSettings>
  url: UrlPath
  terms: string
  license: string | undefined
  story: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  picture: PictureProps | undefined
  authors: readonly string[]
}

function propsOf(parts: Parts): Extract<Output, { layout: 'republish' }>['props'] {
  const { settings, url, terms, license, picture, authors } = parts
  const { outlet } = settings.value
  const article = parts.story.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = strings(ui)
  const title = articleTitle(article)
  const date = formatTime(front.date, ui).text
  return {
    ...pageProps(settings.value, url, {
      title: `${words.republish} · ${title}`,
      description: articleSummary(article),
      hidden: true,
      language: ui === outlet.language ? undefined : ui,
    }),
    title,
    story: { name: title, url: encodeUrlPath(article.address) },
    terms,
    license,
    byline: authors.length === 0 ? date : `${words.by} ${formatList(authors, ui)} · ${date}`,
    text: feedBody(article, parts.text, outlet),
    permalink: absoluteUrl(outlet.url, article.address),
    picture: picture && { src: outlet.url + picture.src, alt: picture.alt, credit: front.image?.credit },
    corrections: front.corrections.map(
      ({ kind, date, text }) =>
        `${words.correctionKinds[kind]}, ${formatDay(date, ui)}: ${typesetText(text, language)}`,
    ),
  }
}
