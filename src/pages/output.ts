import type { layouts, lazyLayouts } from '../../layouts/layouts.ts'
import type { feeds } from '../feeds/feeds.ts'
import type { UrlPath } from '../newsroom/url-path.ts'

type Late = typeof lazyLayouts
type Layouts = typeof layouts & { [Name in keyof Late]: Awaited<ReturnType<Late[Name]>> }
type Feeds = typeof feeds

/**
 * Something that is published: where it stands, what lays it out, and everything that may be seen of it.
 *
 * A layout gets the props and nothing else, so that the hash of the props says whether the output has changed.
 *
 * Where outputs are many, `props` is a getter: a site of 50,000 stories would not hold all of them at once. And where what props are
 * made of can be hashed sooner than they can be made, `parts` holds it: whoever makes the props gets the parts and nothing else.
 */
export type Output =
  | {
      [Name in keyof Layouts]: {
        url: UrlPath
        layout: Name
        props: Parameters<Layouts[Name]>[0]
        parts?: object | undefined
        /** Makes the props of parts that are at hand. */
        propsOf?: ((parts: never) => Parameters<Layouts[Name]>[0]) | undefined
        source?: string | undefined
      }
    }[keyof Layouts]
  | {
      [Name in keyof Feeds]: {
        url: UrlPath
        layout: Name
        props: Parameters<Feeds[Name]>[0]
        parts?: object | undefined
        /** Makes the props of parts that are at hand. */
        propsOf?: ((parts: never) => Parameters<Feeds[Name]>[0]) | undefined
        source?: string | undefined
      }
    }[keyof Feeds]

type PropsOf<Name extends Output['layout']> = Extract<Output, { layout: Name }>['props']

/** An output of which the parts are made when it is compared, and the props when it is laid out. */
export function lazyOutput<Name extends Output['layout'], Parts extends object>(
  place: { url: UrlPath; layout: Name; source?: string | undefined },
  partsOf: () => Parts,
  propsOf: (parts: Parts) => PropsOf<Name>,
): Output {
  const { url, layout, source } = place
  return {
    url,
    layout,
    source,
    get parts() {
      return partsOf()
    },
    get props() {
      return propsOf(partsOf())
    },
    propsOf,
  } as Output
}
