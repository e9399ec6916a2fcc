import type { RefusedTime, TimeCells, TimesOfFile, TimesRefused } from './visit-times.ts'
import { readTimes } from './visit-times.ts'

/**
 * Every cell of a refused row that cannot be read, and not only the first: each that is found is put right in thought and
 * the rest read again. What follows from two cells together is said only when all cells can be read.
 */
export function faultsOfTimes(cells: TimeCells, file: TimesOfFile): TimesRefused[] {
  const found: TimesRefused[] = []
  let rest = cells
  for (;;) {
    const read = readTimes(rest, file, () => false)
    if (!('reason' in read) || found.some(({ column }) => column === read.column)) return found
    if (found.length > 0 && OF_TWO_CELLS.has(read.reason)) return found
    found.push(read)
    rest = { ...rest, ...READABLE[read.column] }
  }
}

const OF_TWO_CELLS = new Set<RefusedTime>(['zero_duration', 'negative_duration', 'duration_too_long'])

const READABLE: Record<TimesRefused['column'], Partial<TimeCells>> = {
  date: { date: '2026-01-05' },
  planned_start: { start: '09:00' },
  planned_end: { end: '10:00' },
  duration: { length: '30', lengthHeading: 'duration' },
}
