import { actionPages } from './actions.ts'
import { archivePages } from './archive.ts'
import { articlePages } from './article.ts'
import { broadcastScriptPages } from './broadcast-scripts.ts'
import { broadcastPages } from './broadcasts.ts'
import { correctionPages } from './corrections.ts'
import { homePage } from './home.ts'
import { languagePages } from './languages.ts'
import { notFoundPage } from './not-found.ts'
import { offlinePage } from './offline.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { prayerPages } from './prayers.ts'
import { redirectPages } from './redirects.ts'
import { republishPages } from './republish.ts'
import { searchPage } from './search.ts'
import { staticPages } from './static-pages.ts'
import { termPages } from './terms.ts'
import { textPages } from './text-edition.ts'

/** Every kind of HTML page, each in a file of its own. */
const kinds: readonly ((context: PageContext) => Output[])[] = [
  homePage,
  articlePages,
  termPages,
  actionPages,
  prayerPages,
  correctionPages,
  broadcastPages,
  broadcastScriptPages,
  republishPages,
  languagePages,
  archivePages,
  staticPages,
  notFoundPage,
  textPages,
  searchPage,
  offlinePage,
  redirectPages,
]

/** Returns the HTML pages of a site. */
export function htmlPages(context: PageContext): Output[] {
  return kinds.flatMap((makePages) => makePages(context))
}
