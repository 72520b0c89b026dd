import type { ActionListItemProps } from '../../layouts/parts/ActionListItem.tsx'
import { findStrings } from '../i18n/find-strings.ts'
import { formatDay } from '../i18n/format.ts'
import { typesetText } from '../i18n/typography.ts'
import { langAttribute } from '../newsroom/lang-attributes.ts'
import type { OpenAction } from '../site/open-actions.ts'
import { linkHref } from '../site/resolve-link.ts'
import { articleLink } from './article-teaser.ts'
import type { PageContext } from './page-context.ts'

/** Returns the props of an action in a list, with a link to its article. */
export function actionListItem({ action, article, endsSoon }: OpenAction, context: PageContext): ActionListItemProps {
  const { language } = context.site.outlet
  return {
    kind: action.kind,
    text: typesetText(action.text, article.language),
    lang: langAttribute(article.language, language),
    url: action.url === undefined ? undefined : linkHref(action.url, article.path, context.links),
    until:
      action.until === undefined ? undefined : findStrings(language).actionUntil(formatDay(action.until, language)),
    endsSoon,
    story: articleLink(article),
    places: (article.terms.countries ?? []).map(({ name }) => name),
  }
}
