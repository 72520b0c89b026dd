import * as z from 'zod'
import { findStrings } from '../i18n/find-strings.ts'
import { takenKey } from '../problems/catalogue/terms.ts'
import { badAddress, badFeedAuthority, badSiteUrl, unknownTimeZone } from '../problems/catalogue/values.ts'
import { articleSchema } from './article.ts'
import { email, id, language, link, list, reject, text } from './fields.ts'
import { fallbackValues, keyDetails } from './key-details.ts'
import { isWebAddress } from './link.ts'
import { isTimeZone } from './moment.ts'
import { outletRepublishSchema } from './republishing.ts'
import { builtInTaxonomies, type Taxonomy } from './taxonomy.ts'
import { themeSchema } from './theme.ts'
import { basePath, isBase, urlPathFault } from './url-path.ts'

/** An outlet, as content/site.yml describes it. */
export type Outlet = Readonly<Omit<z.output<ReturnType<typeof outletSchema>>, 'taxonomies'>> & {
  /** The built-in taxonomies and those that site.yml declares, in the order in which pages show them. */
  readonly taxonomies: readonly Taxonomy[]
}

const labelledLink = () =>
  z.strictObject({
    label: text().describe('The words readers see.'),
    url: link().describe('Where it leads.').register(keyDetails, { example: 'https://example.org' }),
  })

/** Links with a label for each, below a link or a title. */
const links = () => list(labelledLink())

const address = (slot: string) =>
  z.string().transform((value, context): string => {
    const fault = urlPathFault(value.replace(`{${slot}}`, 'x'))
    if (fault !== undefined) return reject(context, badAddress(value, fault))
    if (!value.includes(`/{${slot}}/`) || !value.endsWith('/')) {
      return reject(context, badAddress(value, `it has no folder \`{${slot}}\` with a slash on both sides at its end`))
    }
    return value
  })

const origin = () =>
  z.string().transform((value, context): string => {
    const url = value.trim().replace(/\/$/, '')
    return isWebAddress(url) && new URL(url).origin === url.toLowerCase()
      ? url.toLowerCase()
      : reject(context, badAddress(value, 'it is no origin like `https://cdn.example.org`'))
  })

const folder = () =>
  z.string().transform((value, context): string => {
    const fault =
      urlPathFault(value) ?? (value.endsWith('/') && value !== '/' ? undefined : 'it does not end in a slash')
    return fault === undefined ? value : reject(context, badAddress(value, fault))
  })

/** The key of a taxonomy that site.yml declares. It must not be a key of articles or a folder of the content already. */
const taxonomyKey = () =>
  id().transform((value, context): string => (takenKeys().has(value) ? reject(context, takenKey(value)) : value))

function takenKeys(): ReadonlySet<string> {
  const { shape } = articleSchema({ agency: '', timeZone: 'UTC', taxonomies: [] })
  return new Set([
    ...Object.keys(shape),
    ...builtInTaxonomies.flatMap(({ key, field }) => [key, field]),
    ...['articles', 'pages', 'replies'],
    ...Object.getOwnPropertyNames(Object.prototype),
  ])
}

