import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { duplicateAddress } from '../problems/catalogue/outputs.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { bySource, type UrlOwner } from './url-owners.ts'

/**
 * No two outputs may stand at one address, nor one where the folder of another is. Addresses that differ only in the case of
 * letters are one on many machines.
 *
 * @param urls the addresses of all claims
 * @param claims who claims them; asked where some are in each other's way
 */
export function checkDuplicateUrls(urls: readonly UrlPath[], claims: () => readonly UrlOwner[]): Problem[] {
  return areApart(urls) ? [] : clashes(claims())
}

const fileOfClaim = (url: UrlPath) => outputFile(url).normalize('NFC').toLowerCase()

/** Whether no two outputs are in each other's way, as is nearly always so. */
function areApart(urls: readonly UrlPath[]): boolean {
  const files = new Set(urls.map(fileOfClaim))
  if (files.size < urls.length) return false
  const folders = new Set<string>()
  for (const file of files) {
    for (let at = file.lastIndexOf('/'); at !== -1; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at)
      if (folders.has(folder)) break
      if (files.has(folder)) return false
      folders.add(folder)
    }
  }
  return true
}

function clashes(claims: readonly UrlOwner[]): Problem[] {
  const files = new Map<string, UrlOwner>()
  const folders = new Map<string, UrlOwner>()
  const problems: Problem[] = []
  const clash = (claim: UrlOwner, other: UrlOwner) => {
    problems.push({ ...duplicateAddress(claim.url, other.owner), file: claim.file, ...fileStart })
  }
  for (const claim of [...claims].sort(bySource)) {
    const file = fileOfClaim(claim.url)
    const parents = file
      .split('/')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('/'))
    const other =
      files.get(file) ??
      folders.get(file) ??
      parents.map((parent) => files.get(parent)).find((found) => found !== undefined)
    if (other !== undefined) {
      clash(claim, other)
      continue
    }
    files.set(file, claim)
    for (const parent of parents) if (!folders.has(parent)) folders.set(parent, claim)
  }
  return problems
}
