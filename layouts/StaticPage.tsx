import type { BodyReference } from '../src/markdown/resolve-placeholders.ts'
import { Document, type PageProps } from './Document.tsx'
import { Body } from './parts/Body.tsx'

export interface StaticPageProps extends PageProps {
  title: string
  text: BodyReference
  lang?: string | undefined
  dir?: 'rtl' | undefined
  notice?: string | undefined
}

/** A page of content/pages/, such as About. */
export function StaticPage({ chrome, head, title, text, lang, dir, notice }: StaticPageProps) {
  return (
    <Document chrome={chrome} head={head}>
      <article class="story" lang={lang} dir={dir}>
        <header class="story-head">
          {notice !== undefined && <p class="notice">{notice}</p>}
          <h1>{title}</h1>
        </header>
        <div class="story-text">
          <Body text={text} />
        </div>
      </article>
    </Document>
  )
}
