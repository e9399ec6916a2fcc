/** How late, until when, and at whose visit. */

import { roleOf } from './amount-roles.ts'
import { minutesOf, timeOf } from './clock-time.ts'
import { addEta, addMinutes } from './late-finding.ts'
import type { LateFinding } from './late-finding.ts'
import { readNumber } from './late-number.ts'
import { latenessOf } from './lateness.ts'
import type { Lateness } from './lateness.ts'
import { reasonOf } from './reason-of.ts'
import { matchesOf, nearArrive } from './said-nearby.ts'
import { onlySupposed, somebodyElse } from './how-meant.ts'
import { isBareTime } from './bare-time.ts'
import { visitAt } from './scene.ts'
import type { Scene } from './scene.ts'
import { corrected, settle } from './several-amounts.ts'
import type { Token } from './tokens.ts'

/** Everything a text says about being late. Numbers that are an answered code are left alone. */
export function findLate(scene: Scene, isAnswered: (at: number) => boolean = () => false): LateFinding {
  const lateness = latenessOf(scene)
  if (lateness.own.length === 0) lateness.own.push(...lateByReason(scene))
  const finding: LateFinding = { lateness, whens: [], picked: [], pickedNobody: false, unclearAmount: false }
  scene.tokens.forEach((token, at) => {
    if (token.amount && !isAnswered(at)) readAmount(scene, at, token.amount, finding)
  })
  finding.whens = settle(scene, withoutLoose(scene, finding.whens, finding.lateness.unclear && saysSoLate(scene)))
  return finding
}

/** "she'll be 40 late" */
function saysSoLate({ tokens }: Scene): boolean {
  return tokens.some((token, at) => token.amount !== undefined && tokens[at + 1]?.w === 'late')
}

/** "17.10 no problem, Singh 15 late": beside minutes a loose time is another visit's. */
function withoutLoose(scene: Scene, whens: LateFinding['whens'], unclear: boolean): LateFinding['whens'] {
  const planned = new Set(scene.context.nextVisits.map(({ start }) => start))
  return unclear || whens.some((when) => when.minutes !== undefined)
    ? whens.filter((when) => !when.loose && !(when.eta !== undefined && planned.has(when.eta)))
    : whens
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
  if (isBareTime(scene, at)) return addBareTime(scene, at, amount, finding)
  const isLate = finding.lateness.own.length > 0
  if (role === 'no-news' || role === 'visit-length') return
  if (role === 'which-visit') return pickByTime(scene, at, finding)
  if (supposedOnly(scene, at)) {
    finding.lateness.unclear = true
    return
  }
  if (amount.is === 'vague') finding.unclearAmount = true
  else if (amount.is === 'either') readEither(scene, at, amount, finding)
  else if (amount.is === 'clock') {
    const before = finding.whens.length
    readClock(scene, at, amount, finding, role === 'at-time' || isLate)
    if (role === 'free') for (const when of finding.whens.slice(before)) when.loose = true
  } else if (amount.is === 'past') readPast(scene, at, amount.minute, finding, isLate)
  else if (amount.is === 'minutes') {
    if (role === 'free' && !isLate) return
    addMinutes(scene, at, amount.minutes, role === 'from-now' ? 'now' : 'plan', finding)
  } else if (amount.is === 'number') readNumber(scene, at, amount, role, finding)
}

function addBareTime(scene: Scene, at: number, amount: NonNullable<Token['amount']>, finding: LateFinding): void {
  if (amount.is === 'clock' || amount.is === 'either') addEta(scene, at, amount, finding)
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
  const previous = finding.whens.at(-1)
  if (isTime || (previous?.eta !== undefined && corrected(scene, previous.at, at))) addEta(scene, at, amount, finding)
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

/** Whether anything at all was said about being there at a time. */
export function speaksOfArrival(scene: Scene): boolean {
  return matchesOf(scene, 'arrive').length > 0 || matchesOf(scene, 'not-before').length > 0
}
