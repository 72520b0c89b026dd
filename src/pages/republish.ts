import type { RepublishProps } from '../../layouts/Republish.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import type { PictureProps } from '../newsroom/picture-attributes.ts'
import { canRepublish } from '../newsroom/republishing.ts'
import { absoluteHref, absoluteUrl, type UrlPath } from '../newsroom/url-path.ts'
import { feedBody } from '../site/resolve-body.ts'
import { type ResolvedTarget, resolveDeferredPlaceholders } from '../site/resolve-deferred-placeholders.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleLink, articleSummary, articleTitle, type FullArticle, hashedArticle } from './article-teaser.ts'
import { formatBylineAndDate, formatCorrection } from './format-article.ts'
import { lazyPage, type Output } from './output.ts'
import { hashedSettings, type PageContext, type PageSettings } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { pictureProps } from './picture-props.ts'

/** The address of the page for republishing an article; undefined if nobody may republish it. */
export function republishAddress({ slug, front }: SiteArticle, { site }: PageContext): UrlPath | undefined {
  return canRepublish(site.outlet, front) ? `/republish/${slug}/` : undefined
}

/** Everything that a page for republishing is made from. */
interface RepublishInputs {
  settings: Hashed<PageSettings>
  url: UrlPath
  terms: string
  license: string | undefined
  article: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  picture: PictureProps | undefined
  authors: readonly string[]
}

/** Returns a page with the text to copy for every article that others may republish. */
export function republishPages(context: PageContext): Output[] {
  const { outlet, articles } = context.site
  const { republish } = outlet
  if (republish === undefined) return []
  return articles.flatMap((article): Output[] => {
    const url = republishAddress(article, context)
    if (url === undefined) return []
    const { image } = article.front
    const findInputs = (): RepublishInputs => ({
      settings: hashedSettings(context),
      url,
      terms: republish.terms,
      license: republish.license === undefined ? undefined : linkHref(republish.license, '', context.links),
      article: hashedArticle(article),
      text: resolveDeferredPlaceholders(article, context, (address) => absoluteUrl(outlet.url, address)),
      picture: image?.republish === true ? pictureProps(image, article.path, context) : undefined,
      authors: (article.terms.people ?? []).map(({ name }) => name),
    })
    return [lazyPage({ url, layout: 'republish', source: article.path, inSitemap: false }, findInputs, republishProps)]
  })
}

function republishProps(inputs: RepublishInputs): RepublishProps {
  const { settings, url, terms, license, picture, authors } = inputs
  const { outlet } = settings.value
  const article = inputs.article.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const words = findStrings(ui)
  const title = articleTitle(article)
  return {
    ...pageProps(settings.value, url, {
      title: `${words.republish} · ${title}`,
      description: articleSummary(article),
      hidden: true,
      language: langAttribute(ui, outlet.language),
    }),
    title,
    story: articleLink(article),
    terms,
    license,
    byline: formatBylineAndDate(authors, front.date, ui),
    text: feedBody(article, inputs.text, outlet),
    permalink: absoluteUrl(outlet.url, article.address),
    picture: picture && { src: absoluteHref(outlet.url, picture.src), alt: picture.alt, credit: front.image?.credit },
    corrections: front.corrections.map((correction) => formatCorrection(correction, language, ui)),
  }
}
