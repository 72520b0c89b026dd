import { closestMatch } from '../problems/closest-match.ts'

/** The names of languages in English; undefined for those that this machine does not know. */
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * True if a text is a language tag such as `en` or `pt-BR`. Codes of three letters are always accepted: there are thousands, of which
 * machines know a few hundred.
 */
export function isLanguage(tag: string): boolean {
  try {
    const [canonical = ''] = Intl.getCanonicalLocales(tag)
    const [code = ''] = canonical.split('-')
    return tag.length <= 35 && (code.length === 3 || names.of(code) !== undefined)
  } catch {
    return false
  }
}

/** Returns the most likely tag for a language's name, in English or its own language, or for a mistyped tag. */
export function guessLanguage(text: string): string | undefined {
  const tag = text.trim().replaceAll('_', '-')
  if (isLanguage(tag)) return Intl.getCanonicalLocales(tag)[0]
  const codes = new Map(codesByName())
  return codes.get(closestMatch(text.trim(), codes.keys()) ?? '')
}

/** Returns the names of languages with their codes of two letters. English names come last: they win over equal names. */
function codesByName(): [name: string, code: string][] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code)
  const nativeName = (code: string) => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
  return [
    ...codes.map((code): [string, string] => [nativeName(code).toLowerCase(), code]),
    ...codes.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code]),
  ]
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Returns the writing direction of a language. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
