import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readYaml } from '../content/front-matter.ts'
import { readText } from '../content/read-text.ts'
import { salvage, validate } from '../content/validate.ts'
import { interfaceLanguage, interfaceLanguages } from '../i18n/find-strings.ts'
import { type Outlet, outletSchema, toOutlet } from '../newsroom/outlet.ts'
import { emptyContent } from '../problems/catalogue/files.ts'
import { languageWithoutInterface } from '../problems/catalogue/values.ts'
import { fileProblems, fileStart, type Problem, raise } from '../problems/problem.ts'
import type { ContentLink } from './content-link.ts'

/** The result of reading content/site.yml. */
export interface OutletResult {
  /** Undefined if there is no site.yml. If it has errors, its valid keys, so that the articles can be checked all the same. */
  outlet: Outlet | undefined
  /** The links in site.yml. */
  links: ContentLink[]
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
      problems: [{ ...emptyContent(contentDisplayPath), file: contentDisplayPath, ...fileStart }],
    }
  }
  const file = readText(path, displayPath)
  const schema = outletSchema()
  const frontMatter = file.messages.length > 0 ? undefined : readYaml(file, file.data.text ?? '')
  const parsed = frontMatter === undefined ? undefined : validate(file, frontMatter, schema)
  if (frontMatter === undefined || parsed === undefined) {
    const outlet = toOutlet(salvage(schema, frontMatter?.data ?? {}))
    return { outlet, links: [], problems: fileProblems(file) }
  }
  const { home, addresses, menu, social, language } = parsed
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
  const links = [
    ...menu.map(({ url }, index) => link(url, ['menu', index, 'url'])),
    ...social.map(({ url }, index) => link(url, ['social', index, 'url'])),
    // The lead article is given as a slug.
    ...(home.lead === undefined ? [] : [link(addresses.articles.replace('{slug}', home.lead), ['home', 'lead'])]),
  ]
  return { outlet: toOutlet(parsed), links, problems: fileProblems(file) }
}
