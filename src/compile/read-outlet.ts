import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type FrontMatter, readYaml } from '../content/front-matter.ts'
import { readText } from '../content/read-text.ts'
import { salvage, validate } from '../content/validate.ts'
import { interfaceLanguage, interfaceLanguages } from '../i18n/find-strings.ts'
import { type Outlet, outletSchema, toOutlet } from '../newsroom/outlet.ts'
import { schemes, type Theme, themeFileKeys } from '../newsroom/theme.ts'
import { emptyContent } from '../problems/catalogue/files.ts'
import { languageWithoutInterface } from '../problems/catalogue/values.ts'
import { type EncodedPlaces, encodePlaces } from '../problems/place.ts'
import { fileProblems, fileStart, type Problem, raise } from '../problems/problem.ts'
import type { ContentLink } from './content-link.ts'

/** The result of reading content/site.yml. */
export interface OutletResult {
  /** Undefined if there is no site.yml. If it has errors, its valid keys, so that the articles can be checked all the same. */
  outlet: Outlet | undefined
  /** The links in site.yml. */
  links: ContentLink[]
  /** The places of the keys of the theme, by their path, such as `accent.light`. */
  themePlaces: EncodedPlaces
  problems: Problem[]
}

/**
 * Reads content/site.yml.
 *
 * @param contentDisplayPath the content folder as problems name it
 */
export function readOutlet(content: string, contentDisplayPath: string): OutletResult {
  const path = join(content, 'site.yml')
  const displayPath = `${contentDisplayPath}/site.yml`
  if (!existsSync(path)) {
    return {
      outlet: undefined,
      links: [],
      themePlaces: '',
      problems: [{ ...emptyContent(contentDisplayPath), file: contentDisplayPath, ...fileStart }],
    }
  }
  const file = readText(path, displayPath)
  const schema = outletSchema()
  const frontMatter = file.messages.length > 0 ? undefined : readYaml(file, file.data.text ?? '')
  const parsed = frontMatter === undefined ? undefined : validate(file, frontMatter, schema)
  if (frontMatter === undefined || parsed === undefined) {
    const outlet = toOutlet(salvage(schema, frontMatter?.data ?? {}))
    const places = frontMatter === undefined ? '' : themePlaces(outlet.theme, frontMatter)
    return { outlet, links: [], themePlaces: places, problems: fileProblems(file) }
  }
  const { home, addresses, menu, social, language, footer, give, theme } = parsed
  if (interfaceLanguage(language, '') === '') {
    raise(file, languageWithoutInterface(language, interfaceLanguages.join(', ')), frontMatter.place(['language']))
  }
  const link = (target: string, key: (string | number)[]): ContentLink => ({
    target,
    displayPath,
    path: '',
    place: () => frontMatter.place(key),
    text: { anchors: [] },
  })
  const linksBelow = (list: readonly { url: string }[], key: (string | number)[]) =>
    list.map(({ url }, index) => link(url, [...key, index, 'url']))
  const links = [
    ...linksBelow(menu, ['menu']),
    ...menu.flatMap(({ links }, index) => linksBelow(links, ['menu', index, 'links'])),
    ...linksBelow(social, ['social']),
    ...footer.groups.flatMap(({ links }, index) => linksBelow(links, ['footer', 'groups', index, 'links'])),
    ...(give === undefined ? [] : [link(give.url, ['give', 'url'])]),
    // The lead article is given as a slug.
    ...(home.lead === undefined ? [] : [link(addresses.articles.replace('{slug}', home.lead), ['home', 'lead'])]),
  ]
  return { outlet: toOutlet(parsed), links, themePlaces: themePlaces(theme, frontMatter), problems: fileProblems(file) }
}

/** Returns the places of the keys that a theme has. */
function themePlaces(theme: Theme, { place }: FrontMatter): EncodedPlaces {
  const colors = (['accent', 'paper'] as const)
    .filter((key) => theme[key] !== undefined)
    .flatMap((key) => schemes.map((scheme) => [key, scheme]))
  const files = themeFileKeys.filter((key) => theme[key] !== undefined).map((key) => [key])
  return encodePlaces([...colors, ...files].map((path) => [path.join('.'), [place(['theme', ...path])]]))
}