/** Creates the schema of site.yml. */
export function outletSchema() {
  return z.strictObject({
    name: text()
      .describe('The name of the outlet.')
      .register(keyDetails, { example: 'Farfield News Service', fallback: 'Outlet' }),
    agency: text()
      .describe('The mark that stands in datelines, like `FNS` in `France (FNS) —`.')
      .register(keyDetails, { example: 'FNS', fallback: 'NEWS' }),
    url: z
      .string()
      .transform((value, context): string => {
        const site = value.trim().replace(/\/$/, '')
        if (!isWebAddress(site)) return reject(context, badSiteUrl(value))
        const base = basePath(site)
        const origin = site.slice(0, site.length - base.length).toLowerCase()
        if (new URL(site).origin !== origin || !isBase(base)) return reject(context, badSiteUrl(value))
        return origin + base
      })
      .describe(
        'Where the site stands: `https://example.org`, or a folder of a host like `https://example.org/outlet/`.',
      )
      .register(keyDetails, { example: 'https://example.org', fallback: 'https://example.org' }),
    feedAuthority: z
      .string()
      .transform((value, context): string => {
        const [host = '', ...folders] = value.trim().replace(/\/$/, '').split('/')
        const base = ['', ...folders].join('/')
        if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*$/i.test(host) || !isBase(base)) {
          return reject(context, badFeedAuthority(value))
        }
        return host.toLowerCase() + base
      })
      .optional()
      .describe(
        'What the ids of stories in feeds begin with; `url` without `https://` unless given. Keep the old one when the site moves, or feed readers show every story again.',
      )
      .register(keyDetails, { example: 'someone.github.io/outlet' }),
    description: text().describe('One sentence about the outlet, for search engines and feeds.').register(keyDetails, {
      example: 'News of what God is doing among the peoples of the Sahel.',
      fallback: 'An outlet.',
    }),
    timeZone: z
      .string()
      .transform((value, context): string => (isTimeZone(value) ? value : reject(context, unknownTimeZone(value))))
      .describe('The time zone of the newsroom, like `America/Chicago`.')
      .register(keyDetails, { example: 'America/Chicago', fallback: 'UTC' }),
    language: language()
      .describe('The language of the site, like `en`.')
      .register(keyDetails, { example: 'en', fallback: 'en' }),
    menu: list(
      z.strictObject({
        ...labelledLink().shape,
        links: links().describe('The links of a menu below it.'),
      }),
    ).describe('The links in the head of every page.'),
    give: labelledLink()
      .optional()
      .describe('Where readers can give: a link in the head of every page and below stories.'),
    contact: z
      .strictObject({
        email: email().describe('The desk: replies to stories go there.'),
        phone: text().optional().describe('A telephone number, in the foot of every page.'),
        address: text().optional().describe('A postal address, in the foot of every page.'),
      })
      .describe('How readers reach the desk.')
      .register(keyDetails, { example: '{email: desk@example.org}', fallback: { email: 'desk@example.org' } }),
    social: links().describe('The outlet elsewhere; plain links.'),
    footer: z
      .strictObject({
        groups: list(
          z.strictObject({
            title: text().describe('The words above the links.'),
            links: links().describe('The links.'),
          }),
        ).describe('Links, in groups with a title.'),
        text: text().optional().describe('A sentence, such as on who stands behind the outlet.'),
      })
      .prefault({ groups: [] })
      .describe('What the foot of every page shows besides the outlet and its channels.'),
    theme: themeSchema(),
    home: z
      .strictObject({
        lead: id().optional().describe('The slug of the lead story; the newest one otherwise.'),
        latest: z.int().min(1).max(60).default(12).describe('How many of the latest stories.'),
        countries: z.int().min(0).max(60).default(8).describe('How many countries.'),
        prayers: z.int().min(0).max(60).default(5).describe('How many requests for prayer.'),
      })
      .prefault({})
      .describe('What the home page shows.'),
    addresses: z
      .strictObject({
        articles: address('slug').default('/news/{slug}/').describe('Stories.'),
        archive: folder().default('/archive/').describe('The archive by year and month.'),
        tags: address('id').optional().describe('Tags, `/tags/{id}/` unless given.'),
        countries: address('id').optional().describe('Countries, `/countries/{id}/` unless given.'),
        partners: address('id').optional().describe('Partners, `/partners/{id}/` unless given.'),
        people: address('id').optional().describe('Authors, `/people/{id}/` unless given.'),
      })
      .prefault({})
      .describe('Where pages stand. Changing them breaks links from elsewhere.'),
    listSize: z.int().min(5).max(200).default(20).describe('How many stories stand on one page of a list.'),
    actions: z
      .strictObject({
        days: z.int().min(1).max(3650).default(90).describe('How long a request without `until` is gathered, in days.'),
        soon: z.int().min(0).max(365).default(14).describe('How many days before its last day a request comes first.'),
      })
      .prefault({})
      .describe('The pages that gather what readers can do, `/act/` and `/pray/`.'),
    broadcast: z
      .strictObject({
        wordsPerMinute: z.int().min(60).max(300).default(150).describe('How fast your voices read.'),
        scripts: z
          .boolean()
          .default(false)
          .describe('Whether each story has a page to read aloud from, `/script/<slug>/`.'),
      })
      .prefault({})
      .describe('The radio newscast.'),
    republish: outletRepublishSchema(),
    replies: z
      .enum(['open', 'closed'])
      .default('open')
      .describe('Whether stories invite replies unless they say otherwise.'),
    offline: z
      .boolean()
      .default(false)
      .describe('Whether readers can have the pages they read kept on their device, at `/offline/`.'),
    cards: z
      .boolean()
      .default(false)
      .describe('Whether each story has a picture of its headline, for those who share it.'),
    search: z
      .boolean()
      .default(false)
      .describe('Whether readers can search at `/search/`; the search runs in their browsers.'),
    textEdition: z
      .boolean()
      .default(false)
      .describe('Whether the site also stands at `/text/`, without pictures, styles and scripts, for slow lines.'),
    images: z
      .strictObject({
        cdn: z
          .enum(['cloudflare', 'netlify', 'vercel'])
          .optional()
          .describe('The image service of your host, which then makes the sizes of pictures; otherwise builds do.'),
      })
      .prefault({})
      .describe('How pictures are made ready for screens.'),
    thirdParties: list(origin()).describe(
      'The hosts that pages may load files from, like `https://cdn.example.org`. Readers are then known to them; better none.',
    ),
    onion: z
      .string()
      .transform((value, context): string =>
        /^http:\/\/[a-z2-7]{56}\.onion\/?$/.test(value.trim())
          ? value.trim().replace(/\/$/, '')
          : reject(context, badAddress(value, 'it is no onion address like `http://<56 letters>.onion`')),
      )
      .optional()
      .describe('The same site as an onion service, which Tor Browser then offers.'),
    otherPrograms: list(folder()).describe(
      'Addresses of the site that other programs answer, like `/shop/`: links to what is below them are not checked.',
    ),
    isso: folder()
      .optional()
      .describe(
        'The address of the site where an Isso server answers, like `/isso/`: its form takes the place of the invitation to write an e-mail.',
      ),
    taxonomies: z
      .record(
        taxonomyKey(),
        z.strictObject({
          one: text().describe('What one is called, like `Series`.'),
          many: text().describe('What many are called.'),
          address: address('id').optional().describe('Where a term stands, `/<key>/{id}/` unless given.'),
          ordered: z
            .boolean()
            .default(false)
            .describe('Whether its stories are parts that follow each other, as in a series.'),
          needsFile: z.boolean().default(false).describe('Whether each term needs a file in its folder.'),
        }),
      )
      .default({})
      .describe('Further ways to file stories, by the key that stories use.'),
  })
}

/** Returns an outlet without anything of its own, for docs that describe what every outlet has. */
export function bareOutlet(): Outlet {
  const schema = outletSchema()
  return toOutlet(schema.parse(fallbackValues(schema)))
}

/** Turns a parsed site.yml into an outlet: the taxonomies that every outlet has come first. */
export function toOutlet(parsed: z.output<ReturnType<typeof outletSchema>>): Outlet {
  const labels = findStrings(parsed.language).taxonomies
  return {
    ...parsed,
    taxonomies: [
      ...builtInTaxonomies.map((taxonomy) => ({
        ...taxonomy,
        ordered: false,
        labels: labels[taxonomy.key],
        address: parsed.addresses[taxonomy.key] ?? taxonomy.address,
      })),
      ...Object.entries(parsed.taxonomies).map(([key, { one, many, address, needsFile, ordered }]) => ({
        key,
        ordered,
        field: key,
        address: address ?? `/${key}/{id}/`,
        labels: { one, many },
        needsFile,
        values: needsFile ? ('id' as const) : ('word' as const),
      })),
    ],
  }
}
