import type { Chance } from './chance.ts'
import { at } from './chance.ts'
import type { Dealer } from './dealer.ts'
import type { Area } from './names.ts'
import { AREAS } from './names.ts'
import type { Round } from './rounds.ts'
import { minutesOf, travelMinutes } from './rounds.ts'

/** A care worker of the demonstration. */
export interface DemoCareWorker {
  ref: string
  first: string
  last: string
  gender: 'F' | 'M'
  mobile: string
  smartphone: boolean
  languages: string[]
  transport: 'car' | 'bus' | 'cycle' | 'walk'
  area: Area
  x: number
  y: number
  skills: string[]
  standby: boolean
  half: Half
  status: 'active' | 'maternity_leave' | 'long_term_sick' | 'stood_down' | 'shadowing'
  /** hours rostered in a usual week */
  hoursAWeek: number
}

export type Half = Round['half'] | 'NIGHT' | 'SLEEP'

/** One place in one round: who is there on each weekday, Monday first. */
export interface Place {
  round: string
  half: Half
  week: DemoCareWorker[]
}

/** The rounds of the night have two care workers who take turns, and one who sleeps in. */
export const NIGHT_ROUNDS = ['NIGHT-1', 'NIGHT-2'] as const
export const SLEEP_ROUND = 'SLEEP-1'

/**
 * Staffs the rounds. Up to six places make a crew with one care worker each and a relief for their days off, so that
 * people see few faces, and whoever works mornings always works mornings: eleven hours' rest come by themselves.
 */
export function staffRounds(
  rounds: readonly Round[],
  chance: Chance,
  dealer: Dealer,
): { places: Place[]; careWorkers: DemoCareWorker[] } {
  const careWorkers: DemoCareWorker[] = []
  const hire = (half: Half, area: Area, onFoot: boolean) => {
    const worker = makeOne(careWorkers.length, half, area, onFoot, chance, dealer)
    careWorkers.push(worker)
    return worker
  }
  const crews: { half: Half; rounds: { ref: string; area: Area; onFoot: boolean }[]; daysOff: number }[] = [
    ...crewsOf('AM', rounds),
    ...crewsOf('PM', rounds),
    { half: 'NIGHT', rounds: NIGHT_ROUNDS.map((ref) => ({ ref, area: AREAS[0], onFoot: false })), daysOff: 2 },
    { half: 'SLEEP', rounds: [{ ref: SLEEP_ROUND, area: AREAS[0], onFoot: false }], daysOff: 3 },
  ]
  const places = crews.flatMap((crew) => {
    const mains = crew.rounds.map((round) => hire(crew.half, round.area, round.onFoot))
    const relief = hire(crew.half, crew.rounds[0]?.area ?? AREAS[0], false)
    return crew.rounds.map((round, index) => ({
      round: round.ref,
      half: crew.half,
      week: weekOf(at(mains, index), relief, index * crew.daysOff, crew.daysOff),
    }))
  })
  for (const [index, status] of AWAY.entries()) {
    const worker = hire('AM', at(AREAS, index), false)
    worker.status = status
  }
  countHours(rounds, places)
  return { places, careWorkers }
}

const AWAY = ['maternity_leave', 'long_term_sick', 'stood_down', 'shadowing'] as const
const CREW = 6

function crewsOf(half: 'AM' | 'PM', rounds: readonly Round[]) {
  const all = rounds
    .filter((round) => round.half === half)
    .flatMap((round) => {
      const place = { ref: round.ref, area: round.area, onFoot: !round.double && isCompact(round) }
      return round.double ? [place, place] : [place]
    })
  return Array.from({ length: Math.ceil(all.length / CREW) }, (_, n) => ({
    half,
    rounds: all.slice(n * CREW, (n + 1) * CREW),
    daysOff: 1,
  }))
}

/** Monday first: the place's own care worker, and the relief on the days off. */
function weekOf(main: DemoCareWorker, relief: DemoCareWorker, firstOff: number, daysOff: number): DemoCareWorker[] {
  return Array.from({ length: 7 }, (_, day) => ((day - firstOff + 7) % 7 < daysOff ? relief : main))
}

function isCompact(round: Round): boolean {
  return round.stops.every(
    (stop, index) => index === 0 || travelMinutes(at(round.stops, index - 1).person, stop.person) <= 9,
  )
}

function makeOne(
  index: number,
  half: Half,
  area: Area,
  onFoot: boolean,
  chance: Chance,
  dealer: Dealer,
): DemoCareWorker {
  const gender = chance.happens(0.92) ? 'F' : 'M'
  const near = (centre: number) => Math.round((centre + (chance.next() * 2 - 1) * 2) * 10) / 10
  return {
    ref: `CW${String(index + 1).padStart(3, '0')}`,
    ...dealer.person(gender),
    gender,
    mobile: dealer.mobile(),
    smartphone: chance.happens(0.85),
    languages: ['en', ...(chance.happens(0.3) ? [chance.pick(['pl', 'pa', 'bn', 'yo', 'tw', 'ro', 'ml'])] : [])],
    transport: onFoot ? chance.pick(['bus', 'cycle', 'walk']) : 'car',
    area,
    x: near(area.x),
    y: near(area.y),
    skills: [
      'medication',
      'hoist',
      'dementia',
      ...SPECIAL.filter(([, share]) => chance.happens(share)).map(([skill]) => skill),
    ],
    standby: chance.happens(0.14),
    half,
    status: 'active',
    hoursAWeek: 0,
  }
}

const SPECIAL = [
  ['catheter', 0.7],
  ['stoma', 0.25],
  ['peg', 0.5],
  ['insulin_delegated', 0.5],
  ['epilepsy_rescue', 0.55],
] as const

const NIGHT_HOURS = 4
const SLEEP_HOURS = 9

function countHours(rounds: readonly Round[], places: readonly Place[]): void {
  for (const place of places) {
    const round = rounds.find((one) => one.ref === place.round)
    const hours = round === undefined ? (place.half === 'SLEEP' ? SLEEP_HOURS : NIGHT_HOURS) : minutesOf(round) / 60
    for (const worker of place.week) worker.hoursAWeek += hours
  }
}
