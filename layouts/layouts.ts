import { Actions } from './Actions.tsx'
import { Article } from './Article.tsx'
import { Bulletin } from './Bulletin.tsx'
import { Corrections } from './Corrections.tsx'
import { Home } from './Home.tsx'
import { Index } from './Index.tsx'
import { List } from './List.tsx'
import { NotFound } from './NotFound.tsx'
import { Page } from './Page.tsx'
import { Redirect } from './Redirect.tsx'

/** Every layout, by the name that outputs give. */
export const layouts = {
  actions: Actions,
  article: Article,
  bulletin: Bulletin,
  corrections: Corrections,
  home: Home,
  index: Index,
  list: List,
  'not-found': NotFound,
  page: Page,
  redirect: Redirect,
} as const
