import { readFileSync } from 'node:fs'
import { Remembered } from '../media/remembered.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import { thirdParty } from '../problems/catalogue.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { askedByStyles, hostsAmong } from './third-parties.ts'

/** What was found out about a file of public/. */
interface PublicFile {
  /** The hosts, other than the site's, that it makes browsers ask. */
  hosts: readonly string[]
}

/**
 * What the pages, style sheets and drawings of public/ would ask of other hosts.
 *
 * @param kept the file that keeps between builds what was found out
 */
export async function checkPublicFiles(
  files: readonly { url: string; from: string }[],
  { url: own, thirdParties }: Pick<Outlet, 'url' | 'thirdParties'>,
  kept: string,
): Promise<Problem[]> {
  const known = new Remembered<PublicFile>(kept, `1 ${own}`)
  const problems: Problem[] = []
  for (const { url, from } of files) {
    const kind = /\.(css|s?html?|svg|xht(?:ml)?)$/i.exec(url)?.[1]?.toLowerCase()
    if (kind === undefined) continue
    let file = known.recall(from)
    if (file === undefined) {
      file = { hosts: hostsAmong(await askedBy(readFileSync(from, 'utf8'), kind), new URL(url, own).href) }
      known.remember(from, file)
    }
    const strangers = file.hosts.filter((host) => !thirdParties.includes(host))
    problems.push(...strangers.map((host) => ({ ...thirdParty(host), file: `public${url}`, ...fileStart })))
  }
  known.close()
  return problems
}

async function askedBy(text: string, kind: string): Promise<string[]> {
  if (kind === 'css') return askedByStyles(text)
  const { askedByMarkup } = await import('./asked-by-markup.ts') // late: most builds have no new file to read
  return askedByMarkup(text, kind === 'svg' || kind.startsWith('x') ? 'xml' : 'html')
}
