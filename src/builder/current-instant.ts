import { parseInstant } from '../newsroom/moment.ts'

/**
 * Returns the instant that the environment variable `LAMPSTAND_NOW` names, or else this one, in milliseconds since
 * 1970.
 */
export function currentInstant(): number {
  const text = process.env.LAMPSTAND_NOW
  return (text === undefined ? undefined : parseInstant(text)) ?? Date.now()
}
