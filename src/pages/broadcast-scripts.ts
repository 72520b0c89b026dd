import type { BroadcastScriptProps } from '../../layouts/BroadcastScript.tsx'
import type { Hashed } from '../fingerprint/hashed.ts'
import { findStrings, interfaceLanguage } from '../i18n/find-strings.ts'
import { formatDuration } from '../newsroom/broadcast.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import type { UrlPath } from '../newsroom/url-path.ts'
import { pageBody } from '../site/resolve-body.ts'
import { type ResolvedTarget, resolveDeferredPlaceholders } from '../site/resolve-deferred-placeholders.ts'
import type { SiteArticle } from '../site/site.ts'
import { articleLink, articleSummary, articleTitle, type FullArticle, hashedArticle } from './article-teaser.ts'
import { lazyPage, type Output } from './output.ts'
import { hashedSettings, type PageContext, type PageSettings } from './page-context.ts'
import { pageProps } from './page-props.ts'

/** The lengths of newscasts that a script marks cuts for, in seconds. */
const newscastLengths = [60, 270]

/** The address of the script of an article. */
export const broadcastScriptAddress = ({ slug }: Pick<SiteArticle, 'slug'>): UrlPath => `/script/${slug}/`

/** Everything that a script is made from. */
interface ScriptInputs {
  settings: Hashed<PageSettings>
  url: UrlPath
  article: Hashed<FullArticle>
  text: readonly ResolvedTarget[]
  authors: readonly string[]
}

/** Returns a script to read on air for every article, if the outlet has scripts. */
export function broadcastScriptPages(context: PageContext): Output[] {
  const { outlet, articles } = context.site
  if (!outlet.broadcast.scripts) return []
  return articles.map((article) => {
    const url = broadcastScriptAddress(article)
    const findInputs = (): ScriptInputs => ({
      settings: hashedSettings(context),
      url,
      article: hashedArticle(article),
      text: resolveDeferredPlaceholders(article, context),
      authors: (article.terms.people ?? []).map(({ name }) => name),
    })
    return lazyPage(
      { url, layout: 'broadcast-script', source: article.path, inSitemap: false },
      findInputs,
      scriptProps,
    )
  })
}

function scriptProps({
  settings,
  url,
  article: { value: article },
  text,
  authors,
}: ScriptInputs): BroadcastScriptProps {
  const { outlet } = settings.value
  const { wordsPerMinute } = outlet.broadcast
  const ui = interfaceLanguage(article.language, outlet.language)
  const words = findStrings(ui)
  const title = articleTitle(article)
  return {
    ...pageProps(settings.value, url, {
      title: `${words.script} · ${title}`,
      description: articleSummary(article),
      hidden: true,
      language: langAttribute(ui, outlet.language),
    }),
    title,
    story: articleLink(article),
    authors,
    text: pageBody(article, text, outlet.language),
    reading: {
      wordsPerMinute,
      pronounce: article.front.pronounce,
      cuts: newscastLengths.map((seconds) => ({ seconds, label: words.cutHere(formatDuration(seconds)) })),
    },
  }
}
