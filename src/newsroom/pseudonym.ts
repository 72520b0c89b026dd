import { list, text } from './fields.ts'

/** The key `pseudonyms`: names that stand for others; a star typed behind one is taken off. */
export const pseudonymsSchema = () =>
  list(text().transform((value) => value.replace(/\s*\\?\*$/, ''))).describe(
    'Names changed for security; the press stars the first mention of each and adds the note.',
  )

/**
 * A name with a star behind it, as writers type it: a capitalised word, or one in a script without capitals. It has an end, or every
 * letter of a long one would be gone through again for each.
 */
export const nameWithAsterisk = /([\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’.-]{0,63})\*(?!\*)/gu

/** How a note on names begins, in the languages of newsrooms that were looked at. */
const noteOpening =
  /^\s*(?:(?:all|some|the|these)\s+)*(?:(?:real|full|personal|first|last|sur)\s*)?(?:names?|pseudonyms?|identit(?:y|ies)|not (?:his|her|their|the) real names?|nombres?|seud[oó]nimos?|noms?|pr[eé]noms?|pseudonymes?|nomes?|namen?)\b.{0,200}$/isu
const changed =
  /chang|alter|withh|real name|pseudonym|protect|security|safety|cambiad|modifi|chang[eé]|seud|alterad|ge[aä]ndert|sicherheit|seguridad|s[eé]curit|seguran[cç]a/iu

/** The same in Arabic, whose letters know no word boundaries. */
const arabicNote = /^\s*(?:تم تغيير|جرى تغيير|غُيّر|الاسم|الأسماء|اسم|أسماء).{0,200}$/su
const arabicChanged = /تغيير|غُيّر|مستعار|أمن|حماية|سلامة/u

/** Whether a closing line is the note that says that names were changed. */
export function isNoteOnNames(line: string): boolean {
  return (noteOpening.test(line) && changed.test(line)) || (arabicNote.test(line) && arabicChanged.test(line))
}
