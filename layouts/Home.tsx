import { findStrings } from '../src/i18n/find-strings.ts'
import { Document, type PageProps } from './Document.tsx'
import { ArticleCard, type ArticleCardProps } from './parts/ArticleCard.tsx'
import type { NamedLink } from './parts/named-link.ts'

export interface HomeProps extends PageProps {
  lead?: ArticleCardProps | undefined
  latest: readonly ArticleCardProps[]
  countries: readonly (NamedLink & { stories: string; newest: NamedLink })[]
  prayers: readonly { text: string; story: NamedLink }[]
  archive: string
  countriesIndex: string
}

export function Home({ chrome, head, lead, latest, countries, prayers, archive, countriesIndex }: HomeProps) {
  const words = findStrings(chrome.language)
  return (
    <Document chrome={chrome} head={head}>
      <h1 class="sr-only">{chrome.name}</h1>
      {lead !== undefined && (
        <section class="lead" aria-label={words.leadStory}>
          <ArticleCard {...lead} heading={2} form="cover" />
        </section>
      )}
      <div class="home-columns">
        <section class="latest" aria-labelledby="Latest">
          <h2 id="Latest">{words.latest}</h2>
          <div class="cards">
            {latest.map((card, index) => (
              <ArticleCard {...card} form={index < 2 ? 'card' : 'row'} />
            ))}
          </div>
          <p>
            <a href={archive}>{words.allStories}</a>
          </p>
        </section>
        <div class="home-side">
          {prayers.length > 0 && (
            <section class="prayers" aria-labelledby="Prayers">
              <h2 id="Prayers">{words.prayerRequests}</h2>
              <ul>
                {prayers.map(({ text, story }) => (
                  <li>
                    <p>{text}</p>
                    <p class="card-meta">
                      <a href={story.url}>{story.name}</a>
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {countries.length > 0 && (
            <section class="by-country" aria-labelledby="Countries">
              <h2 id="Countries">{words.byCountry}</h2>
              <ul>
                {countries.map(({ name, url, stories, newest }) => (
                  <li>
                    <a href={url}>{name}</a> <span class="count">{stories}</span>
                    <p>
                      <a href={newest.url}>{newest.name}</a>
                    </p>
                  </li>
                ))}
              </ul>
              <p>
                <a href={countriesIndex}>{words.taxonomies.countries.many}</a>
              </p>
            </section>
          )}
        </div>
      </div>
    </Document>
  )
}
