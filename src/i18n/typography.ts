/** The quotation marks of a language, and the dash that writers type as `--`. */
interface Marks {
  quotes: readonly [open: string, close: string]
  inner: readonly [open: string, close: string]
  dash: string
}

const nnbsp = '\u202f'
const english: Marks = { quotes: ['“', '”'], inner: ['‘', '’'], dash: '—' }
const guillemets: Marks = { quotes: ['«', '»'], inner: ['“', '”'], dash: '—' }
const lowHigh: Marks = { quotes: ['„', '“'], inner: ['‚', '‘'], dash: '–' }
const rightOnly: Marks = { quotes: ['”', '”'], inner: ['’', '’'], dash: '–' }

const marksByLanguage: Record<string, Marks> = {
  en: english,
  ar: guillemets,
  cs: lowHigh,
  da: lowHigh,
  de: lowHigh,
  es: guillemets,
  fi: rightOnly,
  fr: { quotes: [`«${nnbsp}`, `${nnbsp}»`], inner: ['“', '”'], dash: '—' },
  it: guillemets,
  nb: { quotes: ['«', '»'], inner: ['‘', '’'], dash: '–' },
  nl: english,
  no: { quotes: ['«', '»'], inner: ['‘', '’'], dash: '–' },
  pl: { quotes: ['„', '”'], inner: ['«', '»'], dash: '—' },
  pt: english,
  'pt-PT': guillemets,
  ru: { quotes: ['«', '»'], inner: ['„', '“'], dash: '—' },
  sv: rightOnly,
  uk: { quotes: ['«', '»'], inner: ['„', '“'], dash: '—' },
}

const mark = /["'.-]/g

/**
 * Sets the quotation marks, apostrophes, dashes and ellipses of a paragraph by the rules of its language.
 *
 * @param pieces the texts of the paragraph, in order; a quotation may open in one and close in another
 * @returns as many pieces, with the same text between the marks
 */
export function typeset(pieces: readonly string[], language: string): string[] {
  const marks = marksByLanguage[language] ?? marksByLanguage[language.split('-')[0] ?? ''] ?? english
  let before = ''
  let open = 0
  return pieces.map((piece, index) => {
    if (!/["']|--|\.\.\./.test(piece)) {
      before = piece.at(-1) ?? before
      return piece
    }
    const after = pieces.slice(index + 1).find((next) => next !== '')?.[0] ?? ''
    let result = ''
    for (let at = 0; at < piece.length; at++) {
      // Text between marks is copied as it is.
      mark.lastIndex = at
      const nextMark = mark.exec(piece)?.index ?? piece.length
      if (nextMark > at) {
        result += piece.slice(at, nextMark)
        before = piece[nextMark - 1] as string
        at = nextMark
        if (at === piece.length) break
      }
      const sign = piece[at] as string
      const next = piece[at + 1] ?? after
      const quotes = sign === '"' || sign === "'"
      const begins = quotes && (before === '' || /[\s([{<—–‘“«„/\u00a0-]/.test(before))
      if (sign === '"') {
        // A mark before a letter opens, one after a letter closes. If both or neither hold, a quotation that is open
        // closes.
        const opens = begins && !/^[\s.,;:!?)\]}]?$/.test(next) ? true : begins && open === 0 && next !== ''
        open = opens ? open + 1 : Math.max(0, open - 1)
        result += opens ? marks.quotes[0] : marks.quotes[1]
      } else if (sign === "'") {
        const year = /^\d0s\b/.test(piece.slice(at + 1))
        const elided = /^(?:tis|twas|til|em|cause)\b/i.test(piece.slice(at + 1))
        const opens = begins && !year && !elided && /[\p{L}\p{N}"“¿¡]/u.test(next)
        // Within a word, or where no quotation can close, the mark is an apostrophe.
        result += opens
          ? marks.inner[0]
          : /\p{L}/u.test(before) && /\p{L}/u.test(next)
            ? '’'
            : begins && !opens
              ? '’'
              : marks.inner[1]
      } else if (sign === '-' && next === '-' && piece[at + 1] === '-' && before !== '-') {
        let end = at + 1
        while (piece[end + 1] === '-') end++
        // Four or more are a typed rule.
        result += end - at <= 2 ? marks.dash : piece.slice(at, end + 1)
        at = end
      } else if (sign === '.' && piece.startsWith('...', at) && piece[at + 3] !== '.' && before !== '.') {
        result += '…'
        at += 2
      } else {
        result += sign
      }
      before = piece[at] as string
    }
    return result
  })
}

/** Sets the marks of a text of one piece, such as a headline. */
export function typesetText(line: string, language: string): string {
  return typeset([line], language)[0] ?? line
}
