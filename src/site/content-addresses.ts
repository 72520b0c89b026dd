import type { CompiledFile } from '../compile/document.ts'
import type { Article } from '../newsroom/article.ts'
import type { Outlet } from '../newsroom/outlet.ts'
import type { Page } from '../newsroom/page.ts'
import { toUrlPath, type UrlPath } from '../newsroom/url-path.ts'

/** The slug of an article: that of its front matter, else the name of its file. */
export function articleSlug({ document, file }: CompiledFile<Article>): string {
  return document?.front.slug ?? file.slug
}

/** The address of an article, published or not. */
export function articleAddress(outlet: Outlet, article: CompiledFile<Article>): UrlPath {
  return outlet.addresses.articles.replace('{slug}', articleSlug(article)) as UrlPath
}

/** The address of a page: its path below content/pages/. */
export function pageAddress(page: CompiledFile<Page>): UrlPath {
  const path = page.file.path.replace(/^pages\//, '').replace(/(?:^|\/)index\.[^.]+$|\.[^.]+$/, '')
  return toUrlPath(`/${path}`.replace(/\/?$/, '/'))
}
