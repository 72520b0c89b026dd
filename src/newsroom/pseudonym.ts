import { list, text } from './fields.ts'

/** The key `pseudonyms`: changed names. An asterisk typed after one is removed. */
export const pseudonymsSchema = () =>
  list(text().transform((value) => value.replace(/\s*\\?\*$/, ''))).describe(
    'Names changed for security; the press stars the first mention of each and adds the note.',
  )

/**
 * Matches a name with an asterisk after it: a capitalised word, or one in a script without capitals. Its length is limited, because
 * matching would take quadratic time in a long word otherwise.
 */
export const nameWithAsterisk = /([\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]{0,63})\*(?!\*)/gu

/** Matches the opening of a note on names, in the languages of newsrooms whose articles were examined. */
const noteOpening =
  /^\s*(?:(?:all|some|the|these)\s+)*(?:(?:real|full|personal|first|last|sur)\s*)?(?:names?|pseudonyms?|identit(?:y|ies)|not (?:his|her|their|the) real names?|nombres?|seud[oó]nimos?|noms?|pr[eé]noms?|pseudonymes?|nomes?|namen?)\b.{0,200}$/isu
const changed =
  /chang|alter|withh|real name|pseudonym|protect|security|safety|cambiad|modifi|chang[eé]|seud|alterad|ge[aä]ndert|sicherheit|seguridad|s[eé]curit|seguran[cç]a/iu

/** The same two patterns for Arabic, for whose letters `\b` does not work. */
const arabicNote = /^\s*(?:تم تغيير|جرى تغيير|غُيّر|الاسم|الأسماء|اسم|أسماء).{0,200}$/su
const arabicChanged = /تغيير|غُيّر|مستعار|أمن|حماية|سلامة/u

/** True if a closing line is the note that names were changed. */
export function isNoteOnNames(line: string): boolean {
  return (noteOpening.test(line) && changed.test(line)) || (arabicNote.test(line) && arabicChanged.test(line))
}
