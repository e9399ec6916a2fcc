import type { Chance } from './chance.ts'
import type { DaySlot } from './day-slots.ts'
import type { Area } from './names.ts'
import { AREAS } from './names.ts'
import type { DemoServiceUser } from './service-users.ts'

/** A round: who is visited, in order, in one half of the day; the same every day but for people who are not due. */
export interface Round {
  ref: string
  half: 'AM' | 'PM'
  /** two care workers go together */
  double: boolean
  /** kept free for short visits that fit nowhere else */
  spare: boolean
  area: Area
  stops: Stop[]
}

export interface Stop {
  person: DemoServiceUser
  slot: DaySlot
  /** minutes from midnight */
  start: number
}

/** Windows in which visits of each part start, and in which half of the day. Minutes from midnight. */
export const PARTS = {
  morning: { half: 'AM', from: 7 * 60, until: 10 * 60 + 30 },
  'late-morning': { half: 'AM', from: 11 * 60, until: 11 * 60 + 30 },
  noon: { half: 'AM', from: 12 * 60, until: 14 * 60 },
  afternoon: { half: 'AM', from: 15 * 60, until: 15 * 60 + 10 },
  tea: { half: 'PM', from: 16 * 60, until: 18 * 60 },
  evening: { half: 'PM', from: 19 * 60, until: 22 * 60 },
} as const

type Part = keyof typeof PARTS

/** Six days of this are a full week's work. */
const LONGEST_HALF_MINUTES = 440

const ROUND_PLAN: readonly (readonly [half: Round['half'], double: boolean, count: number])[] = [
  ['AM', false, 16],
  ['AM', true, 3],
  ['PM', false, 11],
  ['PM', true, 2],
]

/** Makes the rounds and finds everybody their places; a visit for which no round has room is not bought. */
export function makeRounds(people: readonly DemoServiceUser[], chance: Chance): Round[] {
  const rounds = ROUND_PLAN.flatMap(([half, double, count]) => emptyRounds(half, double, count))
  for (const half of ['AM', 'PM'] as const) {
    rounds.push({ ref: `${AREAS[0].code}-${half}-S`, half, double: false, spare: true, area: AREAS[0], stops: [] })
  }
  // Chance only decides whose turn comes first.
  for (const part of ['morning', 'late-morning', 'noon', 'afternoon', 'tea', 'evening'] as const) {
    const due = people.flatMap((person) =>
      person.slots.filter((slot) => slot.part === part).map((slot) => ({ person, slot })),
    )
    for (const one of inOrder(chance.shuffled(due))) place(rounds, part, one.person, one.slot)
    for (const round of rounds) timeStops(round, part)
  }
  return rounds
}

/** Minutes by car: a few to get going, then the roads. */
export function travelMinutes(from: { x: number; y: number }, to: { x: number; y: number }): number {
  const distance = Math.hypot(from.x - to.x, from.y - to.y)
  return Math.round(5 + distance * 2.2)
}

function emptyRounds(half: Round['half'], double: boolean, count: number): Round[] {
  const counts = new Map<string, number>()
  return areasFor(count).map((area) => {
    const n = (counts.get(area.code) ?? 0) + 1
    counts.set(area.code, n)
    return { ref: `${area.code}-${half}-${double ? 'D' : ''}${n}`, half, double, spare: false, area, stops: [] }
  })
}

/** Rounds go where the people are: each area gets its share. */
function areasFor(count: number): Area[] {
  const given = new Map<Area, number>()
  return Array.from({ length: count }, () => {
    const [first, ...others] = AREAS
    const next = others.reduce<Area>((best, one) => (need(one) > need(best) ? one : best), first)
    given.set(next, (given.get(next) ?? 0) + 1)
    return next
  })

  function need(area: Area): number {
    return area.share / ((given.get(area) ?? 0) + 1)
  }
}

/** Those who would have nobody otherwise come first, and weekly visits last, so that nobody is crowded out. */
function inOrder<One extends { slot: DaySlot; person: DemoServiceUser }>(due: readonly One[]): One[] {
  const rank = (one: One) => (one.slot.onlyOn === undefined ? one.person.slots.length : 10)
  return due.toSorted((one, other) => rank(one) - rank(other))
}

