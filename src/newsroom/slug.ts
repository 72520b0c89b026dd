/**
 * Turns a name into the part of an address that stands for it: `Côte d’Ivoire` becomes `cote-d-ivoire`.
 *
 * Accents are dropped from Latin, Greek and Cyrillic letters; letters of other scripts are kept as they are.
 * Returns the empty string where the name holds no letter or digit.
 */
export function slugify(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

const pattern = /^[\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+(?:[-_][\p{Ll}\p{Lm}\p{Lo}\p{M}\p{N}]+)*$/u

/** Whether a word can stand in an address as it is: lower-case letters and digits joined by single hyphens, at most 180 bytes. */
export function isSlug(word: string): boolean {
  return pattern.test(word) && Buffer.byteLength(word) <= 180
}
