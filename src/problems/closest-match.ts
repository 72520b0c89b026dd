/**
 * Finds the word that a writer most likely meant: the nearest by edits (insert, drop, replace, swap two neighbours),
 * letter case aside, where no more than a third of the word differs.
 */
export function closestMatch(word: string, known: Iterable<string>): string | undefined {
  const written = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(Math.min(written.length, 60) / 3)) + 1
  for (const candidate of known) {
    if (Math.abs(candidate.length - written.length) >= bestDistance) continue
    const distance = edits(written, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The beginning of a hint that names the words that may be meant, or nothing. */
export function didYouMean(...suggestions: readonly (string | undefined)[]): string {
  const named = suggestions.filter((word) => word !== undefined).map((word) => `\`${word}\``)
  return named.length === 0 ? '' : `Did you mean ${named.join(' or ')}? `
}

function edits(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    before = above
    above = current
  }
  return above[b.length] ?? 0
}
