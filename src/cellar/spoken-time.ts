/**
 * Clock times as a voice says them and as a text writes them. What differs between languages stands in a table per
 * language; here is only what all of them share: which day it is, and whether the hour could be misheard.
 */
import { addDays, daysBetween, toLocal, weekdayOf } from './local-time.ts'
import type { Instant, LocalDate, Zone } from './local-time.ts'
import { english } from './spoken-time-en.ts'
import type { PartOfDay, SpokenDay, SpokenTimeTable } from './spoken-time-table.ts'

/** The languages that times can be said in. A new one is a new table; see `spoken-time-en.ts`. */
export type SpokenLanguage = keyof typeof LANGUAGES

/** "twenty past nine", "nine o'clock", "nine thirty-seven", "twelve o'clock", "midnight". Seconds are cut off. */
export function spokenTime(at: Instant, zone: Zone, language: SpokenLanguage = 'en'): string {
  const { hour, minute } = clockAt(at, zone)
  return LANGUAGES[language].sayClock(hour, minute)
}

/** "9.20am", "5pm", "midday", "midnight": GSM-7 only. */
export function writtenTime(at: Instant, zone: Zone, language: SpokenLanguage = 'en'): string {
  const { hour, minute } = clockAt(at, zone)
  return LANGUAGES[language].writeClock(hour, minute)
}

/**
 * The time, and the day unless it is today's: "twenty past nine", "five o'clock tomorrow", "nine o'clock on Monday".
 * The part of the day is added only where the hour could be taken for the other half of the day:
 * "eight o'clock this evening" said at seven in the morning, "five o'clock tomorrow morning".
 */
export function spokenDayAndTime(at: Instant, now: Instant, zone: Zone, language: SpokenLanguage = 'en'): string {
  const { hour, minute } = clockAt(at, zone)
  const table = LANGUAGES[language]
  return table.sayOn(table.sayClock(hour, minute), spokenDay(at, now, zone))
}

/** "9.20am", "tomorrow 5pm", "Mon 9am", "Mon 7 Dec 9am": GSM-7 only. */
export function writtenDayAndTime(at: Instant, now: Instant, zone: Zone, language: SpokenLanguage = 'en'): string {
  const { hour, minute } = clockAt(at, zone)
  const table = LANGUAGES[language]
  return table.writeOn(table.writeClock(hour, minute), spokenDay(at, now, zone))
}

const LANGUAGES = { en: english } satisfies Record<string, SpokenTimeTable>

function clockAt(at: Instant, zone: Zone): { date: LocalDate; hour: number; minute: number } {
  const { date, time } = toLocal(at, zone)
  return { date, hour: Number(time.slice(0, 2)), minute: Number(time.slice(3)) }
}

function spokenDay(at: Instant, now: Instant, zone: Zone): SpokenDay {
  const { date, hour } = clockAt(at, zone)
  const today = clockAt(now, zone).date
  if (date === today && Math.abs(at - now) < HALF_A_DAY_MS) return { kind: 'today' }

  // The first hour of a day belongs, for whoever is waiting, to the evening before: "midnight tonight".
  const called = hour === 0 ? addDays(date, -1) : date
  const day = nameOfDay(called, daysBetween(today, called))
  return day.kind !== 'today' && soundsLikeThatHour(hour) ? day : { ...day, part: partOfDay(hour) }
}

function nameOfDay(date: LocalDate, days: number): SpokenDay {
  if (days === 0) return { kind: 'today' }
  if (days === 1) return { kind: 'tomorrow' }
  if (days === -1) return { kind: 'yesterday' }
  const weekday = weekdayOf(date)
  if (days > 1 && days < 7) return { kind: 'weekday', weekday }
  return { kind: 'date', weekday, day: Number(date.slice(8)), month: Number(date.slice(5, 7)) }
}

/** Of an hour said without its half of the day, people take seven to midday as morning, one to six as afternoon. */
function soundsLikeThatHour(hour: number): boolean {
  return hour >= 7 && hour <= 18
}

function partOfDay(hour: number): PartOfDay {
  if (hour === 0 || hour >= 21) return 'night'
  if (hour < 12) return 'morning'
  return hour < 17 ? 'afternoon' : 'evening'
}

const HALF_A_DAY_MS = 12 * 60 * 60_000
