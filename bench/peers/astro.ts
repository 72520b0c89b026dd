import { type Corpus, commonFrontMatter, frontMatter, type Story, writeFiles } from '../corpus.ts'

const collections = `import { defineCollection } from 'astro:content'
import { glob } from 'astro/loaders'
import { z } from 'astro/zod'

const names = z.array(z.string())
export const collections = {
  news: defineCollection({
    loader: glob({ pattern: '*.md', base: './src/news' }),
    schema: z.object({ title: z.string(), date: z.coerce.date(), summary: z.string(), author: z.string(), tags: names, countries: names, partners: names }),
  }),
}
`

const site = `import { getCollection } from 'astro:content'

export const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
export const dateOf = (date) => date.toISOString().slice(0, 10)
const words = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
export const inWords = (date) => words.format(date)
export const urlOf = (story) => \`/news/\${story.id}/\`

const byDate = (a, b) => b.data.date - a.data.date || (a.id < b.id ? -1 : 1)
export const newest = (await getCollection('news')).sort(byDate)

export const kinds = ['tags', 'countries', 'partners']
const found = new Map()
for (const story of newest) {
  for (const kind of kinds) {
    for (const name of story.data[kind]) {
      const key = kind + ' ' + name
      if (!found.has(key)) found.set(key, { kind, name, slug: slug(name), stories: [] })
      found.get(key).stories.push(story)
    }
  }
}
export const terms = [...found.values()]

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
export const feed = (title, url, stories) => new Response(\`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>\${escape(title)}</title><link>https://bench.example\${url}</link><description>\${escape(title)}</description>
\${stories.slice(0, 20).map((story) => \`<item><title>\${escape(story.data.title)}</title><link>https://bench.example\${urlOf(story)}</link><guid>https://bench.example\${urlOf(story)}</guid><pubDate>\${story.data.date.toUTCString()}</pubDate><description>\${escape(story.data.summary)}</description><content:encoded><![CDATA[\${story.rendered?.html ?? ''}]]></content:encoded></item>\`).join('\\n')}
</channel></rss>
\`)
`

const page = `---
const { title, description = '', url } = Astro.props
---
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} | Bench News Service</title>
<meta name="description" content={description}>
<link rel="canonical" href={'https://bench.example' + url}>
<meta property="og:title" content={title}>
<meta property="og:url" content={'https://bench.example' + url}>
<meta property="og:site_name" content="Bench News Service">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Bench News Service</a><nav><ul><li><a href="/tags/">Tags</a></li></ul></nav></header>
<main><slot /></main>
<footer><p>Bench News Service</p></footer>
</body>
</html>
`

const card = `---
import { dateOf, inWords, urlOf } from './site.js'
const { story } = Astro.props
---
<li><h2><a href={urlOf(story)}>{story.data.title}</a></h2><p>{story.data.summary}</p><time datetime={dateOf(story.data.date)}>{inWords(story.data.date)}</time></li>
`

const article = `---
import { render } from 'astro:content'
import Page from '../../Page.astro'
import { dateOf, inWords, kinds, newest, slug, urlOf } from '../../site.js'
export function getStaticPaths() {
  return newest.map((story, at) => ({ params: { slug: story.id }, props: { story, beside: [newest[at - 1], newest[at + 1]].filter(Boolean) } }))
}
const { story, beside } = Astro.props
const { Content } = await render(story)
const { title, summary, author, date } = story.data
---
<Page title={title} description={summary} url={urlOf(story)}><article>
<h1>{title}</h1>
<p>By {author} <time datetime={dateOf(date)}>{inWords(date)}</time></p>
<Content />
<dl>{kinds.map((kind) => story.data[kind].map((name) => <dd><a href={\`/\${kind}/\${slug(name)}/\`}>{name}</a></dd>))}</dl>
<nav>{beside.map((other) => <a href={urlOf(other)}>{other.data.title}</a>)}</nav>
</article></Page>
`

const list = `---
import Card from '../../../Card.astro'
import Page from '../../../Page.astro'
import { terms } from '../../../site.js'
export function getStaticPaths({ paginate }) {
  return terms.flatMap((term) => paginate(term.stories, { params: { kind: term.kind, term: term.slug }, props: { term }, pageSize: 20 }))
}
const { page, term } = Astro.props
---
<Page title={term.name} url={page.url.current}><h1>{term.name}</h1><ol>{page.data.map((story) => <Card story={story} />)}</ol>
<nav>{page.url.prev && <a href={page.url.prev}>Newer</a>}{page.url.next && <a href={page.url.next}>Older</a>}</nav></Page>
`

const termFeed = `import { feed, terms } from '../../../site.js'
export const getStaticPaths = () => terms.map((term) => ({ params: { kind: term.kind, term: term.slug }, props: { term } }))
export const GET = ({ props: { term } }) => feed(term.name, \`/\${term.kind}/\${term.slug}/\`, term.stories)
`

const index = `---
import Page from '../../Page.astro'
import { kinds, terms } from '../../site.js'
export function getStaticPaths() {
  return kinds.map((kind) => ({ params: { kind } }))
}
const { kind } = Astro.params
---
<Page title={kind} url={\`/\${kind}/\`}><h1>{kind}</h1><ul>{terms.filter((term) => term.kind === kind).map(({ slug, name, stories }) => <li><a href={\`/\${kind}/\${slug}/\`}>{name}</a> {stories.length}</li>)}</ul></Page>
`

const home = `---
import Card from '../Card.astro'
import Page from '../Page.astro'
import { newest } from '../site.js'
---
<Page title="Home" url="/"><h1>Bench News Service</h1><ol>{newest.slice(0, 20).map((story) => <Card story={story} />)}</ol></Page>
`

const siteFeed = `import { feed, newest } from '../site.js'
export const GET = () => feed('Bench News Service', '/', newest)
`

/** Returns the Markdown file of a story for Astro. */
export function astroStory(story: Story): [path: string, text: string] {
  return [
    `src/news/${story.slug}.md`,
    `${frontMatter({ ...commonFrontMatter(story), tags: story.tags })}${story.body}\n`,
  ]
}

/** Writes the corpus as an Astro site with a content collection. */
export function writeAstro(folder: string, { stories }: Corpus): void {
  writeFiles(folder, [
    ['package.json', '{"type":"module"}\n'],
    [
      'astro.config.mjs',
      "export default { site: 'https://bench.example', cacheDir: './.cache', devToolbar: { enabled: false } }\n",
    ],
    ['src/content.config.ts', collections],
    ['src/site.js', site],
    ['src/Page.astro', page],
    ['src/Card.astro', card],
    ['src/pages/news/[slug].astro', article],
    ['src/pages/[kind]/[term]/[...page].astro', list],
    ['src/pages/[kind]/[term]/feed.xml.js', termFeed],
    ['src/pages/[kind]/index.astro', index],
    ['src/pages/index.astro', home],
    ['src/pages/feed.xml.js', siteFeed],
    ...stories.map(astroStory),
  ])
}
