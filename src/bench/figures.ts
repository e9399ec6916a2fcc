/** What is made of many measured values. Pure. */

/**
 * The value that `percent` of all values do not exceed (nearest rank): 50 is the median.
 *
 * @returns NaN where nothing was measured
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

export interface Spread {
  median: number
  p99: number
  worst: number
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 50), p99: percentile(values, 99), worst: percentile(values, 100) }
}

/**
 * How much of a limit was used by sends that arrived at these moments: gaps between the first and the last, against the
 * gaps the limit allows. 1 is the limit itself.
 *
 * @param arrivals milliseconds, in any order; at least two
 */
export function useOfLimit(arrivals: readonly number[], perSecond: number): number {
  const first = percentile(arrivals, 0)
  const last = percentile(arrivals, 100)
  return (arrivals.length - 1) / ((last - first) / 1000) / perSecond
}

/** The most arrivals within any one second. */
export function mostInOneSecond(arrivals: readonly number[]): number {
  const sorted = arrivals.toSorted((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [at, arrival] of sorted.entries()) {
    while ((sorted[first] ?? arrival) <= arrival - 1000) first += 1
    most = Math.max(most, at - first + 1)
  }
  return most
}
