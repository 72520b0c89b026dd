import type { RenderBody } from '../../layouts/parts/Body.tsx'
import type { UrlPath } from '../newsroom/url-path.ts'
import { LazyOutput, type Output, type TextFile } from './output.ts'
import type { PageContext } from './page-context.ts'

/**
 * A kind of text file that a site publishes beside its pages: a feed, a sitemap, a file that hosts read.
 *
 * Each kind is one file that calls `defineOutputKind`, and one line in the list of its folder.
 */
export interface OutputKind<Render extends RenderText = RenderText> {
  /** The name of the kind, for messages and fingerprints. */
  readonly name: string
  /**
   * Returns the files of this kind.
   *
   * @param pages the HTML pages of the site
   */
  outputs(context: PageContext, pages: readonly Output[]): TextFile[]
  /** Returns the text of one file. */
  readonly render: Render
}

type RenderText = (props: never, bodyHtml: RenderBody) => string

/** A file of a kind: its address, and what `render` receives. */
export interface OutputFile<Props extends object> {
  url: UrlPath
  props: Props | LazyProps<Props>
}

/** Props that are made when a file is rendered, from inputs that are hashed when it is compared. */
class LazyProps<Props extends object> {
  constructor(
    readonly findInputs: () => object,
    readonly makeProps: (inputs: never) => Props,
  ) {}
}

/** Delays the props of a file; `makeProps` may use the inputs and nothing else. */
export function lazyProps<Inputs extends object, Props extends object>(
  findInputs: () => Inputs,
  makeProps: (inputs: Inputs) => Props,
): LazyProps<Props> {
  return new LazyProps(findInputs, makeProps)
}

/** Declares a kind of output in one place: its name, its files and how they are rendered. */
export function defineOutputKind<Render extends RenderText>(kind: {
  name: string
  files(context: PageContext, pages: readonly Output[]): OutputFile<Parameters<Render>[0]>[]
  render: Render
}): OutputKind<Render> {
  const { name, files, render } = kind
  return {
    name,
    render,
    outputs: (context, pages) =>
      files(context, pages).map(({ url, props }): TextFile => {
        if (!(props instanceof LazyProps)) return { url, layout: name, props, render }
        const { findInputs, makeProps } = props
        return new LazyOutput(
          url,
          name,
          findInputs as () => never,
          makeProps,
          undefined,
          false,
          render,
        ) as object as TextFile
      }),
  }
}
