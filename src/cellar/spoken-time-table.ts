/** What a language must bring so that times can be said and written in it. */
import type { Weekday } from './local-time.ts'

/** A quarter of the day. Midnight and the quarter of an hour around it count as night. */
export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night'

/**
 * When, as seen by the listener. `today` needs no word, unless the hour could be misheard (`part`).
 * `weekday` is one of the next six days; `date` anything further away, or earlier than yesterday.
 */
export type SpokenDay =
  | { kind: 'today'; part?: PartOfDay }
  | { kind: 'tomorrow'; part?: PartOfDay }
  | { kind: 'yesterday'; part?: PartOfDay }
  | { kind: 'weekday'; weekday: Weekday; part?: PartOfDay }
  | { kind: 'date'; weekday: Weekday; day: number; month: number; part?: PartOfDay }

/** What a language must be able to say and write. Hours are 0 to 23, minutes 0 to 59. */
export type SpokenTimeTable = {
  sayClock: (hour: number, minute: number) => string
  writeClock: (hour: number, minute: number) => string
  sayOn: (clock: string, day: SpokenDay) => string
  writeOn: (clock: string, day: SpokenDay) => string
}
