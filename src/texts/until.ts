/** Until when somebody is away. */

import { addDays, weekdayOf } from '../cellar/local-time.ts'
import type { LocalDate } from '../cellar/local-time.ts'
import type { Scene } from './scene.ts'

const WEEKDAYS: readonly string[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** The last day named: "sick to Friday", "sick today". A date when the day of sending is known, else the word. */
export function untilOf(scene: Scene): string | undefined {
  const words = scene.tokens.map((token) => token.w)
  const day = words.findLast((word, at) => WEEKDAYS.includes(word) && UP_TO.has(words[at - 1] ?? ''))
  if (day !== undefined) return dateOf(day, scene.context.now?.date)
  if (words.some((word, at) => word === 'tomorrow' && (UP_TO.has(words[at - 1] ?? '') || words.includes('today'))))
    return tomorrow(scene.context.now?.date)
  if (words.includes('today') && !words.some((word) => UP_TO.has(word) && word !== 'to'))
    return scene.context.now?.date ?? 'today'
  return undefined
}

const UP_TO: ReadonlySet<string> = new Set(['to', 'till', 'until', 'thru', 'through', 'next'])

function dateOf(day: string, today: LocalDate | undefined): string {
  if (today === undefined) return day
  for (let ahead = 1; ahead <= 7; ahead++) {
    const date = addDays(today, ahead)
    if (WEEKDAYS[weekdayOf(date) - 1] === day) return date
  }
  return day
}

function tomorrow(today: LocalDate | undefined): string {
  return today === undefined ? 'tomorrow' : addDays(today, 1)
}
