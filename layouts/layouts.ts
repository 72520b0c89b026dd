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
import { Republish } from './Republish.tsx'
import { Script } from './Script.tsx'
import { Search } from './Search.tsx'
import { TextList, TextStory } from './TextEdition.tsx'

/** Every layout, by the name that outputs give. */
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
  republish: Republish,
  script: Script,
  search: Search,
  'text-list': TextList,
  'text-story': TextStory,
} as const
