import { fingerprint } from '../fingerprint/hash.ts'
import { Hashed } from '../fingerprint/hashed.ts'
import { typesetText } from '../i18n/typography.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { Publication } from '../site/publication.ts'
import type { SiteArticle } from '../site/site.ts'

/** The part of an article that pages of other articles, lists and feeds may show. */
export type ArticleTeaser = Pick<SiteArticle, 'address' | 'slug' | 'front' | 'language' | 'publication'> & {
  readonly body: Pick<SiteArticle['body'], 'excerpt' | 'dateline'>
}

/** Everything in an article except its terms, whose names belong to the terms. */
export type FullArticle = ArticleTeaser & Pick<SiteArticle, 'body'>

/** Returns an article as a teaser, with the fingerprint of what a teaser shows. */
export const hashedTeaser = oncePerArticle(
  (article: SiteArticle) =>
    new Hashed<ArticleTeaser>(
      article,
      fingerprint(
        `${article.fingerprints.teaser} ${article.address} ${article.language} ${serializePublication(article.publication)}`,
      ),
    ),
)

const serializePublication = (publication: Publication) =>
  publication.state === 'published' ? '' : JSON.stringify(publication)

/** Returns an article for a page of its own, with the fingerprint of the whole of it. */
export const hashedArticle = (article: SiteArticle): Hashed<FullArticle> =>
  new Hashed(article, `${article.fingerprints.document} ${hashedTeaser(article).fingerprint}`)

/** The sentence that describes an article in lists: its summary, or the beginning of its text. */
export const articleSummary = oncePerArticle((article: ArticleTeaser) =>
  typesetText(article.front.summary ?? article.body.excerpt, article.language),
)

/** The headline of an article, with typographic quotation marks and dashes. */
export const articleTitle = oncePerArticle((article: ArticleTeaser) =>
  typesetText(article.front.title, article.language),
)

/** A link to an article by its headline. */
export const articleLink = (article: ArticleTeaser) => ({
  name: articleTitle(article),
  url: encodeUrlPath(article.address),
})

/** Computes a value of an article once: an article appears on a dozen pages. */
function oncePerArticle<Article extends ArticleTeaser, Value>(
  compute: (article: Article) => Value,
): (article: Article) => Value {
  const values = new WeakMap<Article, Value>()
  return (article) => {
    let value = values.get(article)
    if (value === undefined) {
      value = compute(article)
      values.set(article, value)
    }
    return value
  }
}
