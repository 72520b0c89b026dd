import { formatDay, formatNumber } from '../i18n/format.ts'
import { strings } from '../i18n/strings.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import { findAnswers, hasAction, type OpenAction, openActions } from '../site/open-actions.ts'
import { actionListItem } from './actions.ts'
import type { Output } from './output.ts'
import { articleTitle, type PageContext, pageProps } from './page-context.ts'
import { paginate } from './paginate.ts'

/** How many requests are printed, the lines that a sheet of A4 or letter holds of them, and the letters of a line; a gap is a part of a line. */
const mostPrinted = 10
const paper = { lines: 36, letters: 100, gap: 0.7 }
/** How many answers are told. */
const answersTold = 6

/** Requests for prayer, for every day: by day, by country, and on one page to print. */
export function prayerPages(context: PageContext): Output[] {
  const { site } = context
  const { outlet } = site
  const words = strings(outlet.language)
  const open = openActions(site)
    .filter(({ action }) => action.kind === 'pray')
    .toSorted((a, b) => b.article.front.date.instant - a.article.front.date.instant)
  const filters = (current: string) => [
    {
      label: words.prayerRequests,
      links: [
        { name: words.byDay, url: '/pray/' },
        { name: words.byCountry, url: '/pray/countries/' },
        { name: words.forBulletin, url: '/pray/bulletin/' },
      ].map((link) => ({ ...link, current: link.url === current })),
    },
  ]
  const { compare } = new Intl.Collator(outlet.language)
  const items = (asked: readonly OpenAction[]) => asked.map((one) => actionListItem(one, context))
  const byDay = paginate(open, outlet.listSize, '/pray/').map(
    (page): Output => ({
      url: page.address,
      layout: 'actions',
      props: {
        ...pageProps(context, page.address, {
          title: [words.prayerRequests, page.number && words.page(formatNumber(page.number, outlet.language))]
            .filter(Boolean)
            .join(' · '),
          description: words.prayWithUs,
        }),
        title: words.prayerRequests,
        intro: words.prayWithUs,
        empty: words.nothingAsked,
        groups: grouped(page.items, ({ article }) => [article.front.date.day]).map(([day, asked]) => ({
          title: formatDay(day, outlet.language),
          items: items(asked),
        })),
        answered: page.number === undefined ? answered(context) : [],
        filters: filters('/pray/'),
        pager: { newer: page.newer && encodeUrlPath(page.newer), older: page.older && encodeUrlPath(page.older) },
      },
    }),
  )
  return [
    ...byDay,
    {
      url: '/pray/countries/',
      layout: 'actions',
      props: {
        ...pageProps(context, '/pray/countries/', {
          title: `${words.prayerRequests} · ${words.byCountry}`,
          description: words.prayWithUs,
        }),
        kicker: { label: words.prayerRequests, url: '/pray/' },
        title: words.byCountry,
        empty: words.nothingAsked,
        groups: grouped(open, ({ article }) => {
          const names = (article.terms.countries ?? []).map(({ name }) => name)
          return names.length === 0 ? [words.elsewhere] : names
        })
          .sort(([a], [b]) => (a === words.elsewhere ? 1 : b === words.elsewhere ? -1 : compare(a, b)))
          .map(([title, asked]) => ({ title, items: items(asked) })),
        filters: filters('/pray/countries/'),
        pager: {},
      },
    },
    {
      url: '/pray/bulletin/',
      layout: 'prayer-sheet',
      props: {
        ...pageProps(context, '/pray/bulletin/', {
          title: `${words.prayerRequests} · ${words.forBulletin}`,
          description: words.prayWithUs,
        }),
        title: words.prayerRequests,
        day: open[0] === undefined ? undefined : formatDay(open[0].article.front.date.day, outlet.language),
        items: onOneSheet(
          open.slice(0, mostPrinted).map((one) => ({
            ...actionListItem(one, context),
            address: `${new URL(outlet.url).host}${encodeUrlPath(one.article.address)}`,
          })),
        ),
        site: `${new URL(outlet.url).host}/pray/`,
      },
    },
  ]
}

/** As many requests, from the first, as one sheet of paper holds; the first one in any case. */
function onOneSheet<Item extends { text: string; places: readonly string[]; address: string }>(
  items: readonly Item[],
): Item[] {
  let lines = 0
  return items.filter(({ text, places, address }, index) => {
    lines += Math.ceil([...places, text, address].join('  ').length / paper.letters) + paper.gap
    return index === 0 || lines <= paper.lines
  })
}

/** The stories whose requests were answered last, with the stories that tell of it. */
function answered(context: PageContext) {
  const link = (article: Parameters<typeof articleTitle>[0]) => ({
    name: articleTitle(article),
    url: encodeUrlPath(article.address),
  })
  const inLists = new Set(context.site.listedArticles)
  return [...findAnswers(context.site).answeredIn]
    .filter(([asked]) => hasAction(asked, 'pray') && inLists.has(asked))
    .toSorted(([, [a]], [, [b]]) => (b?.front.date.instant ?? 0) - (a?.front.date.instant ?? 0))
    .slice(0, answersTold)
    .map(([asked, telling]) => ({ story: link(asked), answers: telling.map(link) }))
}

/** Groups in the order in which their keys first appear; an item may belong to several. */
function grouped<Item>(items: readonly Item[], keys: (item: Item) => readonly string[]): [string, Item[]][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    for (const key of keys(item)) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [item])
      else group.push(item)
    }
  }
  return [...groups]
}
