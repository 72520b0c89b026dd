/**
 * What was compiled, under the hash of what it was compiled from. Only this file knows where entries live.
 *
 * Entries live in memory: a preview that goes on for hours compiles each text once.
 */
export interface Cache {
  get(key: string): unknown
  put(key: string, entry: unknown): void
  body(hash: string): string | undefined
  putBody(hash: string, html: string): void
}

export function createCache(): Cache {
  const entries = new Map<string, unknown>()
  const bodies = new Map<string, string>()
  return {
    get: (key) => entries.get(key),
    put: (key, entry) => void entries.set(key, entry),
    body: (hash) => bodies.get(hash),
    putBody: (hash, html) => void bodies.set(hash, html),
  }
}
