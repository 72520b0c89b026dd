import type { Head, PageProps, Shell } from '../../layouts/Document.tsx'
import type { CardProps } from '../../layouts/parts/Card.tsx'
import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import { type Address, absolute, href } from '../newsroom/address.ts'
import type { Photo } from '../newsroom/photo.ts'
import type { Filling } from '../site/bodies.ts'
import { pictureSources } from '../site/pictures.ts'
import type { Publication } from '../site/publication.ts'
import type { SiteArticle } from '../site/site.ts'
import { instantInWords, inType, shownTime } from '../site/words.ts'
import { interfaceLanguage, strings } from '../strings/strings.ts'
import type { Assets } from './assets.ts'

/** What every page needs of the press: the site, its media and links, and the shell around pages. */
export interface Frame extends Filling {
  shell: Shell
  assets: Assets
}

/** A page's shell and head. */
export function pageProps(
  { shell, site }: Frame,
  url: Address | undefined,
  head: Pick<Head, 'title'> & { description?: string | undefined; feed?: { title: string; url: Address } } & Partial<
      Pick<Head, 'image' | 'kind' | 'hidden' | 'language' | 'versions'>
    >,
): PageProps {
  const { feed, description, ...rest } = head
  const { outlet } = site
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

/** The sentence that stands for a story in lists. */
export const summaryOf = once((article: SiteArticle) =>
  inType(article.front.summary ?? article.body.excerpt, article.language),
)

export const titleOf = once((article: SiteArticle) => inType(article.front.title, article.language))

/** A story in a list; the same object wherever it stands. */
export function cardOf(article: SiteArticle, frame: Frame, withImage = false): CardProps {
  const known = cards[withImage ? 'image' : 'plain']
  let card = known.get(article)
  if (card === undefined) {
    card = makeCard(article, frame, withImage)
    known.set(article, card)
  }
  return card
}

const cards = { plain: new WeakMap<SiteArticle, CardProps>(), image: new WeakMap<SiteArticle, CardProps>() }

function makeCard(article: SiteArticle, frame: Frame, withImage: boolean): CardProps {
  const { outlet } = frame.site
  return {
    url: href(article.address),
    title: titleOf(article),
    date: shownTime(article.front.date, interfaceLanguage(article.language, outlet.language)),
    summary: summaryOf(article),
    place: article.body.dateline?.place,
    lang: article.language === outlet.language ? undefined : article.language,
    image: withImage ? pictureOf(article.front.image, article.path, frame) : undefined,
    notice: noticeOf(article.publication, frame),
  }
}

/** A picture of front matter, where its file is. */
export function pictureOf(
  photo: Photo | undefined,
  path: string | undefined,
  { media, site }: Frame,
): PictureProps | undefined {
  if (photo === undefined || path === undefined) return undefined
  const medium = media(path, photo.src)
  if (medium === undefined) return undefined
  return { ...pictureSources(medium, site.outlet.images, href), alt: photo.alt, focus: photo.focus }
}

/** Why readers do not see something; undefined where they do. */
export function noticeOf(publication: Publication, { site }: Frame): string | undefined {
  const words = strings(site.outlet.language)
  switch (publication.state) {
    case 'published':
      return undefined
    case 'draft':
      return words.draft
    case 'withdrawn':
      return words.withdrawn
    case 'embargoed':
      return words.embargoed(instantInWords(publication.until, site.outlet))
  }
}

/** A function of a story that is computed once for each: a story stands on a dozen pages. */
function once(compute: (article: SiteArticle) => string): (article: SiteArticle) => string {
  const known = new WeakMap<SiteArticle, string>()
  return (article) => {
    let text = known.get(article)
    if (text === undefined) {
      text = compute(article)
      known.set(article, text)
    }
    return text
  }
}
