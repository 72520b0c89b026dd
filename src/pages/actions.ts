import type { AskedProps } from '../../layouts/parts/ActionListItem.tsx'
import { dayInWords, inType, number } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { actionKinds } from '../newsroom/action.ts'
import { type Address, href } from '../newsroom/url-path.ts'
import { type AskedAction, openActions } from '../site/open-actions.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteTerm } from '../site/site.ts'
import type { Output } from './output.ts'
import { type Frame, pageProps, titleOf } from './page-context.ts'
import { pagesOfList } from './paginate.ts'

type ActionsProps = Extract<Output, { layout: 'actions' }>['props']
type Filter = ActionsProps['filters'][number]

/** How many requests of each kind stand on the first page. */
const first = 6

/** What readers can do, from all stories: a first page, and lists by kind, by country and by partner, and by kind within those. */
export function actionPages(frame: Frame): Output[] {
  const { outlet } = frame.site
  const { language } = outlet
  const words = strings(language)
  const open = openActions(frame.site)
  const kinds = actionKinds.map((kind) => {
    const asked = open.filter(({ action }) => action.kind === kind)
    return { kind, asked, address: `/act/${kind}/` as const, name: words.actionKinds[kind] }
  })
  const taxonomies = (['countries', 'partners'] as const).map((key) => ({
    label: words.taxonomies[key].many,
    terms: termsOf(open, key, language),
  }))
  const count = (asked: readonly AskedAction[]) => number(asked.length, language)
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
      links: terms.map(({ term, address, asked }) => ({ name: term.name, url: href(address), count: count(asked) })),
    })),
  ].filter(({ links }) => links.length > 0)
  // A list names the other kinds alone: with numbers, or with the terms of the day, each list would change with every other one.
  const kindsOnly = [
    {
      label: words.whatYouCanDo,
      links: [{ name: words.everything, url: '/act/' }, ...kinds.map(({ name, address }) => ({ name, url: address }))],
    },
  ]

  const list = (address: Address, title: string, asked: readonly AskedAction[], within: Filter[] = []): Output[] =>
    pagesOfList(asked, outlet.listSize, address).map((page) => ({
      url: page.address,
      layout: 'actions',
      props: {
        ...pageProps(frame, page.address, {
          title: [title, words.whatYouCanDo, page.number && words.page(number(page.number, language))]
            .filter(Boolean)
            .join(' · '),
          description: words.whatYouCanDoAbout,
        }),
        kicker: { label: words.whatYouCanDo, url: '/act/' },
        title,
        empty: words.nothingAsked,
        groups: [{ items: page.items.map((one) => askedProps(one, frame)) }],
        filters: [...kindsOnly, ...within],
        pager: { newer: page.newer && href(page.newer), older: page.older && href(page.older) },
      } satisfies ActionsProps,
    }))

  return [
    {
      url: '/act/',
      layout: 'actions',
      props: {
        ...pageProps(frame, '/act/', { title: words.whatYouCanDo, description: words.whatYouCanDoAbout }),
        title: words.whatYouCanDo,
        intro: words.whatYouCanDoAbout,
        empty: words.nothingAsked,
        groups: kinds
          .filter(({ asked }) => asked.length > 0)
          .map(({ name, address, asked }) => ({
            title: name,
            url: address,
            items: asked.slice(0, first).map((one) => askedProps(one, frame)),
          })),
        filters,
        pager: {},
      },
    },
    ...kinds.flatMap(({ address, name, asked }) => list(address, name, asked)),
    ...taxonomies.flatMap(({ label, terms }) =>
      terms.flatMap(({ address, term, asked }) => {
        const all = { name: term.name, url: href(address) }
        const parts = kinds
          .map(({ kind, name }) => ({
            name,
            address: `${address}${kind}/` as const,
            asked: asked.filter(({ action }) => action.kind === kind),
          }))
          .filter((part) => part.asked.length > 0)
        const links = parts.map(({ name, address, asked }) => ({ name, url: href(address), count: count(asked) }))
        return [
          ...list(address, term.name, asked, [{ label, links: [all, ...links] }]),
          // A part leads back to the whole, and not to the parts beside it, with which it would change.
          ...parts.flatMap((part) =>
            list(part.address, `${part.name} · ${term.name}`, part.asked, [
              { label, links: [all, { name: part.name, url: href(part.address) }] },
            ]),
          ),
        ]
      }),
    ),
  ]
}

/** The terms whose stories ask for something, by name, each with what they ask. */
function termsOf(open: readonly AskedAction[], key: 'countries' | 'partners', language: string) {
  const { compare } = new Intl.Collator(language)
  const found = new Map<SiteTerm, AskedAction[]>()
  for (const asked of open) {
    for (const term of asked.article.terms[key] ?? []) {
      const list = found.get(term)
      if (list === undefined) found.set(term, [asked])
      else list.push(asked)
    }
  }
  return [...found]
    .map(([term, asked]) => ({ term, asked, address: `/act/${key}/${term.id}/` as Address }))
    .sort((a, b) => compare(a.term.name, b.term.name))
}

/** A request as pages that gather requests show it, with its story. */
export function askedProps({ action, article, endsSoon }: AskedAction, frame: Frame): AskedProps {
  const { language } = frame.site.outlet
  const words = strings(language)
  return {
    kind: action.kind,
    text: inType(action.text, article.language),
    lang: article.language === language ? undefined : article.language,
    url: action.url === undefined ? undefined : linkHref(action.url, article.path, frame.links),
    until: action.until === undefined ? undefined : words.actionUntil(dayInWords(action.until, language)),
    endsSoon,
    story: { name: titleOf(article), url: href(article.address) },
    places: (article.terms.countries ?? []).map(({ name }) => name),
  }
}
