import { type Action, type ActionKind, firstSoonDay, lastOpenDay } from '../newsroom/action.ts'
import { firstDay } from '../newsroom/article.ts'
import { findAnsweredPrayers } from './answered-prayers.ts'
import type { Site, SiteArticle } from './site.ts'
import { compareText } from './sort-order.ts'

/** An action that readers can still take, and its article. */
export interface OpenAction {
  action: Action
  article: SiteArticle
  /** The last day on which it is open. */
  lastDay: string
  /** The day from which its last day is near; undefined if it has none. */
  soonFrom: string | undefined
  /** True if its last day is near. */
  endsSoon: boolean
}

/**
 * Returns the open actions of a site: first those that end soon, in the order of their last days, then all others, newest article
 * first. Requests for prayer that were answered are not open.
 */
export function findOpenActions(site: Site): readonly OpenAction[] {
  const actions = actionsBySite.get(site) ?? selectOpenActions(site)
  actionsBySite.set(site, actions)
  return actions
}

const actionsBySite = new WeakMap<Site, readonly OpenAction[]>()

function selectOpenActions(site: Site): OpenAction[] {
  const { listedArticles, outlet, today } = site
  const { answeredIn } = findAnsweredPrayers(site)
  const open: OpenAction[] = []
  for (const article of listedArticles) {
    for (const action of listActions(article)) {
      const lastDay = lastOpenDay(action, firstDay(article.front, outlet.timeZone), outlet.actions.days)
      if (lastDay < today) continue
      if (action.kind === 'pray' && answeredIn.has(article)) continue
      const soonFrom = firstSoonDay(action, outlet.actions.soon)
      open.push({ action, article, lastDay, soonFrom, endsSoon: soonFrom !== undefined && soonFrom <= today })
    }
  }
  const ending = open.filter(({ endsSoon }) => endsSoon)
  return [
    ...ending.toSorted((a, b) => compareText(a.action.until ?? '', b.action.until ?? '')),
    ...open.filter(({ endsSoon }) => !endsSoon),
  ]
}

/** The actions in the front matter and in the text of an article. */
function listActions({ front, body }: SiteArticle): readonly Action[] {
  if (body.actions.length === 0) return front.actions
  return [...front.actions, ...body.actions]
}

/** True if an article has an action of a kind, open or not. */
export function hasAction(article: SiteArticle, kind: ActionKind): boolean {
  return listActions(article).some((action) => action.kind === kind)
}
