import type { ArticleCardProps } from '../../layouts/parts/ArticleCard.tsx'
import { interfaceLanguage } from '../i18n/find-strings.ts'
import { formatTime } from '../i18n/format.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { type ArticleTeaser, articleSummary, articleTitle } from './article-teaser.ts'
import type { PageContext, PageSettings } from './page-context.ts'
import { pictureProps } from './picture-props.ts'
import { publicationNotice } from './publication-notice.ts'

/** Returns the card of an article in a list, without its picture: the same object on every page. */
export function articleCard(article: ArticleTeaser, { outlet }: Pick<PageSettings, 'outlet'>): ArticleCardProps {
  let card = cards.get(article)
  if (card === undefined) {
    card = {
      url: encodeUrlPath(article.address),
      title: articleTitle(article),
      date: formatTime(article.front.date, interfaceLanguage(article.language, outlet.language)),
      summary: articleSummary(article),
      place: article.body.dateline?.place,
      lang: langAttribute(article.language, outlet.language),
      notice: publicationNotice(article.publication, outlet),
    }
    cards.set(article, card)
  }
  return card
}

const cards = new WeakMap<ArticleTeaser, ArticleCardProps>()

/** Returns the card of an article with its picture. */
export function articleCardWithImage(article: SiteArticle, context: PageContext): ArticleCardProps {
  return { ...articleCard(article, context), image: pictureProps(article.front.image, article.path, context) }
}
