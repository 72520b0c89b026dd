import type { ArticleListProps } from '../../layouts/ArticleList.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import type { PictureProps } from '../newsroom/picture-attributes.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleCard } from './article-card.ts'
import { type ArticleTeaser, hashedTeaser } from './article-teaser.ts'
import { pagerProps } from './list-page-props.ts'
import { lazyPage, type Output } from './output.ts'
import { hashedSettings, type PageContext, type PageSettings } from './page-context.ts'
import { type PageHead, pageProps } from './page-props.ts'
import type { ListPage } from './paginate.ts'
import { pictureProps } from './picture-props.ts'

/** The props that precede the articles of a list. */
type ListIntro = Omit<ArticleListProps, 'chrome' | 'head' | 'cards' | 'pager'>

/** Everything that a page of a list is made from. */
interface ArticleListInputs {
  settings: Hashed<PageSettings>
  page: Omit<ListPage<unknown>, 'items'>
  head: PageHead
  intro: ListIntro
  cards: readonly Hashed<ArticleTeaser>[]
  /** The picture of the first article, where the page shows it. */
  lead: PictureProps | undefined
}

/**
 * Returns a page of a list of articles.
 *
 * @param makeHeadAndIntro is called when the page is compared or rendered
 * @param options.source the path below content/ of the file that the page comes from
 * @param options.withLead shows the picture of the first article
 */
export function articleListPage(
  { items, address, number, newer, older }: ListPage<SiteArticle>,
  context: PageContext,
  makeHeadAndIntro: () => { head: PageHead; intro: ListIntro },
  { source, withLead = false }: { source?: string | undefined; withLead?: boolean } = {},
): Output {
  const [first] = items
  const findInputs = (): ArticleListInputs => ({
    settings: hashedSettings(context),
    page: { address, number, newer, older },
    ...makeHeadAndIntro(),
    cards: items.map(hashedTeaser),
    lead: withLead && first !== undefined ? pictureProps(first.front.image, first.path, context) : undefined,
  })
  return lazyPage({ url: address, layout: 'article-list', source }, findInputs, articleListProps)
}

function articleListProps({ settings, page, head, intro, cards, lead }: ArticleListInputs): ArticleListProps {
  return {
    ...pageProps(settings.value, page.address, head),
    ...intro,
    cards: cards.map(({ value }, index) => {
      const card = articleCard(value, settings.value)
      return index === 0 && lead !== undefined ? { ...card, image: lead } : card
    }),
    pager: pagerProps(page),
  }
}
