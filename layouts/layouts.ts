import { Actions } from './Actions.tsx'
import { Article } from './Article.tsx'
import { ArticleList } from './ArticleList.tsx'
import { Broadcasts } from './Broadcasts.tsx'
import { Corrections } from './Corrections.tsx'
import { Home } from './Home.tsx'
import { NotFound } from './NotFound.tsx'
import { Offline } from './Offline.tsx'
import { PrayerSheet } from './PrayerSheet.tsx'
import { Redirect } from './Redirect.tsx'
import { Search } from './Search.tsx'
import { StaticPage } from './StaticPage.tsx'
import { TermIndex } from './TermIndex.tsx'
import { TextList, TextStory } from './TextEdition.tsx'

/** The layouts, by the name that outputs give. */
export const layouts = {
  actions: Actions,
  article: Article,
  bulletin: PrayerSheet,
  corrections: Corrections,
  home: Home,
  index: TermIndex,
  list: ArticleList,
  listen: Broadcasts,
  'not-found': NotFound,
  offline: Offline,
  page: StaticPage,
  redirect: Redirect,
  search: Search,
  'text-list': TextList,
  'text-story': TextStory,
} as const

/** Those that take a text apart again: what reads HTML is a good part of all code, and loaded where one of them is asked for. */
export const lazyLayouts = {
  republish: async () => (await import('./Republish.tsx')).Republish,
  script: async () => (await import('./BroadcastScript.tsx')).BroadcastScript,
} as const

/** Whether outputs of a name are pages. */
export const isLayout = (name: string): boolean => name in layouts || name in lazyLayouts
