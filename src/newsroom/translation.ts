import { id } from './fields.ts'

/** The key `translationOf`: the original of an article in another language. */
export const translationOfSchema = () => id().optional().describe('The slug of the story that this one translates.')

/**
 * Returns the version of an article that lists show: the one in the outlet's language, or the original if there is none.
 *
 * @param versions the original first
 */
export function listedVersion<Version extends { language: string }>(
  versions: readonly Version[],
  language: string,
): Version | undefined {
  return versions.find((version) => version.language === language) ?? versions[0]
}
