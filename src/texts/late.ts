/** How late, until when, and at whose visit. */

import { covers, matchesOf, nearArrive } from './said-nearby.ts'
import { latenessOf } from './lateness.ts'
import type { Lateness } from './lateness.ts'
import { roleOf } from './amount-roles.ts'
import { apart, meantTime, minutesOf, timeOf } from './clock-time.ts'
import type { Reading } from './reading.ts'
import { reasonOf } from './reason-of.ts'
import { onlySupposed, somebodyElse, visitAt } from './scene.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import { CORRECTING } from './turning-words.ts'

/** One amount that says when the sender will be there. */
export interface When {
  at: number
  minutes?: number
  eta?: string
  countedFrom: 'plan' | 'now'
}

export interface LateFinding {
  lateness: Lateness
  whens: When[]
  /** A visit picked by its time ("my 9.45") or by its number in the list. */
  picked: readonly string[]
  /** A visit was picked that is not there. */
  pickedNobody: boolean
  /** A number that could be minutes or a time, or is too large, or too vague. */
  unclearAmount: boolean
}

/** Everything a text says about being late. Numbers that are an answered code are left alone. */
export function findLate(scene: Scene, isAnswered: (at: number) => boolean = () => false): LateFinding {
  const lateness = latenessOf(scene)
  if (lateness.own.length === 0) lateness.own.push(...lateByReason(scene))
  const finding: LateFinding = { lateness, whens: [], picked: [], pickedNobody: false, unclearAmount: false }
  scene.tokens.forEach((token, at) => {
    if (token.amount && !isAnswered(at)) readAmount(scene, at, token.amount, finding)
  })
  finding.whens = settle(scene, finding.whens)
  return finding
}

/** "traffic 20 mins", and nothing more: a delay, although nobody says late. */
function lateByReason(scene: Scene): Lateness['own'] {
  const { tokens } = scene
  if (
    tokens.length > 5 ||
    !DELAYS.has(reasonOf(scene) ?? '') ||
    tokens.some((token) => token.asked || NOT_A_DELAY.has(token.w))
  )
    return []
  return tokens.flatMap((token, at) =>
    token.amount?.is === 'minutes' && roleOf(scene, at) === 'free' ? [{ tag: 'late' as const, from: at, to: at }] : [],
  )
}

const DELAYS: ReadonlySet<string> = new Set(['traffic', 'transport', 'breakdown', 'weather'])
const NOT_A_DELAY: ReadonlySet<string> = new Set(['not', 'no', 'for', 'been', 'stuck', 'waiting', 'was', 'only', 'on'])

function readAmount(scene: Scene, at: number, amount: NonNullable<Token['amount']>, finding: LateFinding): void {
  const role = roleOf(scene, at)
  const isLate = finding.lateness.own.length > 0
  if (role === 'no-news' || role === 'visit-length') return
  if (role === 'which-visit') return pickByTime(scene, at, finding)
  if (supposedOnly(scene, at)) {
    finding.lateness.unclear = true
    return
  }
  if (amount.is === 'vague') finding.unclearAmount = true
  else if (amount.is === 'either') readEither(scene, at, amount, finding)
  else if (amount.is === 'clock') readClock(scene, at, amount, finding, role === 'at-time' || isLate)
  else if (amount.is === 'past') readPast(scene, at, amount.minute, finding, isLate)
  else if (amount.is === 'minutes') {
    if (role === 'free' && !isLate) return
    addMinutes(scene, at, amount.minutes, role === 'from-now' ? 'now' : 'plan', finding)
  } else if (amount.is === 'number') readNumber(scene, at, amount, role, finding)
}

function supposedOnly(scene: Scene, at: number): boolean {
  return onlySupposed(scene, at) || (roleOf(scene, at) === 'behind-plan' && somebodyElse(scene, at))
}

/** "my 9.45": the visit that starts then. */
function pickByTime(scene: Scene, at: number, finding: LateFinding): void {
  const amount = scene.tokens[at]?.amount
  if (amount?.is !== 'clock') return
  const ref = visitAt(scene, amount)
  if (ref !== undefined) finding.picked = [...finding.picked, ref]
  else finding.pickedNobody = true
}

function readEither(scene: Scene, at: number, amount: { hour: number; minute: number }, finding: LateFinding): void {
  const link = scene.tokens[at - 1]?.w ?? ''
  if (link === 'at' || link === 'by' || link === 'till' || link === 'until') addEta(scene, at, amount, finding)
  else finding.unclearAmount = true
}

function readClock(
  scene: Scene,
  at: number,
  amount: { hour: number; minute: number; half?: 'am' | 'pm' },
  finding: LateFinding,
  isTime: boolean,
): void {
  if (isTime) addEta(scene, at, amount, finding)
  else if (visitAt(scene, amount) !== undefined) finding.picked = [...finding.picked, visitAt(scene, amount) ?? '']
}

/** "twenty past": the next one from now. */
function readPast(scene: Scene, at: number, minute: number, finding: LateFinding, isLate: boolean): void {
  const now = scene.context.now
  if (!isLate && !nearArrive(scene, at)) return
  if (!now) finding.unclearAmount = true
  else {
    const today = minutesOf(now.time)
    const ahead = (((minute - today) % 60) + 60) % 60
    finding.whens.push({ at, eta: timeOf(today + ahead), countedFrom: 'now' })
  }
}

