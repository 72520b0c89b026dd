import type { Head, PageProps, Shell } from '../../layouts/Document.tsx'
import type { CardProps } from '../../layouts/parts/ArticleCard.tsx'
import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import { printOf } from '../fingerprint/hash.ts'
import { Printed } from '../fingerprint/hashed.ts'
import { instantInWords, inType, shownTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { isOver } from '../newsroom/action.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Photo } from '../newsroom/photo.ts'
import { type Address, absolute, href } from '../newsroom/url-path.ts'
import { pictureSources } from '../site/picture-sources.ts'
import type { Publication } from '../site/publication.ts'
import type { Filling } from '../site/resolve-body.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import type { Assets } from './assets.ts'

/** What every page needs of the press: the site, its media and links, and the shell around pages. */
export interface Frame extends Filling, Setting {
  assets: Assets
  /** The version of the code that draws cards. */
  drawnBy?: string | undefined
}

/** What stands around every page, and what the outlet says of itself. */
export interface Setting {
  shell: Shell
  outlet: Outlet
}

/** A page's shell and head. */
export function pageProps(
  { shell, outlet }: Setting,
  url: Address | undefined,
  head: Pick<Head, 'title'> & { description?: string | undefined; feed?: { title: string; url: Address } } & Partial<
      Pick<Head, 'image' | 'kind' | 'hidden' | 'language' | 'versions'>
    >,
): PageProps {
  const { feed, description, ...rest } = head
  return {
    shell,
    head: {
      ...rest,
      description: description ?? outlet.description,
      canonical: url === undefined ? undefined : absolute(outlet.url, url),
      url: url === undefined ? undefined : href(url),
      feeds: [
        { title: outlet.name, url: '/feed.xml' },
        ...(feed === undefined ? [] : [{ title: feed.title, url: href(feed.url) }]),
      ],
    },
  }
}

/** What pages show of a story that is not theirs. */
export type Outside = Pick<SiteArticle, 'address' | 'slug' | 'front' | 'language' | 'publication'> & {
  readonly body: Pick<SiteArticle['body'], 'excerpt' | 'dateline'>
}

/** A story as a part of pages that are not its own. */
export const outsideOf = once(
  (article: SiteArticle) =>
    new Printed<Outside>(
      article,
      printOf(`${article.prints.outside} ${article.address} ${article.language} ${stateOf(article.publication)}`),
    ),
)

const stateOf = (publication: Publication) => (publication.state === 'published' ? '' : JSON.stringify(publication))

/** A story of which everything may be shown, its terms aside: their names are theirs to say. */
export type Story = Outside & Pick<SiteArticle, 'body'>

/** A story as a part of the pages that are its own. */
export const storyOf = (article: SiteArticle): Printed<Story> =>
  new Printed(article, `${article.prints.whole} ${outsideOf(article).print}`)

/** The sentence that stands for a story in lists. */
export const summaryOf = once((article: Outside) =>
  inType(article.front.summary ?? article.body.excerpt, article.language),
)

export const titleOf = once((article: Outside) => inType(article.front.title, article.language))

/** A link to a story by its headline. */
export const linkTo = (article: Outside) => ({ name: titleOf(article), url: href(article.address) })

/** The setting as a part of pages. */
export function settingOf({ shell, outlet }: Setting): Printed<Setting> {
  let setting = settings.get(shell)
  if (setting === undefined) {
    setting = new Printed({ shell, outlet }, printOf(JSON.stringify([shell, outlet])))
    settings.set(shell, setting)
  }
  return setting
}

const settings = new WeakMap<Shell, Printed<Setting>>()

/** A story in a list; the same object wherever it stands. */
export function cardOf(article: Outside, { outlet }: Pick<Setting, 'outlet'>): CardProps {
  let card = cards.get(article)
  if (card === undefined) {
    card = {
      url: href(article.address),
      title: titleOf(article),
      date: shownTime(article.front.date, interfaceLanguage(article.language, outlet.language)),
      summary: summaryOf(article),
      place: article.body.dateline?.place,
      lang: article.language === outlet.language ? undefined : article.language,
      notice: noticeOf(article.publication, outlet),
    }
    cards.set(article, card)
  }
  return card
}

const cards = new WeakMap<Outside, CardProps>()

/** A story in a list, with its picture. */
export function cardWithImage(article: SiteArticle, frame: Frame): CardProps {
  return { ...cardOf(article, frame), image: pictureOf(article.front.image, article.path, frame) }
}

/** A picture of front matter, where its file is. */
export function pictureOf(
  photo: Photo | undefined,
  path: string | undefined,
  { media, outlet }: Pick<Frame, 'media' | 'outlet'>,
): PictureProps | undefined {
  if (photo === undefined || path === undefined) return undefined
  const medium = media(path, photo.src)
  if (medium === undefined) return undefined
  return { ...pictureSources(medium, outlet.images, href), alt: photo.alt, focus: photo.focus }
}

/** Of each action of front matter, whether its last day is past, and where it leads as long as it is not. */
export function actionsToday(
  { front, path }: SiteArticle,
  { site, links }: Frame,
): { over: boolean; url: string | undefined }[] {
  return front.actions.map((action) => {
    const over = isOver(action, site.today)
    return { over, url: over || action.url === undefined ? undefined : linkHref(action.url, path, links) }
  })
}

/** Why readers do not see something; undefined where they do. */
export function noticeOf(publication: Publication, outlet: Outlet): string | undefined {
  const words = strings(outlet.language)
  switch (publication.state) {
    case 'published':
      return undefined
    case 'draft':
      return words.draft
    case 'withdrawn':
      return words.withdrawn
    case 'embargoed':
      return words.embargoed(instantInWords(publication.until, outlet))
  }
}

/** A function of a story that is computed once for each: a story stands on a dozen pages. */
function once<Story extends Outside, Made>(compute: (article: Story) => Made): (article: Story) => Made {
  const known = new WeakMap<Story, Made>()
  return (article) => {
    let made = known.get(article)
    if (made === undefined) {
      made = compute(article)
      known.set(article, made)
    }
    return made
  }
}
