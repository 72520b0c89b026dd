import type { PictureProps } from '../../layouts/parts/Picture.tsx'
import type { Printed } from '../fingerprint/hashed.ts'
import { dayInWords, inType, languageName, shownTime } from '../i18n/format.ts'
import { interfaceLanguage, strings } from '../i18n/strings.ts'
import { lastChange } from '../newsroom/article.ts'
import { isImportant } from '../newsroom/correction.ts'
import { direction } from '../newsroom/language.ts'
import { absolute, href } from '../newsroom/url-path.ts'
import { pageText } from '../site/resolve-body.ts'
import { nameIn } from '../site/terms.ts'
import type { Parts } from './article.ts'
import { playerOf, scriptAddress } from './broadcasts.ts'
import type { Output } from './output.ts'
import { cardOf, linkTo, noticeOf, type Outside, pageProps, type Story, summaryOf, titleOf } from './page-context.ts'
import { textAddress } from './text-edition.ts'

type Props = Extract<Output, { layout: 'article' }>['props']

/** What the page of a story shows, made of its parts and of nothing else. */
export function propsOf(parts: Parts): Props {
  const { setting, story, picture, card } = parts
  const article = story.value
  const { outlet } = setting.value
  const { front, language } = article
  const ui = interfaceLanguage(language, outlet.language)
  const title = titleOf(article)
  const versions = parts.versions.map(({ value }) => value)
  const changed = lastChange(front, outlet.timeZone)
  const link = ({ value }: Printed<Outside>) => linkTo(value)
  const { shell, head } = pageProps(setting.value, article.address, {
    title,
    description: summaryOf(article),
    kind: 'article',
    image: card === undefined ? picture && outlet.url + picture.src : absolute(outlet.url, card),
    language: ui === outlet.language ? undefined : ui,
    versions: alternates(versions, outlet.url),
  })
  // Named one by one: there are tens of thousands of these objects, and one that is spread takes much longer to make.
  return {
    shell,
    head,
    title,
    standfirst: front.summary === undefined ? undefined : inType(front.summary, language),
    authors: authorsOf(parts),
    date: shownTime(front.date, ui),
    updated: changed === undefined ? undefined : shownTime(changed, ui),
    image: picture && imageOf(picture, article),
    text: pageText(article, parts.text, outlet.language),
    lang: ui === language ? undefined : language,
    dir: direction(language) === direction(ui) ? undefined : direction(language),
    versions: versions.filter((version) => version !== article).map(versionOf),
    actions: actionsOf(parts, ui),
    answers: parts.answers.map(link),
    answerTo: parts.answerTo.map(link),
    corrections: correctionsOf(article, ui),
    partners: partnersOf(parts),
    terms: termsOf(parts, ui),
    parts: parts.series,
    related: parts.related.map(({ value }) => cardOf(value, setting.value)),
    previous: parts.previous && link(parts.previous),
    next: parts.next && link(parts.next),
    permalink: absolute(outlet.url, article.address),
    player: playerOf(article, parts.recording),
    plain: outlet.textEdition ? href(textAddress(article)) : undefined,
    script: outlet.broadcast.scripts ? href(scriptAddress(article)) : undefined,
    republish: parts.republish && href(parts.republish),
    replies: parts.replies,
    notice: noticeOf(article.publication, outlet),
  }
}

const authorsOf = ({ terms }: Parts): Props['authors'] =>
  (terms.people ?? []).map(({ value: { name, address } }) => ({ name, url: href(address) }))

const imageOf = (picture: PictureProps, { front, language }: Story): Props['image'] => ({
  ...picture,
  caption: front.image?.caption && inType(front.image.caption, language),
  credit: front.image?.credit && inType(front.image.credit, language),
})

const versionOf = (version: Outside): Props['versions'][number] => ({
  language: version.language,
  name: languageName(version.language),
  title: titleOf(version),
  url: href(version.address),
})

function actionsOf({ story, actions }: Parts, ui: string): Props['actions'] {
  const { front, language } = story.value
  const words = strings(ui)
  return front.actions.map((action, index) => {
    const { over, url } = actions[index] ?? { over: true, url: undefined }
    const day = action.until === undefined ? undefined : dayInWords(action.until, ui)
    return {
      kind: action.kind,
      text: inType(action.text, language),
      url,
      until: day === undefined ? undefined : over ? words.actionOver(day) : words.actionUntil(day),
    }
  })
}

const correctionsOf = ({ front, language }: Story, ui: string): Props['corrections'] =>
  front.corrections.map(({ date, kind, text, important }) => ({
    kind,
    important: isImportant({ kind, important }),
    date: { iso: date, text: dayInWords(date, ui) },
    text: inType(text, language),
  }))

const partnersOf = ({ terms }: Parts): Props['partners'] =>
  (terms.partners ?? []).map(({ value: { name, address, file } }) => ({
    name,
    url: href(address),
    summary: file?.front.summary,
    website: file?.front.url,
  }))

/** What a story is filed under, besides its people and partners. */
function termsOf({ terms, setting }: Parts, ui: string): Props['terms'] {
  const { outlet } = setting.value
  const lists: Props['terms'][number][] = []
  for (const { key, labels, values } of outlet.taxonomies) {
    const own = key === 'people' || key === 'partners' ? [] : (terms[key] ?? [])
    if (own.length === 0) continue
    const lang = ui === outlet.language || values === 'country' ? undefined : outlet.language
    lists.push({
      label: labelIn(key, ui) ?? labels.many,
      terms: own.map(({ value }) => ({ name: nameIn(value, ui), url: href(value.address), lang })),
    })
  }
  return lists
}

/** What a taxonomy that every newsroom has is called in a language. */
function labelIn(key: string, language: string): string | undefined {
  const labels: Record<string, { many: string }> = strings(language).taxonomies
  return labels[key]?.many
}

/** The languages of a story for search engines; readers of none of them are sent to the original. */
function alternates(versions: readonly Outside[], site: string): { language: string; url: string }[] | undefined {
  const [original] = versions
  if (original === undefined) return undefined
  const url = (article: Outside) => absolute(site, article.address)
  return [
    ...versions.map((version) => ({ language: version.language, url: url(version) })),
    { language: 'x-default', url: url(original) },
  ]
}
