/** One thing after the other, so many a second, as Twilio queues calls and texts. */
export interface SlotRow {
  /** The earliest free moment at or after `now`; it is then taken. */
  take(now: number, perSecond: number): number
}

export function createSlotRow(): SlotRow {
  let nextFreeAt = -Infinity
  return {
    take: (now, perSecond) => {
      const at = Math.max(now, nextFreeAt)
      nextFreeAt = at + 1000 / perSecond
      return at
    },
  }
}
