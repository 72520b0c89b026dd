import { cardFaces, cardSize, type SocialCard, socialCard } from '../../layouts/social-card.ts'
import { hash128 } from '../fingerprint/hash.ts'
import { formatDay } from '../i18n/format.ts'
import type { SocialCardDrawing, SocialCardRequest } from '../media/draw-social-cards.ts'
import { direction } from '../newsroom/language.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleTitle } from './article-teaser.ts'
import { joinTitle } from './list-page-props.ts'
import type { PageContext } from './page-context.ts'

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
  { outlet, findMediaItem, socialCardVersion }: PageContext,
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
  }
  const focus = front.image?.focus
  const key = hash128(JSON.stringify([socialCardVersion, card, picture?.picture?.key, focus])).slice(0, 20)
  return {
    url: `/media/card-${key}.jpg`,
    key,
    drawing: () => drawCard(card),
    picture: picture && {
      address: picture.address,
      side: card.direction === 'rtl' ? 'left' : 'right',
      width: cardSize.picture,
      focus,
    },
  }
}

function drawCard(card: SocialCard): SocialCardDrawing {
  const { width, height } = cardSize
  const svg = socialCard(card)
  // resvg reads all fonts that it is given for each card, and one has 6 MB.
  const fonts = Object.entries(cardFaces).flatMap(([name, file]) => (svg.includes(`"${name}"`) ? file : []))
  return { svg, width, height, fonts }
}
