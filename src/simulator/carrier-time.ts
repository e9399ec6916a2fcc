import { DateTime } from 'luxon'

/** "Mon, 15 Jul 2024 10:20:30 +0000", as Twilio's older API writes instants. */
export function rfc2822(at: number): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toRFC2822() ?? ''
}

/** "2024-07-15T10:20:30.000Z" */
export function isoTime(at: number): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toISO() ?? ''
}

/** "2407151020", the delivery report's own notation. */
export function deliveryReportTime(at: number): string {
  return DateTime.fromMillis(at, { zone: 'utc' }).toFormat('yyMMddHHmm')
}

/** A day ("2024-07-15") or an instant with time as milliseconds, with its length: a day or a second. */
export function readFilterTime(text: string): { from: number; until: number } | undefined {
  const parsed = DateTime.fromISO(text, { zone: 'utc' })
  if (!parsed.isValid) return undefined
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text)
  return { from: parsed.toMillis(), until: parsed.plus(isDay ? { days: 1 } : { seconds: 1 }).toMillis() }
}
