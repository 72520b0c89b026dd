import { closestMatch } from '../problems/closest-match.ts'

/** The names of languages in English; undefined for those that this machine does not know. */
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/**
 * Whether a text is the tag of a language, such as `en` or `pt-BR`. Codes of three letters stand for thousands of languages, of
 * which machines know the names of a few hundred: they are believed.
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

/** The tag that is meant by the name of a language, in English or its own, or by a tag that is nearly one. */
export function guessLanguage(written: string): string | undefined {
  const tag = written.trim().replaceAll('_', '-')
  if (isLanguage(tag)) return Intl.getCanonicalLocales(tag)[0]
  const codes = new Map(codesByName())
  return codes.get(closestMatch(written.trim(), codes.keys()) ?? '')
}

/** The names of the languages with a code of two letters, each with its code; where two are alike, the English one is the last. */
function codesByName(): [name: string, code: string][] {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => names.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code)
  const own = (code: string) => new Intl.DisplayNames(code, { type: 'language' }).of(code) ?? code
  return [
    ...codes.map((code): [string, string] => [own(code).toLowerCase(), code]),
    ...codes.map((code): [string, string] => [(names.of(code) ?? code).toLowerCase(), code]),
  ]
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** The direction a language is written in. */
export function direction(tag: string): 'ltr' | 'rtl' {
  return rightToLeft.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
