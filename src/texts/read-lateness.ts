/** Lateness as a reading: its amount, its visit, or the question that is left. */

import { matchesOf } from './said-nearby.ts'
import { isBareTime } from './bare-time.ts'
import { apart, meantTime, minutesOf, timeOf } from './clock-time.ts'
import type { StatedFact } from './find-facts.ts'
import type { LateFinding, When } from './late-finding.ts'
import { speaksOfArrival } from './late.ts'
import { asReading } from './several-amounts.ts'
import type { Reading } from './reading.ts'
import { reasonOf, reasonOfLateness } from './reason-of.ts'
import type { Scene } from './scene.ts'
import { isFirstName } from './first-names.ts'
import type { Person } from './tokens.ts'
import type { Stretch } from './who-is-meant.ts'
import { meantBy } from './meant-by.ts'

export function lateReadings(
  scene: Scene,
  late: LateFinding,
  stretches: readonly Stretch[],
  shares: readonly Person[][],
  factShares: readonly Person[][],
  stated: readonly StatedFact[],
): Reading[] {
  const isLate = late.lateness.own.length > 0
  const whens = isLate
    ? late.whens
    : late.whens.filter(
        (when) =>
          (when.eta !== undefined && !isPlanned(scene, when.eta) && isArrival(scene, when)) ||
          when.countedFrom === 'now',
      )
  const reason = isLate || whens.length > 0 ? reasonOfLateness(scene) : reasonOf(scene)
  const extra = reason ? { reason } : {}
  if (!isLate && whens.length === 0) return withoutLateness(late, reason, scene)
  if (late.lateness.denied && !scene.tokens.some((token) => token.person))
    return [{ kind: 'ask', about: 'what', of: 'late' }]
  const pairs = isLate ? pairUp(whens, stretches, shares) : undefined
  if (pairs) return pairs.map((pair) => ({ kind: 'late', ...pair, ...extra }))
  const meant = meantBy([...shares.flat(), ...(shares.flat().length === 0 ? headedFor(stated, factShares) : [])])
  const refs = new Set([...meant.refs, ...late.picked])
  const said = asReading(whens)
  const known = { ...said, ...extra }
  const [only] = refs
  const unclear = meant.unclear ?? looseName(scene, whens)
  if (refs.size === 0 && (unclear !== undefined || late.pickedNobody) && scene.context.nextVisits.length > 0) {
    return [
      { kind: 'ask', about: 'which-visit', of: 'late', ...known, ...(unclear === undefined ? {} : { named: unclear }) },
    ]
  }
  const named = unclear === undefined || refs.size > 0 ? {} : { named: unclear }
  if (said === undefined || late.unclearAmount)
    return [
      {
        kind: 'ask',
        about: 'minutes',
        of: 'late',
        ...extra,
        ...(refs.size === 1 && only !== undefined ? { visit: only } : {}),
      },
    ]
  if (refs.size > 1 && contrasted(scene)) return [{ kind: 'ask', about: 'which-visit', of: 'late', ...known }]
  if (refs.size === 0) return [onTimeAfterAll(scene, { kind: 'late', ...known, ...named }, isLate)]
  return [...refs].map((visit) =>
    onTimeAfterAll(scene, nearItsVisit(scene, whens, { kind: 'late', ...known, visit }), isLate),
  )
}

/** A time alone is no time of arrival: something must say that the sender comes then, or cannot before. */
function isArrival(scene: Scene, { at, countedFrom }: When): boolean {
  if (
    countedFrom === 'now' ||
    isBareTime(scene, at) ||
    speaksOfArrival(scene) ||
    matchesOf(scene, 'on-my-way').length > 0
  )
    return true
  return scene.tokens.slice(Math.max(0, at - 6), at).some((token) => HELD.has(token.w))
}

const HELD: ReadonlySet<string> = new Set([
  'stuck',
  'held',
  'here',
  'i',
  'not',
  'eta',
  'waiting',
  'behind',
  'nearer',
  'now',
])

/** Nothing is late; but "I'm stuck on the M25" and "the bus is late" ask for the minutes. */
function withoutLateness(late: LateFinding, reason: Reading['reason'], scene: Scene): Reading[] {
  if (late.lateness.denied) return [{ kind: 'ok' }]
  if (late.unclearAmount && speaksOfArrival(scene)) return [{ kind: 'ask', about: 'minutes', of: 'late' }]
  const delays = reason === 'traffic' || reason === 'transport' || reason === 'breakdown' || reason === 'weather'
  const mentioned =
    matchesOf(scene, 'someone-late').length > 0 ||
    scene.tokens.some((token) => token.w === 'stuck' || token.w === 'waiting')
  return delays && mentioned && !scene.tokens.some((token) => token.asked)
    ? [{ kind: 'ask', about: 'minutes', of: 'late', reason }]
    : []
}

