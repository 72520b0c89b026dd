import { outputFile, type UrlPath } from '../newsroom/url-path.ts'
import { duplicateAddress } from '../problems/catalogue/outputs.ts'
import { fileStart, type Problem } from '../problems/problem.ts'
import { defineCheck } from './check.ts'
import { findPublishedUrlOwners, findUnpublishedUrlOwners, type UrlOwner } from './find-url-owners.ts'

export const duplicateUrls = defineCheck({
  name: 'duplicate-urls',
  rule: 'No two pages or files have the same URL, and none has the URL of a folder that holds others.',
  stage: 'site',
  run(context) {
    const unpublished = findUnpublishedUrlOwners(context)
    if (areDistinct([...context.urls, ...unpublished.map(({ url }) => url)])) return []
    const published = findPublishedUrlOwners(context.outputs, context.staticFiles, context.contentDisplayPath)
    return findConflicts([...published, ...unpublished])
  },
})

/** The path of a URL's file, with the case of letters and the form of accents dropped, as some file systems do. */
const filePath = (url: UrlPath) => outputFile(url).normalize('NFC').toLowerCase()

/** True if no two URLs conflict: the usual case, for which no owners are listed. */
function areDistinct(urls: readonly UrlPath[]): boolean {
  const files = new Set(urls.map(filePath))
  if (files.size < urls.length) return false
  const folders = new Set<string>()
  for (const file of files) {
    for (let slash = file.lastIndexOf('/'); slash !== -1; slash = file.lastIndexOf('/', slash - 1)) {
      const folder = file.slice(0, slash)
      if (folders.has(folder)) break
      if (files.has(folder)) return false
      folders.add(folder)
    }
  }
  return true
}

function findConflicts(owners: readonly UrlOwner[]): Problem[] {
  const files = new Map<string, UrlOwner>()
  const folders = new Map<string, UrlOwner>()
  const problems: Problem[] = []
  for (const owner of [...owners].sort(byRank)) {
    const file = filePath(owner.url)
    const parents = file
      .split('/')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('/'))
    const first =
      files.get(file) ??
      folders.get(file) ??
      parents.map((parent) => files.get(parent)).find((parentFile) => parentFile !== undefined)
    if (first !== undefined) {
      problems.push({ ...duplicateAddress(owner.url, first.owner), file: owner.file, ...fileStart })
      continue
    }
    files.set(file, owner)
    for (const parent of parents) if (!folders.has(parent)) folders.set(parent, owner)
  }
  return problems
}

function byRank(a: UrlOwner, b: UrlOwner): number {
  return a.rank - b.rank || (a.owner < b.owner ? -1 : a.owner > b.owner ? 1 : 0)
}
