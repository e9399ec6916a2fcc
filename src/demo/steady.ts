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
  // A visit that is added may come before the one that made an earlier minute safe, so the day is gone through again.
  for (let pass = 0; pass < MOST_PASSES && !goThrough(rounds, dealer); pass += 1);
}

const MOST_PASSES = 8

/** Goes through the minutes of the week; true when nothing had to be changed. */
function goThrough(rounds: readonly Round[], dealer: Dealer): boolean {
  let fine = true
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    for (const minute of MINUTES) {
      const next = nextStops(rounds, weekday, minute)
      const due = next.filter((stop) => stop.start >= minute + 30 && stop.start <= minute + 90)
      if (due.some((stop) => stop.person.steady && isCalm(stop.person))) continue
      const open = due.filter((stop) => canBeSteady(stop.person))
      const best = open.toSorted((one, other) => rank(other, minute) - rank(one, minute))[0]
      if (best !== undefined) makeSteady(best.person, dealer)
      else lookIn(rounds, minute, dealer)
      fine = false
    }
  }
  return fine
}

/** The checks of the night are near enough from 21:30 to 05:30. */
const NIGHT_ENDS = 5 * 60 + 30
const NIGHT_BEGINS = 21 * 60 + 30

/** Visits start on the five minutes, so a minute at such a time and the one after it stand for all. */
const MINUTES = Array.from({ length: (NIGHT_BEGINS - NIGHT_ENDS) / 5 }, (_, n) => NIGHT_ENDS + n * 5).flatMap((one) => [
  one,
  one + 1,
])

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

/**
 * Adds a short visit in a free stretch of some round, and where there is none on a round kept free for it: to somebody
 * near by, and not just before or after another visit.
 */
function lookIn(rounds: readonly Round[], minute: number, dealer: Dealer): void {
  const single = rounds.filter((one) => !one.double)
  const people = [...new Set(single.flatMap((round) => round.stops.map((stop) => stop.person)))]
  for (const round of [...single.filter((one) => !one.spare), ...single.filter((one) => one.spare)]) {
    for (let start = Math.ceil((minute + 45) / 5) * 5; start <= minute + 90; start += 5) {
      if (!isIn(round.half, start)) continue
      const before = round.stops.findLast((stop) => stop.start <= start)
      const next = round.stops.find((stop) => stop.start > start)
      if (before === undefined ? !round.spare : before.start > minute) continue
      const near = round.spare ? people : people.filter((person) => round.stops.some((stop) => stop.person === person))
      const person = near.find((one) => fits(one, start, before, next, rounds))
      if (person === undefined) continue
      const slot = { part: 'noon', minutes: LOOK_IN_MINUTES, type: 'welfare_check' } as const
      round.stops.splice(before === undefined ? 0 : round.stops.indexOf(before) + 1, 0, { person, slot, start })
      makeSteady(person, dealer)
      return
    }
  }
}

function fits(
  person: DemoServiceUser,
  start: number,
  before: Stop | undefined,
  next: Stop | undefined,
  rounds: readonly Round[],
): boolean {
  const ready = before === undefined ? 0 : before.start + before.slot.minutes + travelMinutes(before.person, person)
  const leaves = start + LOOK_IN_MINUTES
  const inTime = ready <= start && (next === undefined || leaves + travelMinutes(person, next.person) <= next.start)
  const alone = rounds.every((round) =>
    round.stops.every((stop) => stop.person !== person || Math.abs(stop.start - start) >= LEAST_BETWEEN_MINUTES),
  )
  return inTime && alone && canBeSteady(person) && person.weekdays.length === 7
}

/** Whoever works mornings goes home in the afternoon, or there is no rest before the next day. */
function isIn(half: Round['half'], start: number): boolean {
  return half === 'AM' ? start <= CHANGE_OVER : start >= CHANGE_OVER
}

const CHANGE_OVER = 15 * 60 + 30

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
