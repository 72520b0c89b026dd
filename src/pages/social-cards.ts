import { cardFaces, cardSize, type SocialCard, socialCard } from '../../layouts/social-card.ts'
import { readCachedFile } from '../cache/cached-file.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { formatDay } from '../i18n/format.ts'
import type { SocialCardDrawing, SocialCardRequest } from '../media/draw-social-cards.ts'
import { direction } from '../newsroom/language.ts'
import type { SiteArticle } from '../site/site.ts'
import type { StaticFile } from '../site/static-file.ts'
import { articleTitle } from './article-teaser.ts'
import { joinTitle } from './list-page-props.ts'
import type { PageContext } from './page-context.ts'
import { color } from './palettes.ts'

/** Returns the request for the social card of an article; undefined if the outlet has no cards, and in previews. */
export function socialCardRequest(article: SiteArticle, context: PageContext): SocialCardRequest | undefined {
  if (!context.outlet.cards || context.site.audience === 'desk') return undefined
  const request = requests.get(article) ?? createRequest(article, context)
  requests.set(article, request)
  return request
}

const requests = new WeakMap<SiteArticle, SocialCardRequest>()

function createRequest(
  article: SiteArticle,
  { outlet, findMediaItem, socialCardVersion, palette, icon }: PageContext,
): SocialCardRequest {
  const { front, body, language, path } = article
  const item = front.image && findMediaItem(path, front.image.src)
  const picture = item?.picture?.widths.length ? item : undefined
  const card: SocialCard = {
    title: articleTitle(article),
    language,
    direction: direction(language) === 'rtl' ? 'rtl' : 'ltr',
    line: joinTitle(body.dateline?.place, formatDay(front.date.day, language)),
    outlet: outlet.name,
    picture: picture !== undefined,
    colors: {
      paper: color(palette, 'paper'),
      ink: color(palette, 'ink'),
      line: color(palette, 'ink-2'),
      accent: color(palette, 'accent'),
      flame: color(palette, 'flame'),
    },
  }
  const focus = front.image?.focus
  const key = hash128(JSON.stringify([socialCardVersion, card, picture?.picture?.key, focus, icon?.hash])).slice(0, 20)
  return {
    url: `/media/card-${key}.jpg`,
    key,
    drawing: () => drawCard(card, icon && iconAddress(icon)),
    picture: picture && {
      address: picture.address,
      side: card.direction === 'rtl' ? 'left' : 'right',
      width: cardSize.picture,
      focus,
    },
  }
}

/** Returns the icon as a `data:` address, which a drawing can hold. */
function iconAddress({ from, hash = '' }: StaticFile): string {
  const type = from.endsWith('.svg') ? 'svg+xml' : 'png'
  return `data:image/${type};base64,${readCachedFile(from, hash).toString('base64')}`
}

function drawCard(card: SocialCard, icon: string | undefined): SocialCardDrawing {
  const { width, height } = cardSize
  const svg = socialCard(card, icon)
  // resvg reads all fonts that it is given for each card, and one has 6 MB.
  const fonts = Object.entries(cardFaces).flatMap(([name, file]) => (svg.includes(`"${name}"`) ? file : []))
  return { svg, width, height, fonts }
}
