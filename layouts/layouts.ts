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

/** The layouts by the names that outputs use. */
export const layouts = {
  actions: Actions,
  article: Article,
  'article-list': ArticleList,
  broadcasts: Broadcasts,
  corrections: Corrections,
  home: Home,
  'not-found': NotFound,
  offline: Offline,
  'prayer-sheet': PrayerSheet,
  redirect: Redirect,
  search: Search,
  'static-page': StaticPage,
  'term-index': TermIndex,
  'text-list': TextList,
  'text-story': TextStory,
} as const

/** The layouts that parse HTML again. Parsers are a large part of all code, so they are loaded when such a page is rendered. */
export const lazyLayouts = {
  'broadcast-script': async () => (await import('./BroadcastScript.tsx')).BroadcastScript,
  republish: async () => (await import('./Republish.tsx')).Republish,
} as const

type LazyLayouts = typeof lazyLayouts
type Layouts = typeof layouts & { [Name in keyof LazyLayouts]: Awaited<ReturnType<LazyLayouts[Name]>> }

/** The name of a layout. */
export type LayoutName = keyof Layouts

/** The props that a layout receives. */
export type LayoutProps<Name extends LayoutName> = Parameters<Layouts[Name]>[0]
