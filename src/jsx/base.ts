/**
 * The folder of its host that a site stands in: `/outlet` for `https://example.org/outlet/`, and empty at the root of a
 * host. Everywhere else an address is a path within the site; it gets the base here, when it is written into HTML.
 */
let currentBase = ''

/** Renders something for a site in a folder of its host. Layouts are synchronous, so one variable is enough. */
export function withBase<Result>(base: string, render: () => Result): Result {
  const outer = currentBase
  currentBase = base
  try {
    return render()
  } finally {
    currentBase = outer
  }
}

/**
 * Returns the `href` of an address of the site: `/news/` → `/outlet/news/`. Any other URL stays as it is.
 *
 * Attributes that hold a URL are written with it by themselves; layouts call it for a URL in other attributes.
 */
export function toHref(address: string): string {
  return currentBase !== '' && isSitePath(address) ? currentBase + address : address
}

/** Returns the value of an attribute of HTML, with the base before every address of the site in it. */
export function toAttributeValue(name: string, value: string): string {
  if (currentBase === '') return value
  if (name === 'href' || name === 'src') return toHref(value)
  return name === 'srcset' ? value.split(', ').map(toHref).join(', ') : value
}

/** Returns the attributes of an element, with the base before every address of the site in them. */
export function withHrefs<Attributes extends Record<string, unknown>>(attributes: Attributes): Attributes {
  if (currentBase === '') return attributes
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? toAttributeValue(name, value) : value,
    ]),
  ) as Attributes
}

const isSitePath = (url: string): boolean => url.startsWith('/') && !url.startsWith('//')
