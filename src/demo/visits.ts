import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { clockTime } from '../rota/import/cells.ts'
import { addDays, minutesBetween, toInstant, toLocal, weekdayOf } from '../cellar/local-time.ts'
import type { DemoCareWorker, Place } from './care-workers.ts'
import { NIGHT_ROUNDS, SLEEP_ROUND } from './care-workers.ts'
import { at as placeAt, chanceOf } from './chance.ts'
import type { Needs } from './needs.ts'
import { nightChecks, writtenTime } from './night-checks.ts'
import type { Round, Stop } from './rounds.ts'
import { travelMinutes } from './rounds.ts'
import type { DemoServiceUser } from './service-users.ts'
import { isDueOn } from './steady.ts'

/** A visit of the demonstration's rota. */
export interface DemoVisit {
  ref: string
  person: DemoServiceUser
  /** one or two places; undefined where nobody was found */
  careWorkers: (DemoCareWorker | undefined)[]
  date: LocalDate
  start: Instant
  end: Instant
  /** as the file writes them: the wall clock, with GMT or BST where a time happens twice */
  written: { start: string; end: string }
  minutes: number
  type: string
  timeCritical: boolean
  run: string
  order: number
  travel: number
  status: 'planned' | 'cancelled' | 'suspended'
  notes: string
}

/** All that a day's rota is worked out from. */
export interface World {
  seed: number
  zone: Zone
  people: DemoServiceUser[]
  rounds: Round[]
  places: Place[]
  needs: ReadonlyMap<string, Needs>
}

/**
 * The visits that start on a date, by start. They depend on the date alone, so that tomorrow's start of the program
 * finds today's rota as it was.
 */
export function visitsOn(world: World, date: LocalDate): DemoVisit[] {
  const nights = [...nightVisits(world, addDays(date, -1)), ...nightVisits(world, date)].filter(
    (visit) => visit.date === date,
  )
  const all = [...dayVisits(world, date), ...nights].toSorted((one, other) => one.start - other.start)
  const day = date.slice(2).replaceAll('-', '')
  return all.map((visit, index) => ({ ...visit, ref: `V${day}-${String(index + 1).padStart(3, '0')}` }))
}

const CANCELLED_SHARE = 0.014
const NOBODY_SHARE = 0.008
const CANCELLED_NOTES = [
  'Cancelled by family: they will be there',
  'Cancelled by the person: out for the day',
  'Cancelled by council',
]

function dayVisits(world: World, date: LocalDate): DemoVisit[] {
  const weekday = weekdayOf(date)
  return world.rounds.flatMap((round) => {
    const due = round.stops.filter((stop) => isDueOn(stop, weekday))
    const going = due.filter((stop) => stop.person.status === 'active')
    const staff = world.places
      .filter((place) => place.round === round.ref)
      .map((place) => placeAt(place.week, weekday - 1))
    return due.flatMap((stop): DemoVisit[] => {
      if (stop.person.status === 'ended') return []
      if (stop.person.status !== 'active') return [plainVisit(world, date, stop, { status: 'suspended' })]
      const before = going[going.indexOf(stop) - 1]
      const travel = before === undefined ? 0 : travelMinutes(before.person, stop.person)
      const order = going.indexOf(stop) + 1
      return [withChance(world, plainVisit(world, date, stop, { careWorkers: staff, run: round.ref, order, travel }))]
    })
  })
}

function plainVisit(world: World, date: LocalDate, stop: Stop, more: Partial<DemoVisit>): DemoVisit {
  const { minutes, type } = stop.slot
  const start = noonOf(world, date) + (stop.start - NOON) * 60_000
  return {
    ref: '',
    person: stop.person,
    careWorkers: stop.person.double ? [undefined, undefined] : [undefined],
    date,
    start,
    end: start + minutes * 60_000,
    written: { start: clockTime(stop.start), end: clockTime(stop.start + minutes) },
    minutes,
    type,
    timeCritical: isTimeCritical(world, stop),
    run: '',
    order: 0,
    travel: 0,
    status: 'planned',
    notes: '',
    ...more,
  }
}

