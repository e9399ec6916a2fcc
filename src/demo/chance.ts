/** Chance that comes out the same every time: the same seed and the same key give the same numbers. */
export interface Chance {
  /** from 0, below 1 */
  next(): number
  /** a whole number from `least` to `most`, both included */
  whole(least: number, most: number): number
  /** true in this share of cases */
  happens(share: number): boolean
  pick<T>(from: readonly T[]): T
  /** one of the values, by weight */
  weighed<T>(from: readonly (readonly [value: T, weight: number])[]): T
  shuffled<T>(from: readonly T[]): T[]
}

export function chanceOf(seed: number, key: string): Chance {
  const next = stream(hash(`${seed} ${key}`))
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(from: readonly T[]): T => at(from, whole(0, from.length - 1))
  return {
    next,
    whole,
    happens: (share) => next() < share,
    pick,
    weighed(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      const found = from.find(([, weight]) => (left -= weight) < 0)
      return (found ?? at(from, from.length - 1))[0]
    },
    shuffled(from) {
      const all = [...from]
      for (let last = all.length - 1; last > 0; last -= 1) {
        const other = whole(0, last)
        const kept = at(all, last)
        all[last] = at(all, other)
        all[other] = kept
      }
      return all
    },
  }
}

/** The value at a place that is known to be there. */
export function at<T>(from: readonly T[], index: number): T {
  const found = from[index]
  if (found === undefined && !(index in from))
    throw new RangeError(`nothing stands at place ${index} of ${from.length}`)
  return found as T
}

/** FNV-1a, 32 bits: any text becomes a start for the stream. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value >>> 0
}

/** Mulberry32: small, quick and even enough for a make-believe agency. */
function stream(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
