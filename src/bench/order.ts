/** Whether people were served in the order of their risk. Pure. */

export interface Disorder {
  /** how many were served although somebody who should have come before them was still waiting */
  tooEarly: number
  /** by how many places the worst of them was too early */
  furthest: number
}

/**
 * Compares an order of serving with the order of rank.
 *
 * @param ranks the rank of whoever was served first, second, third …; the lowest rank should have come first
 */
export function disorderOf(ranks: readonly number[]): Disorder {
  const due = new Map(ranks.toSorted((a, b) => a - b).map((rank, place) => [rank, place]))
  let lowestToCome = Number.POSITIVE_INFINITY
  let tooEarly = 0
  let furthest = 0
  for (const [place, rank] of [...ranks.entries()].toReversed()) {
    if (rank > lowestToCome) {
      tooEarly += 1
      furthest = Math.max(furthest, (due.get(rank) ?? place) - place)
    }
    lowestToCome = Math.min(lowestToCome, rank)
  }
  return { tooEarly, furthest }
}
