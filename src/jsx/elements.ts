/** The elements that layouts may use. */
export type TagName =
  | 'a'
  | 'article'
  | 'audio'
  | 'b'
  | 'body'
  | 'button'
  | 'circle'
  | 'dd'
  | 'details'
  | 'div'
  | 'dl'
  | 'dt'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'form'
  | `h${1 | 2 | 3 | 4 | 5 | 6}`
  | 'head'
  | 'header'
  | 'html'
  | 'img'
  | 'input'
  | 'label'
  | 'li'
  | 'link'
  | 'main'
  | 'meta'
  | 'nav'
  | 'noscript'
  | 'ol'
  | 'option'
  | 'p'
  | 'path'
  | 'picture'
  | 'rect'
  | 'script'
  | 'section'
  | 'select'
  | 'source'
  | 'span'
  | 'strong'
  | 'summary'
  | 'svg'
  | 'textarea'
  | 'time'
  | 'title'
  | 'ul'

type Text = string | undefined
type Amount = number | string | undefined
type Flag = boolean | undefined

/**
 * The attributes of elements, spelled as in HTML. There are no event handlers and no `style`, so no layout can write
 * either. `href`, `src` and `srcset` alone hold URLs.
 */
export interface Attributes {
  [data: `data-${string}`]: Text
  [aria: `aria-${string}`]: string | boolean | undefined
  alt?: Text
  async?: Flag
  autocomplete?: 'off' | undefined
  charset?: 'utf-8' | undefined
  class?: Text
  content?: Text
  controls?: Flag
  cx?: Amount
  cy?: Amount
  d?: Text
  datetime?: Text
  decoding?: 'async' | undefined
  defer?: Flag
  dir?: 'auto' | 'ltr' | 'rtl' | undefined
  download?: Flag
  fetchpriority?: 'high' | undefined
  for?: Text
  height?: Amount
  hidden?: Flag
  href?: Text
  hreflang?: Text
  'http-equiv'?: 'onion-location' | 'refresh' | undefined
  id?: Text
  label?: Text
  lang?: Text
  loading?: 'lazy' | undefined
  media?: Text
  name?: Text
  open?: Flag
  preload?: 'metadata' | 'none' | undefined
  preserveAspectRatio?: Text
  property?: Text
  r?: Amount
  readonly?: Flag
  rel?: Text
  role?: Text
  rows?: Amount
  sizes?: Text
  spellcheck?: 'false' | undefined
  src?: Text
  srcset?: Text
  tabindex?: -1 | 0 | undefined
  title?: Text
  type?: Text
  value?: Text
  viewBox?: Text
  width?: Amount
  x?: Amount
  y?: Amount
}
