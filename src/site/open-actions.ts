import { type Action, type ActionKind, isOpen } from '../newsroom/action.ts'
import { firstDay } from '../newsroom/article.ts'
import { addDays } from '../newsroom/moment.ts'
import { listedVersion } from '../newsroom/translation.ts'
import { compareText, type Site, type SiteArticle } from './site.ts'

/** Something that readers are asked to do, and the story that asks. */
export interface OpenAction {
  action: Action
  article: SiteArticle
  /** Whether its last day is near. */
  endsSoon: boolean
}

/** Everything that a story asks of readers, in front matter and in its text. */
function listActions({ front, body }: SiteArticle): readonly Action[] {
  if (body.actions.length === 0) return front.actions
  return [...front.actions, ...body.actions]
}

/**
 * What is asked of readers today: the actions whose last day is near, in the order of their days, then all others, the newest story
 * first. Requests for prayer that were answered are not among them.
 */
export function openActions(site: Site): readonly OpenAction[] {
  const open = opened.get(site) ?? findOpenActions(site)
  opened.set(site, open)
  return open
}

const opened = new WeakMap<Site, readonly OpenAction[]>()

function findOpenActions(site: Site): OpenAction[] {
  const { listedArticles, outlet, today } = site
  const soon = addDays(today, outlet.actions.soon)
  const { answeredIn } = findAnswers(site)
  const open: OpenAction[] = []
  for (const article of listedArticles) {
    for (const action of listActions(article)) {
      if (!isOpen(action, firstDay(article.front, outlet.timeZone), today, outlet.actions.days)) continue
      if (action.kind === 'pray' && answeredIn.has(article)) continue
      open.push({ action, article, endsSoon: (action.until ?? '9999') <= soon })
    }
  }
  const ending = open.filter(({ endsSoon }) => endsSoon)
  return [
    ...ending.toSorted((a, b) => compareText(a.action.until ?? '', b.action.until ?? '')),
    ...open.filter(({ endsSoon }) => !endsSoon),
  ]
}

/** Whether a story asks for something of a kind. */
export function hasAction(article: SiteArticle, kind: ActionKind): boolean {
  return listActions(article).some((action) => action.kind === kind)
}

/** Answers to prayer: which stories tell of them, and of which stories' requests. The newest story comes first. */
export interface Answers {
  /** The stories that tell of an answer, by the story that asked, in each of its languages. */
  answeredIn: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
  /** The stories that asked, by the story that tells of the answer. */
  answerTo: ReadonlyMap<SiteArticle, readonly SiteArticle[]>
}

/** The answers that stories tell of. */
export function findAnswers({ articles, versions }: Pick<Site, 'articles' | 'versions'>): Answers {
  const known = answers.get(articles)
  if (known !== undefined) return known
  const answeredIn = new Map<SiteArticle, SiteArticle[]>()
  const answerTo = new Map<SiteArticle, SiteArticle[]>()
  const telling = articles.filter(({ front }) => front.answers.length > 0)
  const bySlug = new Map(telling.length === 0 ? [] : articles.map((article) => [article.slug, article]))
  for (const story of telling) {
    const asked = story.front.answers.flatMap((slug) => bySlug.get(slug) ?? [])
    answerTo.set(story, distinct(asked.map((one) => versionFor(one, story, versions))))
    for (const other of asked.flatMap((one) => versions.get(one) ?? [one])) {
      answeredIn.set(other, distinct([...(answeredIn.get(other) ?? []), versionFor(story, other, versions)]))
    }
  }
  const found = { answeredIn, answerTo }
  answers.set(articles, found)
  return found
}

/** The version of a story for the readers of another one. */
const versionFor = (story: SiteArticle, reading: SiteArticle, versions: Site['versions']): SiteArticle =>
  listedVersion(versions.get(story) ?? [story], reading.language) ?? story

const distinct = <Item>(items: readonly Item[]): Item[] => [...new Set(items)]

const answers = new WeakMap<readonly SiteArticle[], Answers>()
