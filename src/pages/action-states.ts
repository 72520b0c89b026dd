import { isOver } from '../newsroom/action.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import type { PageContext } from './page-context.ts'

/** The part of an action that depends on the day of the build and on the site. */
export interface ActionState {
  over: boolean
  /** The address of its link; undefined if it has none, and after its last day. */
  url: string | undefined
}

/** Returns the state of each action in the front matter of an article. */
export function findActionStates({ front, path }: SiteArticle, { site, links }: PageContext): ActionState[] {
  return front.actions.map((action) => {
    const over = isOver(action, site.today)
    return { over, url: over || action.url === undefined ? undefined : linkHref(action.url, path, links) }
  })
}