/** "shah or patel", "for shah no wait patel": one of them, not both. */
function contrasted(scene: Scene): boolean {
  const people = scene.tokens.flatMap((token, at) => (token.person ? [at] : []))
  const first = people[0] ?? 0
  const last = people.at(-1) ?? 0
  return scene.tokens
    .slice(first, last)
    .some(
      (token) => token.w === 'or' || token.w === 'no' || token.w === 'not' || token.w === 'wait' || token.w === 'sorry',
    )
}

/** "no worries, see her at 4": the planned time is no news. */
function isPlanned(scene: Scene, eta: string): boolean {
  return matchesOf(scene, 'ok').length > 0 && scene.context.nextVisits.some(({ start }) => start === eta)
}

/** Tonight "tomorrow's Edna will be 10.20" is in the morning: the half of the day nearer to that visit. */
function nearItsVisit({ context }: Scene, whens: readonly When[], reading: Reading): Reading {
  const start = context.nextVisits.find(({ ref }) => ref === reading.visit)?.start
  const { eta } = reading
  if (start === undefined || eta === undefined || !whens.some((when) => when.eta === eta && when.eitherHalf))
    return reading
  const meant = minutesOf(eta)
  const time = meantTime({ hour: Math.floor(meant / 60) % 12 || 12, minute: meant % 60 }, minutesOf(start))
  return { ...reading, eta: timeOf(time) }
}

/** Be there before the planned start: on the way, and not late. */
function onTimeAfterAll(scene: Scene, reading: Reading, isLate: boolean): Reading {
  const { nextVisits } = scene.context
  const start = (reading.visit === undefined ? nextVisits[0] : nextVisits.find(({ ref }) => ref === reading.visit))
    ?.start
  if (isLate || start === undefined || reading.eta === undefined || matchesOf(scene, 'on-my-way').length === 0)
    return reading
  if (apart(minutesOf(start), minutesOf(reading.eta)) > 0) return reading
  return reading.visit === undefined ? { kind: 'on-my-way' } : { ...reading, kind: 'on-my-way' }
}

/** "20 for Shah and 30 for Patel": as many people as amounts, each with its own. */
function pairUp(
  whens: readonly When[],
  stretches: readonly Stretch[],
  shares: readonly Person[][],
): (Partial<Reading> & { visit: string })[] | undefined {
  const different = new Set(whens.map((when) => when.minutes ?? when.eta))
  if (whens.length < 2 || different.size !== whens.length) return undefined
  const persons = shares.flat()
  if (persons.length !== whens.length) return undefined
  const pairs = persons.map((person, at) => {
    const [visit] = person.refs
    const said = asReading(whens.slice(at, at + 1))
    return person.refs.length === 1 && visit !== undefined && said ? { ...said, visit } : undefined
  })
  const whole = pairs.filter((pair) => pair !== undefined)
  return whole.length === pairs.length && stretches.length > 0 ? whole : undefined
}

/** "on my way to Mr Patel, 20 late": late for the one they are going to. */
function headedFor(stated: readonly StatedFact[], factShares: readonly Person[][]): Person[] {
  return stated.flatMap((fact, at) => (fact.kind === 'on-my-way' ? (factShares[at] ?? []) : []))
}

/** "LATE 20 JONES": a strange word straight behind the amount, at the end, that is no signature. */
function looseName(scene: Scene, whens: readonly When[]): string | undefined {
  const last = whens.at(-1)
  if (!last) return undefined
  const { tokens } = scene
  let at = last.at + 1
  while (LINKS.has(tokens[at]?.w ?? '')) at++
  const token = tokens[at]
  if (!token || token.brk > 0 || token.w.length < 3) return undefined
  const ends = at === tokens.length - 1 || (tokens[at + 1]?.brk ?? 0) > 0
  const linked = at > last.at + 1 && LINKS.has(tokens[at - 1]?.w ?? '') && tokens[at - 1]?.w !== 'late'
  const terse = tokens.length <= 6
  return (token.strange && ((ends && terse) || linked)) || (linked && isFirstName(token.w)) ? token.w : undefined
}

const LINKS: ReadonlySet<string> = new Set(['for', 'to', 'at', 'late', 'with'])
