import type { ActionsProps } from '../../layouts/Actions.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatNumber } from '../i18n/format.ts'
import { actionKinds } from '../newsroom/action.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { groupByMany } from '../site/group-by.ts'
import { findOpenActions, type OpenAction } from '../site/open-actions.ts'
import type { SiteTerm } from '../site/site.ts'
import { actionListItem } from './action-list-item.ts'
import { joinTitle, pageLabel, pagerProps } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { paginate } from './paginate.ts'

type Filter = ActionsProps['filters'][number]

/** Actions that a page lists, and its address. */
interface ActionList {
  name: string
  address: UrlPath
  actions: readonly OpenAction[]
}

/** How many actions of each kind the first page shows. */
const actionsPerKind = 6

/** Returns the pages of `/act/`: an overview, and lists by kind, by country and by partner, and by kind within those. */
export function actionPages(context: PageContext): Output[] {
  const { language } = context.site.outlet
  const words = findStrings(language)
  const open = findOpenActions(context.site)
  const kinds = splitByKind(open, '/act/', language)
  const taxonomies = (['countries', 'partners'] as const).map((key) => ({
    label: words.taxonomies[key].many,
    terms: splitByTerm(open, key, language),
  }))
  const filterLink = ({ name, address, actions }: ActionList) => ({
    name,
    url: encodeUrlPath(address),
    count: formatNumber(actions.length, language),
  })
  const everything: ActionList = { name: words.everything, address: '/act/', actions: open }
  const filters = [
    { label: words.whatYouCanDo, links: [everything, ...kinds].map(filterLink) },
    ...taxonomies.map(({ label, terms }) => ({ label, links: terms.map(filterLink) })),
  ].filter(({ links }) => links.length > 0)
  // Lists link to the kinds without numbers: with them, every list would change whenever any other does.
  const kindFilter = {
    label: words.whatYouCanDo,
    links: [everything, ...kinds].map(({ name, address }) => ({ name, url: encodeUrlPath(address) })),
  }
  return [
    overviewPage(kinds, filters, context),
    ...kinds.flatMap((kind) => listPages(kind, [kindFilter], context)),
    ...taxonomies.flatMap(({ label, terms }) =>
      terms.flatMap((term) => {
        const termLink = { name: term.name, url: encodeUrlPath(term.address) }
        const termKinds = splitByKind(term.actions, term.address, language).filter(({ actions }) => actions.length > 0)
        return [
          ...listPages(term, [kindFilter, { label, links: [termLink, ...termKinds.map(filterLink)] }], context),
          // The list of a kind links to its term and not to the other kinds, so that it does not change with them.
          ...termKinds.flatMap((kind) =>
            listPages(
              { ...kind, name: `${kind.name} · ${term.name}` },
              [kindFilter, { label, links: [termLink, { name: kind.name, url: encodeUrlPath(kind.address) }] }],
              context,
            ),
          ),
        ]
      }),
    ),
  ]
}

/** The lists of each kind of action, below an address. */
function splitByKind(actions: readonly OpenAction[], address: UrlPath, language: string): ActionList[] {
  return actionKinds.map((kind) => ({
    name: findStrings(language).actionKinds[kind],
    address: `${address}${kind}/`,
    actions: actions.filter(({ action }) => action.kind === kind),
  }))
}

/** The lists of each term whose articles have open actions, in the order of the terms' names. */
function splitByTerm(actions: readonly OpenAction[], key: 'countries' | 'partners', language: string): ActionList[] {
  const { compare } = new Intl.Collator(language)
  const byTerm = groupByMany<SiteTerm, OpenAction>(actions, ({ article }) => article.terms[key] ?? [])
  return [...byTerm]
    .map(([{ name, id }, actions]): ActionList => ({ name, address: `/act/${key}/${id}/`, actions }))
    .sort((a, b) => compare(a.name, b.name))
}

function overviewPage(kinds: readonly ActionList[], filters: readonly Filter[], context: PageContext): Output {
  const words = findStrings(context.site.outlet.language)
  return {
    url: '/act/',
    layout: 'actions',
    props: {
      ...pageProps(context, '/act/', { title: words.whatYouCanDo, description: words.whatYouCanDoAbout }),
      title: words.whatYouCanDo,
      intro: words.whatYouCanDoAbout,
      empty: words.nothingAsked,
      groups: kinds
        .filter(({ actions }) => actions.length > 0)
        .map(({ name, address, actions }) => ({
          title: name,
          url: address,
          items: actions.slice(0, actionsPerKind).map((action) => actionListItem(action, context)),
        })),
      filters,
      pager: {},
    },
  }
}

function listPages({ name, address, actions }: ActionList, filters: readonly Filter[], context: PageContext): Output[] {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  return paginate(actions, outlet.listSize, address).map((page) => ({
    url: page.address,
    layout: 'actions',
    props: {
      ...pageProps(context, page.address, {
        title: joinTitle(name, words.whatYouCanDo, pageLabel(page, outlet.language)),
        description: words.whatYouCanDoAbout,
      }),
      kicker: { label: words.whatYouCanDo, url: '/act/' },
      title: name,
      empty: words.nothingAsked,
      groups: [{ items: page.items.map((action) => actionListItem(action, context)) }],
      filters,
      pager: pagerProps(page),
    },
  }))
}
