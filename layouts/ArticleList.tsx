import { findStrings } from '../src/i18n/find-strings.ts'
import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { relAttribute } from '../src/newsroom/link.ts'
import type { PictureProps } from '../src/newsroom/picture-attributes.ts'
import { Document, type PageProps } from './Document.tsx'
import { ArticleCard, type ArticleCardProps } from './parts/ArticleCard.tsx'
import { Body } from './parts/Body.tsx'
import { CoverageChart, type CoverageChartProps } from './parts/CoverageChart.tsx'
import { ListHead } from './parts/ListHead.tsx'
import { Pager, type PagerProps } from './parts/Pager.tsx'
import { Picture } from './parts/Picture.tsx'

export interface ArticleListProps extends PageProps {
  /** The kind of list, above its title, such as `Country`. */
  kicker?: { label: string; url: string } | undefined
  title: string
  /** The label of the page, if it is not the newest. */
  page?: string | undefined
  summary?: string | undefined
  role?: string | undefined
  /** Facts about a country or a partner from its stories. */
  facts?: readonly { label: string; value?: string; links?: readonly { label: string; url: string }[] }[] | undefined
  chart?: CoverageChartProps | undefined
  links: readonly { label: string; url: string }[]
  image?: PictureProps | undefined
  text?: BodyReference | undefined
  feed?: string | undefined
  cards: readonly ArticleCardProps[]
  pager: PagerProps
}

/** A list of stories: of a tag, a country, a partner, an author, or a month. */
export function ArticleList({
  chrome,
  head,
  kicker,
  title,
  page,
  summary,
  role,
  facts = [],
  chart,
  links,
  image,
  text,
  feed,
  cards,
  pager,
}: ArticleListProps) {
  const words = findStrings(head.language ?? chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <ListHead
        kicker={kicker}
        title={
          <>
            {title}
            {page !== undefined && <span class="list-page"> · {page}</span>}
          </>
        }
      >
        {role !== undefined && <p class="role">{role}</p>}
        {summary !== undefined && <p class="summary">{summary}</p>}
        {image !== undefined && (
          <p class="list-image">
            <Picture {...image} position="card" eager />
          </p>
        )}
        {facts.length > 0 && (
          <dl class="facts">
            {facts.map(({ label, value, links = [] }) => (
              <div>
                <dt>{label}</dt>
                <dd>
                  {value}
                  {links.map((link, index) => (
                    <>
                      {index > 0 && ', '}
                      <a href={link.url}>{link.label}</a>
                    </>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {text !== undefined && <Body text={text} />}
        {chart !== undefined && <CoverageChart {...chart} />}
        {(links.length > 0 || feed !== undefined) && (
          <ul class="list-links">
            {links.map(({ label, url }) => (
              <li>
                <a href={url} rel={relAttribute(url)}>
                  {label}
                </a>
              </li>
            ))}
            {feed !== undefined && (
              <li>
                <a href={feed} aria-label={words.feedOf(title)}>
                  {words.feed}
                </a>
              </li>
            )}
          </ul>
        )}
      </ListHead>
      {cards.length === 0 ? (
        <p>{words.noStories}</p>
      ) : (
        <div class="cards">
          {cards.map((card) => (
            <ArticleCard
              {...card}
              heading={2}
              form={card.image === undefined ? 'card' : 'section'}
              // After a long head the picture is below the fold.
              eager={text === undefined && facts.length === 0}
            />
          ))}
        </div>
      )}
      <Pager {...pager} words={words} />
    </Document>
  )
}
