import { Actions } from './Actions.tsx'
import { Article } from './Article.tsx'
import { List } from './ArticleList.tsx'
import { Listen } from './Broadcasts.tsx'
import { Corrections } from './Corrections.tsx'
import { Home } from './Home.tsx'
import { NotFound } from './NotFound.tsx'
import { Offline } from './Offline.tsx'
import { Bulletin } from './PrayerSheet.tsx'
import { Redirect } from './Redirect.tsx'
import { Search } from './Search.tsx'
import { Page } from './StaticPage.tsx'
import { Index } from './TermIndex.tsx'
import { TextList, TextStory } from './TextEdition.tsx'

/** The layouts, by the name that outputs give. */
export const layouts = {
  actions: Actions,
  article: Article,
  bulletin: Bulletin,
  corrections: Corrections,
  home: Home,
  index: Index,
  list: List,
  listen: Listen,
  'not-found': NotFound,
  offline: Offline,
  page: Page,
  redirect: Redirect,
  search: Search,
  'text-list': TextList,
  'text-story': TextStory,
} as const

/** Those that take a text apart again: what reads HTML is a good part of all code, and loaded where one of them is asked for. */
export const lateLayouts = {
  republish: async () => (await import('./Republish.tsx')).Republish,
  script: async () => (await import('./BroadcastScript.tsx')).Script,
} as const

/** Whether outputs of a name are pages. */
export const isLayout = (name: string): boolean => name in layouts || name in lateLayouts
