/** The parts of a value that names several things, as prose does: `Mali, Niger and Chad` are three. */
export function splitList(value: string): string[] {
  return value
    .split(/[,;&/]|\sand\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
