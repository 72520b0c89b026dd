import type { ListProps } from '../../layouts/ArticleList.tsx'
import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Printed } from '../fingerprint/hashed.ts'
import { href } from '../newsroom/url-path.ts'
import type { SiteArticle } from '../site/site.ts'
import { type Output, outputOf } from './output.ts'
import {
  cardOf,
  type Frame,
  type Outside,
  outsideOf,
  pageProps,
  pictureOf,
  type Setting,
  settingOf,
} from './page-context.ts'
import type { ListPage } from './paginate.ts'

type Head = Parameters<typeof pageProps>[2]
/** What is said of a list around its stories. */
type Around = Omit<ListProps, 'shell' | 'head' | 'cards' | 'pager'>

/** What a page of a list is made of, as the site has it today. */
interface Parts {
  setting: Printed<Setting>
  page: Omit<ListPage<unknown>, 'items'>
  head: Head
  around: Around
  cards: readonly Printed<Outside>[]
  /** The picture of the first story, where it leads. */
  lead: PictureProps | undefined
}

/**
 * A page of a list of stories.
 *
 * @param say what the page is called and what stands around the stories; asked for when the page is made or compared
 * @param source the file of content that the page is of
 */
export function listPage(
  { items, address, number, newer, older }: ListPage<SiteArticle>,
  frame: Frame,
  say: () => { head: Head; around: Around },
  { source, withLead = false }: { source?: string | undefined; withLead?: boolean } = {},
): Output {
  const [first] = items
  const partsOf = (): Parts => ({
    setting: settingOf(frame),
    page: { address, number, newer, older },
    ...say(),
    cards: items.map(outsideOf),
    lead: withLead && first !== undefined ? pictureOf(first.front.image, first.path, frame) : undefined,
  })
  return outputOf({ url: address, layout: 'list', source }, partsOf, propsOf)
}

function propsOf({ setting, page, head, around, cards, lead }: Parts): ListProps {
  return {
    ...pageProps(setting.value, page.address, head),
    ...around,
    cards: cards.map(({ value }, index) => {
      const card = cardOf(value, setting.value)
      return index === 0 && lead !== undefined ? { ...card, image: lead } : card
    }),
    pager: { newer: page.newer && href(page.newer), older: page.older && href(page.older) },
  }
}
