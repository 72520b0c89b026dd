import type { Head, PageProps, SiteChrome } from '../../layouts/Document.tsx'
import type { ArticleCardProps } from '../../layouts/parts/ArticleCard.tsx'
import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import { fingerprint } from '../fingerprint/hash.ts'
import { Hashed } from '../fingerprint/hashed.ts'
import { formatInstant, formatTime, typesetText } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { isOver } from '../newsroom/action.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Photo } from '../newsroom/photo.ts'
import { absoluteUrl, encodeUrlPath, type UrlPath } from '../newsroom/url-path.ts'
import { pictureSources } from '../site/picture-sources.ts'
import type { Publication } from '../site/publication.ts'
import type { BodyContext } from '../site/resolve-body.ts'
import { linkHref } from '../site/resolve-link.ts'
import type { SiteArticle } from '../site/site.ts'
import type { Assets } from './assets.ts'

/** What every page needs of the press: the site, its media and links, and the shell around pages. */
export interface PageContext extends BodyContext, PageSettings {
  assets: Assets
  /** The version of the code that draws cards. */
  socialCardVersion?: string | undefined
}

/** What stands around every page, and what the outlet says of itself. */
export interface PageSettings {
  chrome: SiteChrome
  outlet: Outlet
}

/** A page's shell and head. */
export function pageProps(
  { chrome, outlet }: PageSettings,
  url: UrlPath | undefined,
  head: Pick<Head, 'title'> & { description?: string | undefined; feed?: { title: string; url: UrlPath } } & Partial<
      Pick<Head, 'image' | 'kind' | 'hidden' | 'language' | 'versions'>
    >,
): PageProps {
  const { feed, description, ...rest } = head
  return {
    chrome,
    head: {
      ...rest,
      description: description ?? outlet.description,
      canonical: url === undefined ? undefined : absoluteUrl(outlet.url, url),
      url: url === undefined ? undefined : encodeUrlPath(url),
      feeds: [
        { title: outlet.name, url: '/feed.xml' },
        ...(feed === undefined ? [] : [{ title: feed.title, url: encodeUrlPath(feed.url) }]),
      ],
    },
  }
}

/** What pages show of a story that is not theirs. */
export type ArticleTeaser = Pick<SiteArticle, 'address' | 'slug' | 'front' | 'language' | 'publication'> & {
  readonly body: Pick<SiteArticle['body'], 'excerpt' | 'dateline'>
}

/** A story as a part of pages that are not its own. */
export const hashedTeaser = oncePerArticle(
  (article: SiteArticle) =>
    new Hashed<ArticleTeaser>(
      article,
      fingerprint(
        `${article.fingerprints.teaser} ${article.address} ${article.language} ${serializePublication(article.publication)}`,
      ),
    ),
)

const serializePublication = (publication: Publication) =>
  publication.state === 'published' ? '' : JSON.stringify(publication)

/** A story of which everything may be shown, its terms aside: their names are theirs to say. */
export type FullArticle = ArticleTeaser & Pick<SiteArticle, 'body'>

/** A story as a part of the pages that are its own. */
export const hashedArticle = (article: SiteArticle): Hashed<FullArticle> =>
  new Hashed(article, `${article.fingerprints.document} ${hashedTeaser(article).fingerprint}`)

/** The sentence that stands for a story in lists. */
export const articleSummary = oncePerArticle((article: ArticleTeaser) =>
  typesetText(article.front.summary ?? article.body.excerpt, article.language),
)

export const articleTitle = oncePerArticle((article: ArticleTeaser) =>
  typesetText(article.front.title, article.language),
)

/** A link to a story by its headline. */
export const articleLink = (article: ArticleTeaser) => ({
  name: articleTitle(article),
  url: encodeUrlPath(article.address),
})

/** The settings as a part of pages. */
export function hashedSettings({ chrome, outlet }: PageSettings): Hashed<PageSettings> {
  let hashedValue = hashedByChrome.get(chrome)
  if (hashedValue === undefined) {
    hashedValue = new Hashed({ chrome, outlet }, fingerprint(JSON.stringify([chrome, outlet])))
    hashedByChrome.set(chrome, hashedValue)
  }
  return hashedValue
}

const hashedByChrome = new WeakMap<SiteChrome, Hashed<PageSettings>>()

/** A story in a list; the same object wherever it stands. */
export function articleCard(article: ArticleTeaser, { outlet }: Pick<PageSettings, 'outlet'>): ArticleCardProps {
  let card = cards.get(article)
  if (card === undefined) {
    card = {
      url: encodeUrlPath(article.address),
      title: articleTitle(article),
      date: formatTime(article.front.date, interfaceLanguage(article.language, outlet.language)),
      summary: articleSummary(article),
      place: article.body.dateline?.place,
      lang: article.language === outlet.language ? undefined : article.language,
      notice: publicationNotice(article.publication, outlet),
    }
    cards.set(article, card)
  }
  return card
}

const cards = new WeakMap<ArticleTeaser, ArticleCardProps>()

/** A story in a list, with its picture. */
export function articleCardWithImage(article: SiteArticle, context: PageContext): ArticleCardProps {
  return { ...articleCard(article, context), image: pictureProps(article.front.image, article.path, context) }
}

/** A picture of front matter, where its file is. */
export function pictureProps(
  photo: Photo | undefined,
  path: string | undefined,
  { media, outlet }: Pick<PageContext, 'media' | 'outlet'>,
): PictureProps | undefined {
  if (photo === undefined || path === undefined) return undefined
  const medium = media(path, photo.src)
  if (medium === undefined) return undefined
  return { ...pictureSources(medium, outlet.images, encodeUrlPath), alt: photo.alt, focus: photo.focus }
}

/** Of each action of front matter, whether its last day is past, and where it leads as long as it is not. */
export function actionStates(
  { front, path }: SiteArticle,
  { site, links }: PageContext,
): { over: boolean; url: string | undefined }[] {
  return front.actions.map((action) => {
    const over = isOver(action, site.today)
    return { over, url: over || action.url === undefined ? undefined : linkHref(action.url, path, links) }
  })
}

/** Why readers do not see something; undefined where they do. */
export function publicationNotice(publication: Publication, outlet: Outlet): string | undefined {
  const words = strings(outlet.language)
  switch (publication.state) {
    case 'published':
      return undefined
    case 'draft':
      return words.draft
    case 'withdrawn':
      return words.withdrawn
    case 'embargoed':
      return words.embargoed(formatInstant(publication.until, outlet))
  }
}

/** A function of a story that is computed once for each: a story stands on a dozen pages. */
function oncePerArticle<Story extends ArticleTeaser, Made>(
  compute: (article: Story) => Made,
): (article: Story) => Made {
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
