/** A link by the name of its target, such as an article, a term or a person. */
export interface NamedLink {
  /** The language of the name, if it is not that of the page. */
  lang?: string | undefined
  name: string
  url: string
}