const NOON = 12 * 60

/** By day no clock changes, so every visit of a day is counted from its noon; to ask for each one would be slow. */
function noonOf(world: World, date: LocalDate): Instant {
  return toInstant({ date, time: '12:00' }, world.zone, 'start')
}

/** Medicines, feeds and transport matter in the morning, and medicines in the evening; pressure care always. */
function isTimeCritical(world: World, stop: Stop): boolean {
  const reason = world.needs.get(stop.person.ref)?.timeCriticalReason ?? ''
  if (reason === '' || stop.slot.onlyOn !== undefined) return false
  if (reason === 'pressure_care' || stop.slot.part === 'morning') return true
  return stop.slot.part === 'evening' && /medic|insulin|feed/.test(reason)
}

/** What chance does to a visit: cancelled, or nobody found. People who are there on purpose are left alone. */
function withChance(world: World, visit: DemoVisit): DemoVisit {
  const chance = chanceOf(world.seed, `${visit.date} ${visit.person.ref} ${visit.written.start}`)
  if (visit.person.steady) return visit
  if (chance.happens(CANCELLED_SHARE)) return { ...visit, status: 'cancelled', notes: chance.pick(CANCELLED_NOTES) }
  if (!chance.happens(NOBODY_SHARE)) return visit
  const [first] = visit.careWorkers
  return { ...visit, careWorkers: visit.person.double ? [first, undefined] : [undefined] }
}

/** The checks of a night and the sleep-in, which begin on this date's evening. */
function nightVisits(world: World, date: LocalDate): DemoVisit[] {
  const weekday = weekdayOf(date)
  const watched = world.people.filter((person) => person.slots.some((slot) => slot.part === 'night'))
  const on = (round: string) =>
    world.places.filter((place) => place.round === round).map((place) => placeAt(place.week, weekday - 1))
  const lastOf = new Map<number, DemoServiceUser>()
  const checks = nightChecks(date, world.zone).map((check, index): DemoVisit => {
    const person = placeAt(watched, check.person % watched.length)
    const slot = placeAt(person.slots, 0)
    const run = placeAt(NIGHT_ROUNDS, check.round)
    const before = lastOf.get(check.round)
    lastOf.set(check.round, person)
    const stop = { person, slot, start: NOON }
    const times = timesOf(world, check.at, check.at + slot.minutes * 60_000)
    const travel = before === undefined ? 0 : travelMinutes(before, person)
    const order = Math.floor(index / 2) + 1
    return plainVisit(world, date, stop, { ...times, careWorkers: on(run), run, order, travel })
  })
  return [...checks, ...sleepIns(world, date, on(SLEEP_ROUND))]
}

/** At night the clock may change: every time is asked for. */
function timesOf(
  world: World,
  start: Instant,
  end: Instant,
): Pick<DemoVisit, 'start' | 'end' | 'date' | 'minutes' | 'written'> {
  const written = { start: writtenTime(start, world.zone), end: writtenTime(end, world.zone) }
  return { start, end, date: toLocal(start, world.zone).date, minutes: minutesBetween(start, end), written }
}

function sleepIns(world: World, date: LocalDate, staff: DemoCareWorker[]): DemoVisit[] {
  return world.people.flatMap((person) =>
    person.slots
      .filter((slot) => slot.part === 'sleep-in')
      .map((slot) => {
        const start = toInstant({ date, time: '22:00' }, world.zone, 'start')
        const end = toInstant({ date: addDays(date, 1), time: '07:00' }, world.zone, 'end')
        const times = timesOf(world, start, end)
        return plainVisit(
          world,
          date,
          { person, slot, start: NOON },
          { ...times, careWorkers: staff, run: SLEEP_ROUND, order: 1 },
        )
      }),
  )
}
