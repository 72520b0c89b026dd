import { id } from './fields.ts'

/** The key `translationOf`: a story that tells another one, its original, in another language. */
export const translationOfSchema = () => id().optional().describe('The slug of the story that this one translates.')

/**
 * Of a story in several languages, the version that an outlet's lists show: the one in the outlet's language, else the original.
 *
 * @param versions the original first
 */
export function listedVersion<Version extends { language: string }>(
  versions: readonly Version[],
  language: string,
): Version | undefined {
  return versions.find((version) => version.language === language) ?? versions[0]
}