function readNumber(
  scene: Scene,
  at: number,
  amount: { value: number; digits: string },
  role: string,
  finding: LateFinding,
): void {
  const { value, digits } = amount
  const previous = finding.whens.at(-1)
  if (previous && previous.at === at - 1 && value <= 9 && digits.length === 1)
    return pickByNumber(scene, value, finding)
  if (role === 'free') return readFreeNumber(scene, at, amount, finding)
  if (digits.length === 4 || (digits.length === 3 && role === 'at-time'))
    return readDigitsAsTime(scene, at, value, finding)
  if (role === 'at-time')
    return value >= 1 && value <= 12 ? addEta(scene, at, { hour: value, minute: 0 }, finding) : unclear(finding)
  if (digits.length === 3 || value === 0) return unclear(finding)
  addMinutes(scene, at, value, role === 'from-now' ? 'now' : 'plan', finding)
}

function unclear(finding: LateFinding): void {
  finding.unclearAmount = true
}

function pickByNumber(scene: Scene, value: number, finding: LateFinding): void {
  const visit = scene.context.nextVisits[value - 1]
  if (visit) finding.picked = [...finding.picked, visit.ref]
  else finding.pickedNobody = true
}

function readDigitsAsTime(scene: Scene, at: number, value: number, finding: LateFinding): void {
  const time = { hour: Math.floor(value / 100), minute: value % 100 }
  if (time.hour > 23 || time.minute > 59) return unclear(finding)
  addEta(scene, at, time, finding)
}

/** "late traffic 20": a lone round number in a short text with "late" in it, and nothing else it could be. */
function readFreeNumber(
  scene: Scene,
  at: number,
  { value, digits }: { value: number; digits: string },
  finding: LateFinding,
): void {
  if (finding.lateness.own.length === 0 || value < 5) return
  const previous = finding.whens.at(-1)
  if (previous) {
    if (digits.length > 2 || (!corrected(scene, previous.at, at) && !nextInLine(scene, previous.at, at)))
      return unclear(finding)
    return addMinutes(scene, at, value, 'plan', finding)
  }
  const numbers = scene.tokens.filter((token) => token.amount && token.amount.is !== 'other').length
  if (numbers > 1) return unclear(finding)
  if (
    digits.length <= 2 &&
    value % 5 === 0 &&
    value > 0 &&
    wordsUpTo(scene, at) <= 7 &&
    covers(scene, 'noise', at) === false
  )
    addMinutes(scene, at, value, 'plan', finding)
  else unclear(finding)
}

/** The words from the beginning of its line to a token: a signature behind it does not make a text long. */
function wordsUpTo(scene: Scene, at: number): number {
  let first = at
  while (first > 0 && (scene.tokens[first]?.brk ?? 0) !== 2) first--
  return at - first + 1
}

/** "20 Shah and 30 Patel" */
function nextInLine(scene: Scene, from: number, to: number): boolean {
  return (
    scene.tokens.slice(from + 1, to).some((token) => token.person) &&
    (scene.tokens[to - 1]?.w === 'and' || (scene.tokens[to]?.brk ?? 0) > 0)
  )
}

const LONGEST_MINUTES = 360

function addMinutes(
  scene: Scene,
  at: number,
  minutes: number,
  countedFrom: 'plan' | 'now',
  finding: LateFinding,
): void {
  if (minutes <= 0 || minutes > LONGEST_MINUTES) return unclear(finding)
  const now = scene.context.now
  if (countedFrom === 'now' && now) finding.whens.push({ at, eta: timeOf(minutesOf(now.time) + minutes), countedFrom })
  else finding.whens.push({ at, minutes, countedFrom })
}

/** No visit is moved by more than this on the strength of a clock time. */
const FAR = 6 * 60

function addEta(
  scene: Scene,
  at: number,
  said: { hour: number; minute: number; half?: 'am' | 'pm' },
  finding: LateFinding,
): void {
  const near = expectedAt(scene)
  const meant = meantTime(said, near)
  if (near !== undefined && Math.abs(apart(near, meant)) > FAR) return unclear(finding)
  finding.whens.push({ at, eta: timeOf(meant), countedFrom: 'plan' })
}

function expectedAt(scene: Scene): number | undefined {
  const { now, nextVisits } = scene.context
  const start = nextVisits[0]?.start
  if (now) return minutesOf(now.time)
  return start === undefined ? undefined : minutesOf(start)
}

/** Where several amounts are said: equal ones are one, a corrected one counts alone. */
function settle(scene: Scene, whens: readonly When[]): When[] {
  const kept: When[] = []
  for (const when of whens) {
    const previous = kept.at(-1)
    if (previous && corrected(scene, previous.at, when.at)) kept.pop()
    if (!kept.some((other) => other.minutes === when.minutes && other.eta === when.eta)) kept.push(when)
  }
  return kept
}

function corrected(scene: Scene, from: number, to: number): boolean {
  const between = scene.tokens.slice(from + 1, to)
  const last = between.findLastIndex((token) => CORRECTING.has(token.w))
  return (
    between.length <= 6 &&
    last >= 0 &&
    !between.some((token) => token.person) &&
    !between.slice(last).some((token) => token.w === 'late')
  )
}

/** The amounts of a finding as a reading, when they agree with each other. */
export function asReading(whens: readonly When[]): Omit<Reading, 'kind'> | undefined {
  const minutes = new Set(whens.flatMap((when) => when.minutes ?? []))
  const etas = new Set(whens.flatMap((when) => when.eta ?? []))
  if (minutes.size > 1 || etas.size > 1 || whens.length === 0) return undefined
  const [minute] = minutes
  const [eta] = etas
  return {
    ...(minute === undefined ? {} : { minutes: minute }),
    ...(eta === undefined ? {} : { eta }),
    countedFrom: whens.some((when) => when.countedFrom === 'plan') ? 'plan' : 'now',
  }
}

/** Whether anything at all was said about being there at a time. */
export function speaksOfArrival(scene: Scene): boolean {
  return matchesOf(scene, 'arrive').length > 0 || matchesOf(scene, 'not-before').length > 0
}
