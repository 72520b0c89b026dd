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

/** Whether a text is an e-mail address, as plain as newsrooms have them. */
export function isEmail(text: string): boolean {
  return /^[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text)
}
