import { basePath, removeBase } from './url-path.ts'

/** True for an address on the web: http or https with a host, without characters that could end an attribute. */
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
 * True if a link in a text can lead somewhere: to the web, a mail program or a telephone, or within the site, which other code checks.
 * Anything that browsers or the sanitizer would read as a protocol counts as one.
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

/** True if a web address has a host and no password. */
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
 * Turns the URL of a page of the site into a link within the site, so that it is checked and rendered like one. Other links stay,
 * also those to other folders of the host.
 *
 *     https://example.org/outlet/news/flood/  →  /news/flood/
 *
 * @param site the URL of the site, without a slash at its end
 */
export function toSitePath(target: string, site: string): string {
  const [, host, path = ''] = /^(?:https?:)?\/\/([^/?#\\]*)(.*)$/is.exec(target) ?? []
  if (host === undefined) return target
  const base = basePath(site)
  if (host.toLowerCase() + base !== site.replace(/^https?:\/\//, '')) return target
  return removeBase(`/${path.replace(/^[/\\]+/, '')}`, base) ?? target
}

/** True for a plain e-mail address, without quotes or comments. */
export function isEmail(text: string): boolean {
  return /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)
}

/** The `rel` attribute of a link: a page of another site must not reach the window that it was opened from. */
export const relAttribute = (url: string): 'noopener' | undefined => (/^https?:/.test(url) ? 'noopener' : undefined)
