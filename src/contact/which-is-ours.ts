import type { Instant } from '../cellar/local-time.ts'
import type { FoundSend } from '../cellar/ports.ts'

/**
 * Which of the found entries is ours: never one that another attempt has adopted, and of the rest the nearest in time,
 * so that two doubtful sends to one number each find their own. An entry that nobody adopted came from our line to this
 * number all the same: whoever rang, the person was rung.
 *
 * @param adopted ids already known to belong to other attempts
 * @returns undefined when it is not on the list (yet)
 */
export function whichIsOurs(
  found: readonly FoundSend[],
  { since, adopted }: { since: Instant; adopted: ReadonlySet<string> },
): FoundSend | undefined {
  return found
    .filter((each) => !adopted.has(each.providerId) && each.at >= since - CLOCKS_APART_MS)
    .toSorted((one, other) => distance(one, since) - distance(other, since) || order(one.providerId, other.providerId))
    .at(0)
}

/** The carrier gives whole seconds by its own clock. */
const CLOCKS_APART_MS = 5_000

function distance(found: FoundSend, since: Instant): number {
  return Math.abs(found.at - since)
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
