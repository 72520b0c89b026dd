/**
 * Turns a name into a slug: `Côte d’Ivoire` becomes `cote-d-ivoire`.
 *
 * Latin, Greek and Cyrillic letters lose their accents; letters of other scripts do not change. The result is empty if the name has
 * no letter or digit.
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

/** True for a slug: lower-case letters and digits joined by single hyphens or underscores, at most 180 bytes. */
export function isSlug(word: string): boolean {
  return pattern.test(word) && Buffer.byteLength(word) <= 180
}
