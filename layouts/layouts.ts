import { Actions } from './Actions.tsx'
import { Article } from './Article.tsx'
import { Bulletin } from './Bulletin.tsx'
import { Corrections } from './Corrections.tsx'
import { Home } from './Home.tsx'
import { Index } from './Index.tsx'
import { List } from './List.tsx'
import { Listen } from './Listen.tsx'
import { NotFound } from './NotFound.tsx'
import { Offline } from './Offline.tsx'
import { Page } from './Page.tsx'
import { Redirect } from './Redirect.tsx'
import { Search } from './Search.tsx'
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
  script: async () => (await import('./Script.tsx')).Script,
} as const

/** Whether outputs of a name are pages. */
export const isLayout = (name: string): boolean => name in layouts || name in lateLayouts
