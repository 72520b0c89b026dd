/** Splits a value that lists several things in prose: `Mali, Niger and Chad` has three. */
export function splitProseList(value: string): string[] {
  return value
    .split(/[,;&/]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
