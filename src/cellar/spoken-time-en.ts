/**
 * British English, plain enough for a person who finds words hard: no "ish", no 24-hour clock, no "oh five".
 * To add a language, copy this file, translate it, have a native speaker read it, and name it in `spoken-time.ts`.
 */
import type { PartOfDay, SpokenDay, SpokenTimeTable } from './spoken-time-table.ts'

export const english: SpokenTimeTable = { sayClock, writeClock, sayOn, writeOn }

function sayClock(hour: number, minute: number): string {
  if (minute === 0) return hour === 0 ? 'midnight' : `${sayHour(hour)} o'clock`
  if (minute <= 30 && (FULL_STEPS[minute] !== undefined || minute < 10)) {
    return `${sayMinutes(minute)} past ${sayHourOrMidnight(hour)}`
  }
  if (minute > 30 && FULL_STEPS[60 - minute] !== undefined) {
    return `${sayMinutes(60 - minute)} to ${sayHourOrMidnight((hour + 1) % 24)}`
  }
  return `${sayHour(hour)} ${sayNumber(minute)}`
}

function writeClock(hour: number, minute: number): string {
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `.${String(minute).padStart(2, '0')}`
  return `${twelveHour(hour)}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

function sayOn(clock: string, day: SpokenDay): string {
  const partAfter = day.part === undefined ? '' : ` ${day.part}`
  switch (day.kind) {
    case 'today':
      return day.part === undefined ? clock : `${clock} ${THIS_PART[day.part]}`
    case 'tomorrow':
      return `${clock} tomorrow${partAfter}`
    case 'yesterday':
      return day.part === 'night' ? `${clock} last night` : `${clock} yesterday${partAfter}`
    case 'weekday':
      return `${clock} on ${WEEKDAYS[day.weekday]}${partAfter}`
    case 'date':
      return `${clock} on ${WEEKDAYS[day.weekday]} the ${ORDINALS[day.day]} of ${MONTHS[day.month]}${inPart(day.part)}`
  }
}

/** The written clock carries am or pm, so the part of the day is needed only to say whose midnight is meant. */
function writeOn(clock: string, day: SpokenDay): string {
  const night = day.part === 'night' && (clock === 'midnight' || clock.startsWith('12.'))
  switch (day.kind) {
    case 'today':
      return night ? `tonight ${clock}` : clock
    case 'tomorrow':
      return `tomorrow ${night ? 'night ' : ''}${clock}`
    case 'yesterday':
      return night ? `last night ${clock}` : `yesterday ${clock}`
    case 'weekday':
      return `${WEEKDAYS[day.weekday].slice(0, 3)} ${night ? 'night ' : ''}${clock}`
    case 'date':
      return `${WEEKDAYS[day.weekday].slice(0, 3)} ${day.day} ${MONTHS[day.month]?.slice(0, 3)} ${night ? 'night ' : ''}${clock}`
  }
}

function inPart(part: PartOfDay | undefined): string {
  if (part === undefined) return ''
  return part === 'night' ? ', at night' : `, in the ${part}`
}

function sayMinutes(minutes: number): string {
  return FULL_STEPS[minutes] ?? `${sayNumber(minutes)} ${minutes === 1 ? 'minute' : 'minutes'}`
}

function sayHourOrMidnight(hour: number): string {
  return hour === 0 ? 'midnight' : sayHour(hour)
}

function sayHour(hour: number): string {
  return sayNumber(twelveHour(hour))
}

function twelveHour(hour: number): number {
  return hour % 12 === 0 ? 12 : hour % 12
}

/** 1 to 59 in words. */
function sayNumber(number: number): string {
  const small = SMALL_NUMBERS[number]
  if (small !== undefined) return small
  const rest = SMALL_NUMBERS[number % 10]
  const tens = TENS[Math.floor(number / 10)] ?? ''
  return number % 10 === 0 ? tens : `${tens}-${rest}`
}

/** The minutes that people say as steps of the clock face. */
const FULL_STEPS: Readonly<Record<number, string>> = {
  5: 'five',
  10: 'ten',
  15: 'quarter',
  20: 'twenty',
  25: 'twenty-five',
  30: 'half',
}

const THIS_PART: Readonly<Record<PartOfDay, string>> = {
  morning: 'this morning',
  afternoon: 'this afternoon',
  evening: 'this evening',
  night: 'tonight',
}

const WEEKDAYS = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
} as const

const MONTHS = ' January February March April May June July August September October November December'.split(' ')

const SMALL_NUMBERS = (
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen'
).split(' ')

const TENS = '  twenty thirty forty fifty'.split(' ')

const ORDINALS = (
  ' first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
  'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth ' +
  'twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
).split(' ')
