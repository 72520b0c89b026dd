import type { ActionListItemProps } from '../../layouts/parts/ActionListItem.tsx'
import { formatDay, formatNumber, typesetText } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { actionKinds } from '../newsroom/action.ts'
import { encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { type OpenAction, openActions } from '../site/open-actions.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteTerm } from '../site/site.ts'
import type { Output } from './output.ts'
import { articleTitle, type PageContext, pageProps } from './page-context.ts'
import { paginate } from './paginate.ts'

type ActionsProps = Extract<Output, { layout: 'actions' }>['props']
type Filter = ActionsProps['filters'][number]

/** How many requests of each kind stand on the first page. */
const first = 6

/** What readers can do, from all stories: a first page, and lists by kind, by country and by partner, and by kind within those. */
export function actionPages(context: PageContext): Output[] {
  const { outlet } = context.site
  const { language } = outlet
  const words = strings(language)
  const open = openActions(context.site)
  const kinds = actionKinds.map((kind) => {
    const asked = open.filter(({ action }) => action.kind === kind)
    return { kind, asked, address: `/act/${kind}/` as const, name: words.actionKinds[kind] }
  })
  const taxonomies = (['countries', 'partners'] as const).map((key) => ({
    label: words.taxonomies[key].many,
    terms: findTerms(open, key, language),
  }))
  const count = (asked: readonly OpenAction[]) => formatNumber(asked.length, language)
  const filters = [
    {
      label: words.whatYouCanDo,
      links: [
        { name: words.everything, url: '/act/', count: count(open) },
        ...kinds.map(({ name, address, asked }) => ({ name, url: address, count: count(asked) })),
      ],
    },
    ...taxonomies.map(({ label, terms }) => ({
      label,
      links: terms.map(({ term, address, asked }) => ({
        name: term.name,
        url: encodeUrlPath(address),
        count: count(asked),
      })),
    })),
  ].filter(({ links }) => links.length > 0)
  // A list names the other kinds alone: with numbers, or with the terms of the day, each list would change with every other one.
  const kindsOnly = [
    {
      label: words.whatYouCanDo,
      links: [{ name: words.everything, url: '/act/' }, ...kinds.map(({ name, address }) => ({ name, url: address }))],
    },
  ]

  const list = (address: UrlPath, title: string, asked: readonly OpenAction[], within: Filter[] = []): Output[] =>
    paginate(asked, outlet.listSize, address).map((page) => ({
      url: page.address,
      layout: 'actions',
      props: {
        ...pageProps(context, page.address, {
          title: [title, words.whatYouCanDo, page.number && words.page(formatNumber(page.number, language))]
            .filter(Boolean)
            .join(' · '),
          description: words.whatYouCanDoAbout,
        }),
        kicker: { label: words.whatYouCanDo, url: '/act/' },
        title,
        empty: words.nothingAsked,
        groups: [{ items: page.items.map((one) => actionListItem(one, context)) }],
        filters: [...kindsOnly, ...within],
        pager: { newer: page.newer && encodeUrlPath(page.newer), older: page.older && encodeUrlPath(page.older) },
      } satisfies ActionsProps,
    }))

  return [
    {
      url: '/act/',
      layout: 'actions',
      props: {
        ...pageProps(context, '/act/', { title: words.whatYouCanDo, description: words.whatYouCanDoAbout }),
        title: words.whatYouCanDo,
        intro: words.whatYouCanDoAbout,
        empty: words.nothingAsked,
        groups: kinds
          .filter(({ asked }) => asked.length > 0)
          .map(({ name, address, asked }) => ({
            title: name,
            url: address,
            items: asked.slice(0, first).map((one) => actionListItem(one, context)),
          })),
        filters,
        pager: {},
      },
    },
    ...kinds.flatMap(({ address, name, asked }) => list(address, name, asked)),
    ...taxonomies.flatMap(({ label, terms }) =>
      terms.flatMap(({ address, term, asked }) => {
        const all = { name: term.name, url: encodeUrlPath(address) }
        const parts = kinds
          .map(({ kind, name }) => ({
            name,
            address: `${address}${kind}/` as const,
            asked: asked.filter(({ action }) => action.kind === kind),
          }))
          .filter((part) => part.asked.length > 0)
        const links = parts.map(({ name, address, asked }) => ({
          name,
          url: encodeUrlPath(address),
          count: count(asked),
        }))
        return [
          ...list(address, term.name, asked, [{ label, links: [all, ...links] }]),
          // A part leads back to the whole, and not to the parts beside it, with which it would change.
          ...parts.flatMap((part) =>
            list(part.address, `${part.name} · ${term.name}`, part.asked, [
              { label, links: [all, { name: part.name, url: encodeUrlPath(part.address) }] },
            ]),
          ),
        ]
      }),
    ),
  ]
}

/** The terms whose stories ask for something, by name, each with what they ask. */
function findTerms(open: readonly OpenAction[], key: 'countries' | 'partners', language: string) {
  const { compare } = new Intl.Collator(language)
  const found = new Map<SiteTerm, OpenAction[]>()
  for (const asked of open) {
    for (const term of asked.article.terms[key] ?? []) {
      const list = found.get(term)
      if (list === undefined) found.set(term, [asked])
      else list.push(asked)
    }
  }
  return [...found]
    .map(([term, asked]) => ({ term, asked, address: `/act/${key}/${term.id}/` as UrlPath }))
    .sort((a, b) => compare(a.term.name, b.term.name))
}

/** A request as pages that gather requests show it, with its story. */
export function actionListItem({ action, article, endsSoon }: OpenAction, context: PageContext): ActionListItemProps {
  const { language } = context.site.outlet
  const words = strings(language)
  return {
    kind: action.kind,
    text: typesetText(action.text, article.language),
    lang: article.language === language ? undefined : article.language,
    url: action.url === undefined ? undefined : linkHref(action.url, article.path, context.links),
    until: action.until === undefined ? undefined : words.actionUntil(formatDay(action.until, language)),
    endsSoon,
    story: { name: articleTitle(article), url: encodeUrlPath(article.address) },
    places: (article.terms.countries ?? []).map(({ name }) => name),
  }
}
