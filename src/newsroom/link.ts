/** Whether a text is an address on the web: http or https with a host, and nothing that could run. */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s\u0000-\u001f"'<>`\\]+$/i.test(text)) return false
  try {
    const url = new URL(text)
    return url.hostname !== '' && url.username === '' && url.password === ''
  } catch {
    return false
  }
}

/**
 * Whether a link of a text can lead somewhere: to the web, to a mail program, to a telephone, or within the site, which others see to.
 * What browsers or the sanitizer would take for a protocol is one.
 */
export function isLink(target: string): boolean {
  const [, protocol] = /^([^:/?#]*):/.exec(target) ?? []
  switch (protocol?.toLowerCase()) {
    case undefined:
      return target !== '' && (!target.startsWith('//') || isOnTheWeb(`https:${target}`))
    case 'http':
    case 'https':
      return isOnTheWeb(target)
    case 'mailto':
      return /^mailto:(?:[^?]+@[^?]+|\?.+)/i.test(target)
    case 'tel':
      return /\d/.test(target)
    default:
      return false
  }
}

/** Whether a host that can be asked stands in an address, and no password. */
function isOnTheWeb(address: string): boolean {
  if (!/^https?:\/\/[^/?#\\]/i.test(address)) return false
  try {
    const { username, password } = new URL(address)
    return username === '' && password === ''
  } catch {
    return false
  }
}

/**
 * A link to the outlet's own host as one within the site, so that it is checked, and written, like any other; all others as they are.
 *
 *     https://example.org/news/flood/  →  /news/flood/
 *
 * @param site where the site stands, without a slash at its end
 */
export function toSitePath(target: string, site: string): string {
  const [, host, path = ''] = /^(?:https?:)?\/\/([^/?#\\]*)(.*)$/is.exec(target) ?? []
  if (host === undefined || host.toLowerCase() !== site.replace(/^https?:\/\//, '')) return target
  return `/${path.replace(/^[/\\]+/, '')}`
}

/** Whether a text is an e-mail address, as plain as newsrooms have them. */
export function isEmail(text: string): boolean {
  return /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)
}

/** The `rel` attribute of a link: a page of another site must not reach the window that it was opened from. */
export const relAttribute = (url: string): 'noopener' | undefined => (/^https?:/.test(url) ? 'noopener' : undefined)
