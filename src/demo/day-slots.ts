import type { Chance } from './chance.ts'

/** One visit of a person's usual day: in which part of it, how long, and what for. */
export interface DaySlot {
  part: 'morning' | 'late-morning' | 'noon' | 'afternoon' | 'tea' | 'evening' | 'night' | 'sleep-in'
  minutes: number
  type: string
  /** only on this weekday, for weekly shopping and the like */
  onlyOn?: number
}

/** How often a day, in which parts: shares as care practice has them (forty in a hundred visits are in the morning). */
const DAYS: readonly (readonly [parts: DaySlot['part'][], weight: number])[] = [
  [['morning'], 23],
  [['noon'], 3],
  [['evening'], 4],
  [['morning', 'evening'], 17],
  [['morning', 'noon'], 5],
  [['morning', 'tea'], 6],
  [['morning', 'noon', 'evening'], 11],
  [['morning', 'noon', 'tea'], 9],
  [['morning', 'tea', 'evening'], 6],
  [['morning', 'noon', 'tea', 'evening'], 8],
]
const WEEKLY_SHARE = 0.05
const DOUBLE_DAYS: readonly (readonly [parts: DaySlot['part'][], weight: number])[] = [
  [['morning', 'noon', 'evening'], 5],
  [['morning', 'tea', 'evening'], 3],
  [['morning', 'noon', 'tea', 'evening'], 5],
]

export function slotsFor(purpose: DaySlot['part'] | undefined, double: boolean, chance: Chance): DaySlot[] {
  if (purpose === 'night') return [{ part: 'night', minutes: 15, type: 'night_check' }, slot('morning', false, chance)]
  if (purpose === 'sleep-in') return [{ part: 'sleep-in', minutes: 540, type: 'sleep_in' }, slot('noon', false, chance)]
  if (purpose !== undefined)
    return [{ part: purpose, minutes: 30, type: purpose === 'afternoon' ? 'welfare_check' : 'meal' }]
  if (!double && chance.happens(WEEKLY_SHARE)) {
    const long = chance.pick([60, 90, 120])
    return [
      {
        part: chance.pick(['late-morning', 'afternoon']),
        minutes: long,
        type: chance.pick(['shopping', 'sitting']),
        onlyOn: chance.whole(1, 5),
      },
    ]
  }
  return chance.weighed(double ? DOUBLE_DAYS : DAYS).map((part) => slot(part, double, chance))
}

/** Mornings are longer, noon is a meal: together about 38 minutes a visit. */
function slot(part: DaySlot['part'], double: boolean, chance: Chance): DaySlot {
  switch (part) {
    case 'morning':
      return {
        part,
        minutes: chance.weighed([
          [30, 42],
          [45, 32],
          [60, double ? 30 : 20],
          [15, double ? 0 : 4],
        ]),
        type: 'personal_care',
      }
    case 'noon':
      return {
        part,
        minutes: chance.weighed([
          [30, 62],
          [45, 14],
          [15, double ? 0 : 18],
          [60, 6],
        ]),
        type: 'meal',
      }
    case 'tea':
      return {
        part,
        minutes: chance.weighed([
          [30, 66],
          [15, double ? 0 : 20],
          [45, 14],
        ]),
        type: chance.happens(0.7) ? 'meal' : 'medication',
      }
    default:
      return {
        part,
        minutes: chance.weighed([
          [30, 60],
          [45, 24],
          [15, double ? 0 : 8],
          [60, 8],
        ]),
        type: chance.happens(0.8) ? 'bedtime' : 'welfare_check',
      }
  }
}
