/** Images, fonts and further style sheets. */
const resources = /(?:url\(\s*|@import(?:\s|\/\*[\s\S]*?\*\/)*(?=["']))["']?([^"')\s;]+)/gi
/** A choice of images, and those in it that are strings. */
const imageSets = /image-set\(([^;{}]*)/gi
const strings = /["']([^"']+)["']/g

/** Returns the URLs of the resources that styles make a browser load. */
export function findResourceUrlsInStyles(styles: string): string[] {
  const css = decodeEscapes(styles).replace(/@namespace\b[^;]*;/gi, '')
  const images = [...css.matchAll(imageSets)].flatMap(([, inside = '']) => [...inside.matchAll(strings)])
  return [...css.matchAll(resources), ...images].map(([, url = '']) => url)
}

/** Decodes the escapes of CSS; an escaped tab or line end is dropped, as browsers drop it from a URL. */
function decodeEscapes(css: string): string {
  if (!css.includes('\\')) return css
  return css.replace(/\\(?:([0-9a-f]{1,6})(?:\r\n|\s)?|\r?\n|([\s\S]))/gi, (_, hex?: string, character?: string) => {
    if (hex === undefined) return character ?? ''
    const codePoint = Number.parseInt(hex, 16)
    if (codePoint > 0x10ffff || /[\t\r\n]/.test(String.fromCodePoint(codePoint))) return ''
    return String.fromCodePoint(codePoint)
  })
}
