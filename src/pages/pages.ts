import { actionPages } from './actions.ts'
import { archivePages } from './archive.ts'
import { articlePages } from './article.ts'
import { broadcastPages } from './broadcasts.ts'
import { correctionPages } from './corrections.ts'
import { homePage } from './home.ts'
import { languagePages } from './languages.ts'
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

/** Every HTML page of a site. */
export function htmlPages(context: PageContext): Output[] {
  return [
    ...homePage(context),
    ...articlePages(context),
    ...termPages(context),
    ...actionPages(context),
    ...prayerPages(context),
    ...correctionPages(context),
    ...broadcastPages(context),
    ...republishPages(context),
    ...languagePages(context),
    ...archivePages(context),
    ...staticPages(context),
    ...textPages(context),
    ...searchPage(context),
    ...offlinePage(context),
    ...redirectPages(context),
  ]
}
