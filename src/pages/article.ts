import type { UrlPath } from '../newsroom/url-path.ts'
import { createRelatedFinder } from '../site/related.ts'
import type { SiteArticle } from '../site/site.ts'
import { type ArticleInputs, findArticleInputs, type Neighbours } from './article-inputs.ts'
import { articleProps } from './article-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'

/** Returns a page for every article. */
export function articlePages(context: PageContext): Output[] {
  const { articles, listedArticles } = context.site
  const findRelated = createRelatedFinder(listedArticles)
  const isListed = new Set(listedArticles)
  const findNeighbours = (index: number): Neighbours => ({
    related: findRelated(index),
    previous: listedArticles[index + 1],
    next: listedArticles[index - 1],
  })
  return [
    ...listedArticles.map((article, index) => new ArticlePage(article, context, findNeighbours, index)),
    // A translation that lists leave out is reached from the version that they show, and leads to no other article.
    ...articles
      .filter((article) => !isListed.has(article))
      .map((article, index) => new ArticlePage(article, context, noNeighbours, index)),
  ]
}

const noNeighbours = (): Neighbours => ({ related: [], previous: undefined, next: undefined })

/** The page of an article. A class, because there are tens of thousands of them and its getters exist once. */
class ArticlePage {
  readonly layout = 'article'
  readonly url: UrlPath
  readonly source: string
  readonly makeProps = articleProps

  constructor(
    private readonly article: SiteArticle,
    private readonly context: PageContext,
    private readonly findNeighbours: (index: number) => Neighbours,
    private readonly index: number,
  ) {
    this.url = article.address
    this.source = article.path
  }

  get inputs(): ArticleInputs {
    return findArticleInputs(this.article, this.context, this.findNeighbours(this.index))
  }

  get props() {
    return articleProps(this.inputs)
  }

  withArticle(article: SiteArticle): ArticlePage {
    return new ArticlePage(article, this.context, this.findNeighbours, this.index)
  }
}

/** Returns the page of an article with another version of the article in its place; undefined for other kinds of pages. */
export function replaceArticle(page: Output, article: SiteArticle): Output | undefined {
  return page instanceof ArticlePage ? page.withArticle(article) : undefined
}
