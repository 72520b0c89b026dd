import * as z from 'zod'

/** Facts about a key that the schema of its value does not hold. They are registered where the key is declared. */
export interface KeyDetails {
  /** An example of the value, in YAML; a function if it depends on the day. */
  example?: string | ((today: string) => string)
  /** A harmless value for a file that needs the key and lacks it, so that the rest of the file can be checked. */
  fallback?: unknown
  /** True if builds read the key only for the few articles that they show: the cache keeps it apart from the others. */
  onDemand?: boolean
}

/** The details of keys, by the schema of their value. */
export const keyDetails = z.registry<KeyDetails>()

/** Returns the example of a key; undefined if it has none. */
export function keyExample(field: z.ZodType, today = '2026-11-30'): string | undefined {
  const example = keyDetails.get(field)?.example
  return typeof example === 'function' ? example(today) : example
}

/** Returns harmless values for the keys that a file needs. */
export function fallbackValues(schema: z.ZodObject<Record<string, z.ZodType>>): Record<string, unknown> {
  const fallbacks: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(schema.shape)) {
    const fallback = keyDetails.get(field)?.fallback
    if (fallback !== undefined) fallbacks[key] = fallback
  }
  return fallbacks
}
