import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isPublishedName, type UrlPath } from '../newsroom/url-path.ts'
import type { StaticFile } from '../site/static-file.ts'

/** Finds the files of public/ to publish. Symbolic links are left out: they may lead anywhere. */
export function findPublicFiles(folder: string): StaticFile[] {
  if (!existsSync(folder)) return []
  const walk = (path: string): StaticFile[] =>
    readdirSync(join(folder, path), { withFileTypes: true })
      .filter(({ name }) => isPublishedName(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const inside = path === '' ? entry.name : `${path}/${entry.name}`
        if (entry.isDirectory()) return walk(inside)
        return entry.isFile() ? [{ url: `/${inside}` as UrlPath, from: join(folder, inside) }] : []
      })
  return walk('')
}
