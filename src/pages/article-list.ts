import type { ArticleListProps } from '../../layouts/ArticleList.tsx'
import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { lazyPage, type Output } from './output.ts'
import {
  type ArticleTeaser,
  articleCard,
  hashedSettings,
  hashedTeaser,
  type PageContext,
  type PageSettings,
  pageProps,
  pictureProps,
} from './page-context.ts'
import type { ListPage } from './paginate.ts'

type Head = Parameters<typeof pageProps>[2]
/** What is said of a list around its stories. */
type ListIntro = Omit<ArticleListProps, 'chrome' | 'head' | 'cards' | 'pager'>

/** What a page of a list is made of, as the site has it today. */
interface ListInputs {
  settings: Hashed<PageSettings>
  page: Omit<ListPage<unknown>, 'items'>
  head: Head
  around: ListIntro
  cards: readonly Hashed<ArticleTeaser>[]
  /** The picture of the first story, where it leads. */
  lead: PictureProps | undefined
}

/**
 * A page of a list of stories.
 *
 * @param say what the page is called and what stands around the stories; asked for when the page is made or compared
 * @param source the file of content that the page is of
 */
export function articleListPage(
  { items, address, number, newer, older }: ListPage<SiteArticle>,
  context: PageContext,
  say: () => { head: Head; around: ListIntro },
  { source, withLead = false }: { source?: string | undefined; withLead?: boolean } = {},
): Output {
  const [first] = items
  const partsOf = (): ListInputs => ({
    settings: hashedSettings(context),
    page: { address, number, newer, older },
    ...say(),
    cards: items.map(hashedTeaser),
    lead: withLead && first !== undefined ? pictureProps(first.front.image, first.path, context) : undefined,
  })
  return lazyPage({ url: address, layout: 'article-list', source }, partsOf, propsOf)
}

function propsOf({ settings, page, head, around, cards, lead }: ListInputs): ArticleListProps {
  return {
    ...pageProps(settings.value, page.address, head),
    ...around,
    cards: cards.map(({ value }, index) => {
      const card = articleCard(value, settings.value)
      return index === 0 && lead !== undefined ? { ...card, image: lead } : card
    }),
    pager: { newer: page.newer && encodeUrlPath(page.newer), older: page.older && encodeUrlPath(page.older) },
  }
}
