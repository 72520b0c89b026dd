import { readFileSync } from 'node:fs'
import { FileFactsCache } from '../media/file-facts-cache.ts'
import { canHoldMetadata, findPersonalMetadata, type PersonalMetadata } from '../media/personal-metadata.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { mediaWithMetadata } from '../problems/catalogue/media.ts'
import { thirdParty } from '../problems/catalogue/outputs.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { foreignHosts, resourceUrlsInStyles } from './third-parties.ts'

/** What was found out about a file of public/. */
interface PublicFile {
  /** The hosts, other than the site's, that it makes browsers ask. */
  hosts?: readonly string[]
  /** What its metadata tells. */
  traces?: readonly PersonalMetadata[]
}

/**
 * What the pages, style sheets and drawings of public/ would ask of other hosts, and what its pictures and recordings tell of those who
 * made them.
 *
 * @param kept the file that keeps between builds what was found out
 */
export async function checkPublicFiles(
  files: readonly { url: string; from: string }[],
  { url: own, thirdParties }: Pick<Outlet, 'url' | 'thirdParties'>,
  kept: string,
): Promise<Problem[]> {
  const known = new FileFactsCache<PublicFile>(kept, `1 ${own}`)
  const problems: Problem[] = []
  for (const { url, from } of files) {
    const kind = /\.(css|s?html?|svg|xht(?:ml)?)$/i.exec(url)?.[1]?.toLowerCase()
    if (kind === undefined && !canHoldMetadata(url)) continue
    let file = known.get(from)
    if (file === undefined) {
      file =
        kind === undefined
          ? { traces: await findPersonalMetadata(from) }
          : { hosts: foreignHosts(await askedBy(readFileSync(from, 'utf8'), kind), new URL(url, own).href) }
      known.put(from, file)
    }
    const { hosts = [], traces = [] } = file
    const findings = hosts.filter((host) => !thirdParties.includes(host)).map((host) => thirdParty(host))
    if (traces.length > 0) findings.push(mediaWithMetadata(traces.join(' and ')))
    problems.push(...findings.map((finding) => ({ ...finding, file: `public${url}`, ...fileStart })))
  }
  known.close()
  return problems
}

async function askedBy(text: string, kind: string): Promise<string[]> {
  if (kind === 'css') return resourceUrlsInStyles(text)
  const { resourceUrlsInMarkup } = await import('./resource-urls.ts') // late: most builds have no new file to read
  return resourceUrlsInMarkup(text, kind === 'svg' || kind.startsWith('x') ? 'xml' : 'html')
}
