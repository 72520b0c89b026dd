import type { LayoutName, LayoutProps } from '../../layouts/layouts.ts'
import type { RenderBody } from '../../layouts/parts/Body.tsx'
import type { UrlPath } from '../newsroom/url-path.ts'

/**
 * A file of the site that is rendered: its address, the layout that renders it, and everything that may appear in it.
 *
 * A layout receives the props and nothing else, so the fingerprint of the props says whether the output has changed.
 */
export type Output = HtmlPage | TextFile

/** A page that a layout renders. The name of the layout and the type of the props belong together. */
export type HtmlPage = {
  [Name in LayoutName]: OutputBase<LayoutProps<Name>> & { layout: Name; render?: undefined }
}[LayoutName]

/** A file that is not an HTML page, such as a feed or a style sheet. It brings the function that renders it. */
export interface TextFile extends OutputBase<object> {
  /** The name of its kind, such as `rss`. */
  layout: string
  render(props: never, bodyHtml: RenderBody): string
}

interface OutputBase<Props extends object> {
  url: UrlPath
  /** A getter where outputs are many: a site of 50,000 articles could not hold the props of all its pages at once. */
  props: Props
  /** The values that the props are made from, where they can be hashed faster than the props can be made. */
  inputs?: object | undefined
  /** Makes the props from the inputs and from nothing else, so the fingerprint of the inputs may stand for that of the props. */
  makeProps?: ((inputs: never) => Props) | undefined
  /** The path below content/ of the file that the output comes from, for problem messages. */
  source?: string | undefined
  /** False keeps a page out of the sitemap: one that forwards to another page, or repeats an article. */
  inSitemap?: boolean | undefined
}

/** True for HTML pages, false for feeds, style sheets and other files. */
export const isHtmlPage = (output: Output): output is HtmlPage => output.render === undefined

/** An output that finds its inputs when it is compared, and makes its props when it is rendered. */
export class LazyOutput<Inputs extends object, Props extends object> {
  constructor(
    readonly url: UrlPath,
    readonly layout: string,
    private readonly findInputs: () => Inputs,
    readonly makeProps: (inputs: Inputs) => Props,
    readonly source?: string | undefined,
    readonly inSitemap?: boolean | undefined,
    readonly render?: TextFile['render'] | undefined,
  ) {}

  get inputs(): Inputs {
    return this.findInputs()
  }

  get props(): Props {
    return this.makeProps(this.findInputs())
  }
}

/** Returns an HTML page whose props are made when they are needed. */
export function lazyPage<Name extends LayoutName, Inputs extends object>(
  { url, layout, source, inSitemap }: Pick<HtmlPage, 'url' | 'source' | 'inSitemap'> & { layout: Name },
  findInputs: () => Inputs,
  makeProps: (inputs: Inputs) => LayoutProps<Name>,
): HtmlPage {
  return new LazyOutput(url, layout, findInputs, makeProps, source, inSitemap) as object as HtmlPage
}

/** Returns a copy of an output whose inputs were found and props were made once, for comparing and rendering it. */
export function evaluateOutput(output: Output): Output {
  const { url, layout, source, inputs, makeProps, render } = output
  const props = inputs === undefined || makeProps === undefined ? output.props : makeProps(inputs as never)
  return { url, layout, source, inputs, props, render } as Output
}
