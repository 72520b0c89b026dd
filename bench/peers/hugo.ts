import { type Corpus, commonFrontMatter, frontMatter, type Story, writeFiles } from '../corpus.ts'

const config = `baseURL = "https://bench.example/"
title = "Bench News Service"
languageCode = "en"
timeZone = "America/Chicago"
paginate = 20
disableKinds = []
[taxonomies]
  tag = "tags"
  country = "countries"
  partner = "partners"
[permalinks]
  news = "/news/:slug/"
[outputs]
  home = ["HTML", "RSS"]
  section = ["HTML"]
  term = ["HTML", "RSS"]
  taxonomy = ["HTML"]
[services.rss]
  limit = 20
[markup.goldmark.renderer]
  unsafe = false
`

const base = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} | {{ .Site.Title }}</title>
<meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:url" content="{{ .Permalink }}">
<meta property="og:site_name" content="{{ .Site.Title }}">
<link rel="alternate" type="application/rss+xml" href="/index.xml">
</head>
<body>
<header><a href="/">{{ .Site.Title }}</a><nav><ul><li><a href="/tags/">Tags</a></li></ul></nav></header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer>
</body>
</html>
`

const single = `{{ define "main" }}<article>
<h1>{{ .Title }}</h1>
<p>By {{ .Params.author }} <time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time></p>
{{ .Content }}
<dl>
{{ range .Params.tags }}<dd><a href="/tags/{{ . | urlize }}/">{{ . }}</a></dd>{{ end }}
{{ range .Params.countries }}<dd><a href="/countries/{{ . | urlize }}/">{{ . }}</a></dd>{{ end }}
{{ range .Params.partners }}<dd><a href="/partners/{{ . | urlize }}/">{{ . }}</a></dd>{{ end }}
</dl>
<nav>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</article>{{ end }}
`

const list = `{{ define "main" }}<h1>{{ .Title }}</h1>
{{ $pager := .Paginate .Pages }}
<ol>{{ range $pager.Pages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "January 2, 2006" }}</time></li>{{ end }}</ol>
<nav>{{ if $pager.HasPrev }}<a href="{{ $pager.Prev.URL }}">Newer</a>{{ end }}{{ if $pager.HasNext }}<a href="{{ $pager.Next.URL }}">Older</a>{{ end }}</nav>
{{ end }}
`

const index = `{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Data.Terms.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
`

const home = `{{ define "main" }}<h1>{{ .Site.Title }}</h1>
<ol>{{ range first 20 .Site.RegularPages }}<li><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Params.summary }}</p></li>{{ end }}</ol>
{{ end }}
`

const rss = `{{- $pages := .Pages }}{{ if .IsHome }}{{ $pages = .Site.RegularPages }}{{ end }}{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>{{ .Title }}</title><link>{{ .Permalink }}</link><description>{{ .Title }}</description>
{{ range first 20 $pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" | safeHTML }}</pubDate><description>{{ .Params.summary | html }}</description>
{{ printf "<content:encoded><![CDATA[%s]]></content:encoded>" .Content | safeHTML }}</item>
{{ end }}</channel></rss>
`

/** Returns the Markdown file of a story for Hugo. */
export function hugoStory(story: Story): [path: string, text: string] {
  const { slug, date, tags, body } = story
  return [
    `content/news/${date.slice(0, 4)}/${slug}.md`,
    `${frontMatter({ ...commonFrontMatter(story), slug, tags })}${body}\n`,
  ]
}

/** Writes the corpus as a Hugo site, with templates like those in its documentation. */
export function writeHugo(folder: string, { stories }: Corpus): void {
  writeFiles(folder, [
    ['config.toml', config],
    ['layouts/_default/baseof.html', base],
    ['layouts/_default/single.html', single],
    ['layouts/_default/list.html', list],
    ['layouts/_default/taxonomy.html', list],
    ['layouts/_default/terms.html', index],
    ['layouts/_default/rss.xml', rss],
    ['layouts/index.html', home],
    ...stories.map(hugoStory),
  ])
}
