/** Escapes text for HTML or XML, between tags or in double quotes: `&`, `<`, `>` and `"`, as named references. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Escapes what HTML must have escaped between tags or in double quotes, and nothing more: `&`, `<` and `"`. */
export function escapeHtmlMinimal(text: string): string {
  // Most texts hold none of the three.
  return /["&<]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;') : text
}

/** Escapes text between tags as rehype-stringify does: `&` and `<`, as numeric references. */
export function escapeHtmlNumeric(text: string): string {
  return /[&<]/.test(text) ? text.replace(/&/g, '&#x26;').replace(/</g, '&#x3C;') : text
}