function place(rounds: Round[], part: Part, person: DemoServiceUser, slot: DaySlot): void {
  const { half } = PARTS[part]
  const open = rounds.filter(
    (round) =>
      round.half === half && !round.spare && round.double === person.double && hasRoom(round, part, person, slot),
  )
  const [best] = open.toSorted((one, other) => burden(one, person, part) - burden(other, person, part))
  if (best !== undefined) best.stops.push({ person, slot, start: 0 })
  else person.slots = person.slots.filter((one) => one !== slot)
}

/** Whoever knows the person already comes first, then whoever is near and has least to do. */
function burden(round: Round, person: DemoServiceUser, part: Part): number {
  const knows = round.stops.some((stop) => stop.person === person) ? -20 : 0
  const busy = round.stops.filter((stop) => stop.slot.part === part).length
  return travelMinutes(round.area, person) + busy * 2 + knows
}

function hasRoom(round: Round, part: Part, person: DemoServiceUser, slot: DaySlot): boolean {
  if (minutesOf(round) + slot.minutes + travelMinutes(round.area, person) > LONGEST_HALF_MINUTES) return false
  const trial: Round = {
    ...round,
    stops: [...round.stops.filter((stop) => stop.slot.part === part), { person, slot, start: 0 }],
  }
  timeStops(trial, part)
  const last = trial.stops.at(-1)
  if (last === undefined || last.start > PARTS[part].until) return false
  const next = round.stops.find((stop) => startsAfter(stop, part))
  return next === undefined || last.start + last.slot.minutes + travelMinutes(last.person, next.person) <= next.start
}

function startsAfter(stop: Stop, part: Part): boolean {
  return stop.slot.part in PARTS && PARTS[stop.slot.part as Part].from > PARTS[part].from
}

/** Puts the stops of one part of the day in a sensible order and gives each its time, on the five minutes. */
function timeStops(round: Round, part: Part): void {
  const waiting = round.stops.filter((stop) => stop.slot.part === part)
  const others = round.stops.filter((stop) => stop.slot.part !== part)
  const before = others.filter((stop) => !startsAfter(stop, part)).at(-1)
  const timed: Stop[] = []
  const open = PARTS[part].from + lateStart(round, part)
  let here: { x: number; y: number } = before?.person ?? round.area
  let free = before === undefined ? 0 : before.start + before.slot.minutes
  while (waiting.length > 0) {
    const nearest = waiting.reduce((best, one) =>
      travelMinutes(here, one.person) < travelMinutes(here, best.person) ? one : best,
    )
    waiting.splice(waiting.indexOf(nearest), 1)
    const travel = before === undefined && timed.length === 0 ? 0 : travelMinutes(here, nearest.person)
    const start = Math.ceil(Math.max(free + travel, open) / 5) * 5
    timed.push({ ...nearest, start })
    here = nearest.person
    free = start + nearest.slot.minutes
  }
  round.stops = [
    ...others.filter((stop) => !startsAfter(stop, part)),
    ...timed,
    ...others.filter((stop) => startsAfter(stop, part)),
  ]
}

/**
 * Not every round begins on the hour, and some begin a good half-hour later: at any moment somebody's next visit is
 * neither here nor far away.
 */
function lateStart(round: Round, part: Part): number {
  const { from, until } = PARTS[part]
  if (until - from < 60) return 0
  const turn = round.ref.split('').reduce((total, character) => total + character.charCodeAt(0), 0)
  return [0, 30, 5, 10, 45, 15, 0][turn % 7] ?? 0
}

/** Care and roads of a round, in minutes. */
export function minutesOf(round: Round): number {
  const care = round.stops.reduce((sum, stop) => sum + stop.slot.minutes, 0)
  const roads = round.stops.map((stop, n) => {
    const before = round.stops[n - 1]
    return before === undefined ? 0 : travelMinutes(before.person, stop.person)
  })
  return care + roads.reduce((sum, minutes) => sum + minutes, 0)
}
