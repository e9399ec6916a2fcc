import type { Dealer } from './dealer.ts'
import type { Round, Stop } from './rounds.ts'
import { travelMinutes } from './rounds.ts'
import type { DemoServiceUser } from './service-users.ts'
import { isCalm } from './service-users.ts'

/**
 * Sees to it that at any minute of any day some care worker's next visit is half an hour to an hour and a half away and
 * goes to somebody whose phone rings at home. Where nobody like that is due, one of those who are due becomes so; where
 * nobody is due at all, somebody is looked in on. The night has its own checks every hour.
 */
export function keepSomebodyReachable(rounds: readonly Round[], dealer: Dealer): void {
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (let minute = NIGHT_ENDS; minute < NIGHT_BEGINS; minute += 1) {
      const due = nextStops(rounds, weekday, minute).filter(
        (stop) => stop.start >= minute + 30 && stop.start <= minute + 90,
      )
      if (due.some((stop) => stop.person.steady && isCalm(stop.person))) continue
      const open = due.filter((stop) => canBeSteady(stop.person))
      const best = open.toSorted((one, other) => rank(other, minute) - rank(one, minute))[0]
      if (best !== undefined) makeSteady(best.person, dealer)
      else lookIn(rounds, minute, dealer)
    }
  }
}

/** The checks of the night are near enough from 21:30 to 05:30. */
const NIGHT_ENDS = 5 * 60 + 30
const NIGHT_BEGINS = 21 * 60 + 30

/** The next stop of each round that one care worker walks alone. */
function nextStops(rounds: readonly Round[], weekday: number, minute: number): Stop[] {
  return rounds
    .filter((round) => !round.double)
    .flatMap((round) => round.stops.find((stop) => stop.start > minute && isDueOn(stop, weekday)) ?? [])
}

/** Whether a stop is made on a weekday, Monday is 1. */
export function isDueOn(stop: Stop, weekday: number): boolean {
  const { onlyOn } = stop.slot
  return onlyOn === undefined ? stop.person.weekdays.includes(weekday) : onlyOn === weekday
}

const LOOK_IN_MINUTES = 15

/** Adds a short visit in a free stretch of some round: to somebody on it, and not just before or after another visit. */
function lookIn(rounds: readonly Round[], minute: number, dealer: Dealer): void {
  for (const round of rounds.filter((one) => !one.double)) {
    for (let start = Math.ceil((minute + 45) / 5) * 5; start <= minute + 90; start += 5) {
      const before = round.stops.findLast((stop) => stop.start <= start)
      const next = round.stops.find((stop) => stop.start > start)
      if (before === undefined || before.start > minute) continue
      const person = round.stops.map((stop) => stop.person).find((one) => fits(one, start, before, next, rounds))
      if (person === undefined) continue
      const slot = { part: 'noon', minutes: LOOK_IN_MINUTES, type: 'welfare_check' } as const
      round.stops.splice(round.stops.indexOf(before) + 1, 0, { person, slot, start })
      makeSteady(person, dealer)
      return
    }
  }
}

function fits(
  person: DemoServiceUser,
  start: number,
  before: Stop,
  next: Stop | undefined,
  rounds: readonly Round[],
): boolean {
  const arrives = before.start + before.slot.minutes + travelMinutes(before.person, person)
  const leaves = start + LOOK_IN_MINUTES
  const inTime = arrives <= start && (next === undefined || leaves + travelMinutes(person, next.person) <= next.start)
  const alone = rounds.every((round) =>
    round.stops.every((stop) => stop.person !== person || Math.abs(stop.start - start) >= LEAST_BETWEEN_MINUTES),
  )
  return inTime && alone && canBeSteady(person) && person.weekdays.length === 7
}

/** Nobody wants two visits in one hour. */
const LEAST_BETWEEN_MINUTES = 75

function canBeSteady(person: DemoServiceUser): boolean {
  return person.status === 'active' && person.sharedWith === '' && !person.double
}

/** Those who are calm already come first, then those who keep the minutes that follow covered. */
function rank(stop: Stop, minute: number): number {
  return stop.start - minute + (isCalm(stop.person) ? 100 : 0)
}

function makeSteady(person: DemoServiceUser, dealer: Dealer): void {
  person.steady = true
  if (isCalm(person)) return
  person.landline ||= dealer.landline()
  person.channel = 'voice_landline'
  person.cognitive = false
  person.withheld = false
  person.relay = false
  person.language = 'en'
  if (person.risk === 'extreme') person.risk = 'high'
}
