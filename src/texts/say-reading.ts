/** A reading in words, for whoever tries the reader out by hand. */

import type { Reading } from './reading.ts'

/** One line for the reading and one for every further fact, weightiest first. */
export function sayReading(reading: Reading): string[] {
  return [sayOne(reading), ...(reading.also ?? []).map((fact) => `also ${sayOne(fact)}`)]
}

function sayOne(reading: Reading): string {
  const parts = [
    reading.kind,
    reading.level,
    reading.minutes === undefined ? undefined : `${reading.minutes} minutes${countedFrom(reading)}`,
    reading.eta === undefined ? undefined : `there at ${reading.eta}${countedFrom(reading)}`,
    reading.visit === undefined ? undefined : `visit ${reading.visit}`,
    reading.reason === undefined ? undefined : `because of ${reading.reason}`,
    reading.code === undefined ? undefined : `code ${reading.code}`,
    reading.until === undefined ? undefined : `until ${reading.until}`,
    reading.about === undefined ? undefined : `about ${reading.about}`,
    reading.named === undefined ? undefined : `names somebody not known: ${reading.named}`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

/** "in 20" is counted from now, "late 20" from the planned start. */
function countedFrom({ kind, eta, countedFrom: from }: Reading): string {
  if (kind !== 'late' || from === undefined) return ''
  if (from === 'now') return ' (counted from now)'
  return eta === undefined ? ' (counted from the planned start)' : ''
}
