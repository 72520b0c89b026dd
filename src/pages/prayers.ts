import type { ActionsProps } from '../../layouts/Actions.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import { findAnsweredPrayers } from '../site/answered-prayers.ts'
import { groupBy, groupByMany } from '../site/group-by.ts'
import { findOpenActions, hasAction, type OpenAction } from '../site/open-actions.ts'
import { actionListItem } from './action-list-item.ts'
import { articleLink } from './article-teaser.ts'
import { numberedTitle, pagerProps } from './list-page-props.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'
import { paginate } from './paginate.ts'
import { prayerSheet } from './prayer-sheet.ts'

/** How many answered prayers the first page shows. */
const maxAnswers = 6

/** Returns the pages of `/pray/`: requests for prayer by day, by country, and on a sheet to print. */
export function prayerPages(context: PageContext): Output[] {
  const requests = findOpenActions(context.site)
    .filter(({ action }) => action.kind === 'pray')
    .toSorted((a, b) => b.article.front.date.instant - a.article.front.date.instant)
  return [...pagesByDay(requests, context), pageByCountry(requests, context), prayerSheet(requests, context)]
}

function pagesByDay(requests: readonly OpenAction[], context: PageContext): Output[] {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  return paginate(requests, outlet.listSize, '/pray/').map((page) => ({
    url: page.address,
    layout: 'actions',
    props: {
      ...pageProps(context, page.address, {
        title: numberedTitle(words.prayerRequests, page, outlet.language),
        description: words.prayWithUs,
      }),
      title: words.prayerRequests,
      intro: words.prayWithUs,
      empty: words.nothingAsked,
      groups: [...groupBy(page.items, ({ article }) => article.front.date.day)].map(([day, requests]) => ({
        title: formatDay(day, outlet.language),
        items: requests.map((request) => actionListItem(request, context)),
      })),
      answered: page.number === undefined ? answeredPrayers(context) : [],
      filters: prayerFilters('/pray/', outlet.language),
      pager: pagerProps(page),
    },
  }))
}

function pageByCountry(requests: readonly OpenAction[], context: PageContext): Output {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  const { compare } = new Intl.Collator(outlet.language)
  const byCountry = groupByMany(requests, ({ article }) => {
    const names = (article.terms.countries ?? []).map(({ name }) => name)
    return names.length === 0 ? [words.elsewhere] : names
  })
  return {
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
      groups: [...byCountry]
        .sort(([a], [b]) => (a === words.elsewhere ? 1 : b === words.elsewhere ? -1 : compare(a, b)))
        .map(([title, requests]) => ({ title, items: requests.map((request) => actionListItem(request, context)) })),
      filters: prayerFilters('/pray/countries/', outlet.language),
      pager: {},
    },
  }
}

/** The links between the pages of prayers. */
function prayerFilters(currentUrl: string, language: string): ActionsProps['filters'] {
  const words = findStrings(language)
  const links = [
    { name: words.byDay, url: '/pray/' },
    { name: words.byCountry, url: '/pray/countries/' },
    { name: words.forBulletin, url: '/pray/bulletin/' },
  ]
  return [{ label: words.prayerRequests, links: links.map((link) => ({ ...link, current: link.url === currentUrl })) }]
}

/** The articles whose requests were answered last, each with the articles that report the answer. */
function answeredPrayers({ site }: PageContext): ActionsProps['answered'] {
  const isListed = new Set(site.listedArticles)
  return [...findAnsweredPrayers(site).answeredIn]
    .filter(([article]) => hasAction(article, 'pray') && isListed.has(article))
    .toSorted(([, [a]], [, [b]]) => (b?.front.date.instant ?? 0) - (a?.front.date.instant ?? 0))
    .slice(0, maxAnswers)
    .map(([article, answers]) => ({ story: articleLink(article), answers: answers.map(articleLink) }))
}
