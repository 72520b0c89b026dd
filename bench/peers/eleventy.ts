import { type Corpus, commonFrontMatter, frontMatter, type Story, writeFiles } from '../corpus.ts'

const config = `import markdownIt from 'markdown-it'

const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

export default function (config) {
  config.setLibrary('md', markdownIt({ html: true }))
  const newestFirst = (api) => api.getFilteredByGlob('src/news/*.md').sort((a, b) => b.date - a.date || (a.url < b.url ? -1 : 1))
  config.addCollection('newest', newestFirst)
  const termsOf = (api) => {
    const terms = new Map()
    for (const story of newestFirst(api)) {
      for (const [kind, names] of [['tags', story.data.topics], ['countries', story.data.countries], ['partners', story.data.partners]]) {
        for (const name of names) {
          const key = kind + ' ' + name
          if (!terms.has(key)) terms.set(key, { kind, name, url: '/' + kind + '/' + slug(name) + '/', stories: [] })
          terms.get(key).stories.push(story)
        }
      }
    }
    return [...terms.values()]
  }
  config.addCollection('terms', termsOf)
  config.addCollection('lists', (api) =>
    termsOf(api).flatMap((term) => {
      const pages = []
      for (let at = 0; at < term.stories.length; at += 20) pages.push(term.stories.slice(at, at + 20))
      return pages.map((stories, page) => ({ ...term, stories, page, pages: pages.length }))
    }),
  )
  return { dir: { input: 'src', includes: '_includes', output: '_site' }, markdownTemplateEngine: false, htmlTemplateEngine: false }
}
`

const base = `export const escape = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
export const dateOf = (date) => date.toISOString().slice(0, 10)
const words = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' })
export const inWords = (date) => words.format(date)
export const slug = (text) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')
export const page = ({ title, description, url }, main) => \`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>\${escape(title)} | Bench News Service</title>
<meta name="description" content="\${escape(description ?? '')}">
<link rel="canonical" href="https://bench.example\${url}">
<meta property="og:title" content="\${escape(title)}">
<meta property="og:url" content="https://bench.example\${url}">
<meta property="og:site_name" content="Bench News Service">
<link rel="alternate" type="application/rss+xml" href="/feed.xml">
</head>
<body>
<header><a href="/">Bench News Service</a><nav><ul><li><a href="/tags/">Tags</a></li></ul></nav></header>
<main>\${main}</main>
<footer><p>Bench News Service</p></footer>
</body>
</html>
\`
export const card = (story) => \`<li><h2><a href="\${story.url}">\${escape(story.data.title)}</a></h2><p>\${escape(story.data.summary)}</p><time datetime="\${dateOf(story.date)}">\${inWords(story.date)}</time></li>\`
export const feed = (title, url, stories) => \`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>\${escape(title)}</title><link>https://bench.example\${url}</link><description>\${escape(title)}</description>
\${stories.slice(0, 20).map((story) => \`<item><title>\${escape(story.data.title)}</title><link>https://bench.example\${story.url}</link><guid>https://bench.example\${story.url}</guid><pubDate>\${story.date.toUTCString()}</pubDate><description>\${escape(story.data.summary)}</description><content:encoded><![CDATA[\${story.content}]]></content:encoded></item>\`).join('\\n')}
</channel></rss>
\`
`

const article = `import { dateOf, escape, inWords, page, slug } from './base.js'
export default (data) => {
  const at = data.collections.newest.findIndex(({ url }) => url === data.page.url)
  const beside = [data.collections.newest[at - 1], data.collections.newest[at + 1]].filter(Boolean)
  const links = (kind, names) => names.map((name) => \`<dd><a href="/\${kind}/\${slug(name)}/">\${escape(name)}</a></dd>\`).join('')
  return page({ title: data.title, description: data.summary, url: data.page.url }, \`<article>
<h1>\${escape(data.title)}</h1>
<p>By \${data.author} <time datetime="\${dateOf(data.page.date)}">\${inWords(data.page.date)}</time></p>
\${data.content}
<dl>\${links('tags', data.topics)}\${links('countries', data.countries)}\${links('partners', data.partners)}</dl>
<nav>\${beside.map((story) => \`<a href="\${story.url}">\${escape(story.data.title)}</a>\`).join('')}</nav>
</article>\`)
}
`

const list = `import { card, escape, page } from './_includes/base.js'
const urlOf = ({ url }, index) => (index === 0 ? url : url + 'page/' + (index + 1) + '/')
export const data = {
  pagination: { data: 'collections.lists', size: 1, alias: 'list' },
  permalink: ({ list }) => urlOf(list, list.page),
}
export const render = ({ list, page: { url } }) =>
  page({ title: list.name, url }, \`<h1>\${escape(list.name)}</h1><ol>\${list.stories.map(card).join('')}</ol>
<nav>\${list.page > 0 ? \`<a href="\${urlOf(list, list.page - 1)}">Newer</a>\` : ''}\${list.page + 1 < list.pages ? \`<a href="\${urlOf(list, list.page + 1)}">Older</a>\` : ''}</nav>\`)
`

const termFeed = `import { feed } from './_includes/base.js'
export const data = {
  pagination: { data: 'collections.terms', size: 1, alias: 'term' },
  permalink: ({ term }) => term.url + 'feed.xml',
}
export const render = ({ term }) => feed(term.name, term.url, term.stories)
`

const index = `import { escape, page } from './_includes/base.js'
export const data = { kinds: ['tags', 'countries', 'partners'], pagination: { data: 'kinds', size: 1, alias: 'kind' }, permalink: ({ kind }) => '/' + kind + '/' }
export const render = ({ kind, collections }) =>
  page({ title: kind, url: '/' + kind + '/' }, \`<h1>\${kind}</h1><ul>\${collections.terms.filter((term) => term.kind === kind).map(({ url, name, stories }) => \`<li><a href="\${url}">\${escape(name)}</a> \${stories.length}</li>\`).join('')}</ul>\`)
`

const home = `import { card, page } from './_includes/base.js'
export const data = { permalink: '/' }
export const render = ({ collections }) => page({ title: 'Home', url: '/' }, \`<h1>Bench News Service</h1><ol>\${collections.newest.slice(0, 20).map(card).join('')}</ol>\`)
`

const siteFeed = `import { feed } from './_includes/base.js'
export const data = { permalink: '/feed.xml' }
export const render = ({ collections }) => feed('Bench News Service', '/', collections.newest)
`

/** Returns the Markdown file of a story for plain Eleventy. */
export function eleventyStory(story: Story): [path: string, text: string] {
  const { slug, tags, body } = story
  const keys = { ...commonFrontMatter(story), topics: tags, layout: 'article.11ty.js', permalink: `/news/${slug}/` }
  return [`src/news/${slug}.md`, `${frontMatter(keys)}${body}\n`]
}

/** Writes the corpus as a plain Eleventy site with markdown-it and JavaScript templates. */
export function writeEleventy(folder: string, { stories }: Corpus): void {
  writeFiles(folder, [
    ['package.json', '{"type":"module"}\n'],
    ['eleventy.config.js', config],
    ['src/_includes/base.js', base],
    ['src/_includes/article.11ty.js', article],
    ['src/lists.11ty.js', list],
    ['src/term-feeds.11ty.js', termFeed],
    ['src/index-pages.11ty.js', index],
    ['src/home.11ty.js', home],
    ['src/feed.11ty.js', siteFeed],
    ...stories.map(eleventyStory),
  ])
}
