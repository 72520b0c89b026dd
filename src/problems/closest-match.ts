/**
 * Returns the word that a writer most likely meant: the one with the fewest edits (insert, drop, replace, swap two
 * neighbours), case aside; undefined if more than a third of every word differs.
 */
export function closestMatch(word: string, candidates: Iterable<string>): string | undefined {
  const typed = word.toLowerCase()
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(Math.min(typed.length, 60) / 3)) + 1
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - typed.length) >= bestDistance) continue
    const distance = editDistance(typed, candidate.toLowerCase())
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** The Damerau-Levenshtein distance, in its restricted form: no part of a word is edited twice. */
function editDistance(a: string, b: string): number {
  let twoRowsUp: number[] = []
  let rowAbove = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (rowAbove[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (rowAbove[column - 1] ?? 0) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (twoRowsUp[column - 2] ?? 0) + 1)
      }
      current.push(cost)
    }
    twoRowsUp = rowAbove
    rowAbove = current
  }
  return rowAbove[b.length] ?? 0
}
