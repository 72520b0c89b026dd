/** A word, or one character of a script that writes no spaces. */
const word =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}{4}|[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

/** The letters, digits and punctuation of western languages. */
const western = /^[\0-\u024f\u2000-\u206f]*$/
/** A word in them. The pattern is faster, because it needs no tables of Unicode. */
const westernWord = new RegExp(`(?:L+)(?:['’.,-]L+)*`.replaceAll('L', '[0-9A-Za-zª²³µ¹ºÀ-ÖØ-öø-ɏ¼-¾]'), 'g')

/** Counts the words of a text; in scripts without spaces, the characters, or groups of four in Thai. */
export function countWords(text: string): number {
  return text.match(western.test(text) ? westernWord : word)?.length ?? 0
}
