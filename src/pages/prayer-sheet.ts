import { findStrings } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import { encodeUrlPath } from '../newsroom/url-path.ts'
import type { OpenAction } from '../site/open-actions.ts'
import { actionListItem } from './action-list-item.ts'
import type { Output } from './output.ts'
import type { PageContext } from './page-context.ts'
import { pageProps } from './page-props.ts'

const maxRequests = 10

/** The room on a sheet of A4 or Letter: its lines, the characters of a line, and the gap after a request as a part of a line. */
const sheet = { lines: 36, characters: 100, gap: 0.7 }

/** Returns the page of requests for prayer that prints on one sheet, for church bulletins. */
export function prayerSheet(requests: readonly OpenAction[], context: PageContext): Output {
  const { outlet } = context.site
  const words = findStrings(outlet.language)
  const site = outlet.url.replace(/^https?:\/\//, '')
  const [newest] = requests
  return {
    url: '/pray/bulletin/',
    layout: 'prayer-sheet',
    props: {
      ...pageProps(context, '/pray/bulletin/', {
        title: `${words.prayerRequests} · ${words.forBulletin}`,
        description: words.prayWithUs,
      }),
      title: words.prayerRequests,
      day: newest === undefined ? undefined : formatDay(newest.article.front.date.day, outlet.language),
      items: fitOnSheet(
        requests.slice(0, maxRequests).map((request) => ({
          ...actionListItem(request, context),
          address: `${site}${encodeUrlPath(request.article.address)}`,
        })),
      ),
      site: `${site}/pray/`,
    },
  }
}

/** Returns as many requests as fit on one sheet of paper, and at least one. */
function fitOnSheet<Item extends { text: string; places: readonly string[]; address: string }>(
  items: readonly Item[],
): Item[] {
  let lines = 0
  return items.filter(({ text, places, address }, index) => {
    lines += Math.ceil([...places, text, address].join('  ').length / sheet.characters) + sheet.gap
    return index === 0 || lines <= sheet.lines
  })
}
