/** Puts together what a care worker or a manager says: facts, lateness, codes; or what must be asked. */

import { matchesOf, notBefore } from './amount-roles.ts'
import { findCodes } from './codes.ts'
import { findFacts, said } from './find-facts.ts'
import type { StatedFact } from './find-facts.ts'
import { asReading, findLate, speaksOfArrival } from './late.ts'
import type { LateFinding, When } from './late.ts'
import { apart, minutesOf } from './clock-time.ts'
import { reasonOf } from './reason-of.ts'
import type { Reading, ReadingKind } from './reading.ts'
import { denied, isFirstName } from './scene.ts'
import type { Scene } from './scene.ts'
import type { Person } from './tokens.ts'
import { untilOf } from './until.ts'
import { meantBy, shareOut } from './who-is-meant.ts'
import type { Stretch } from './who-is-meant.ts'

/** All facts of the text, weightiest first; empty when it states none. */
export function staffFacts(scene: Scene): { facts: Reading[]; unclear: boolean } {
  const codes = findCodes(scene)
  const late = findLate(scene, (at) => codes.some((code) => code.code === scene.tokens[at]?.raw))
  const found = findFacts(scene)
  const stated = found.stated.filter((fact) => !contradicted(scene, fact, late, codes))
  const facts = [...codes, ...offerWithoutCode(scene, codes), ...withPeople(scene, stated, late)]
  if (stated.some((fact) => fact.kind === 'sick') && stated.some((fact) => fact.kind === 'on-my-way'))
    return { facts: [{ kind: 'ask', about: 'what', of: 'sick' }], unclear: true }
  const unclear = found.unclear || late.lateness.unclear || late.unclearAmount
  return { facts: tidyUp(facts), unclear }
}

/** "not before half nine" is no "cannot"; a code's "coming" is no journey. */
function contradicted(
  scene: Scene,
  { kind, from, to }: StatedFact,
  late: LateFinding,
  codes: readonly Reading[],
): boolean {
  if (codes.length > 0 && CODE_WORDS.has(kind)) return true
  if (kind !== 'cannot-attend') return false
  if (scene.context.openOffer && matchesOf(scene, 'cannot-offer').some((match) => match.from <= to && match.to >= from))
    return true
  if (late.whens.some((when) => when.at > to && when.at - to <= 9 && notBefore(scene, when.at))) return true
  return [...late.lateness.own, ...matchesOf(scene, 'not-before')].some((match) => match.from <= to && match.to >= from)
}

const CODE_WORDS: ReadonlySet<ReadingKind> = new Set([
  'on-my-way',
  'cannot-attend',
  'who-is-on-call',
  'arrived',
  'missed',
])

/** COVER, "I'll take it": the one offer that is open, when nothing else was asked. */
function offerWithoutCode(scene: Scene, codes: readonly Reading[]): Reading[] {
  const { openOffer, awaiting } = scene.context
  const text = scene.tokens.map((token) => token.w).join(' ')
  const bare = /^(please )?(cover|take)( please| thanks| ok| thank you)*$/.test(text)
  if (codes.length > 0 || (!openOffer && !bare)) return []
  const doubt: Reading[] = [{ kind: 'ask', about: 'what' }]
  if (!openOffer) return awaiting === 'cover' ? [] : doubt
  const accepts = bare || said(scene, 'can-offer')
  const declines = matchesOf(scene, 'cannot-offer').length > 0
  if (accepts && !declines) return [{ kind: 'accept-offer', code: openOffer.code }]
  if (!declines || matchesOf(scene, 'late').length > 0) return []
  return /\b(that one|this one|offer|extra|not free|not available)\b/.test(text)
    ? [{ kind: 'decline-offer', code: openOffer.code }]
    : doubt
}

/** Gives every fact its visit, and lateness its amount. */
function withPeople(scene: Scene, stated: readonly StatedFact[], late: LateFinding): Reading[] {
  const lateStretches = stretchesOf(scene, late)
  const facts = stated.map((fact) => ({
    from: fact.from,
    to: fact.to,
    late: false,
    ...(fact.kind === 'on-my-way' ? { within: 2 } : {}),
  }))
  const shares = shareOut(scene, [...lateStretches, ...facts, ...denials(scene)])
  const lateShares = shares.slice(0, lateStretches.length)
  const factShares = shares.slice(lateStretches.length, lateStretches.length + facts.length)
  const readings = stated.flatMap((fact, at) =>
    statedReading(scene, fact, late, sharedByAll(scene, fact, factShares[at] ?? [])),
  )
  return [...lateReadings(scene, late, lateStretches, lateShares, factShares, stated), ...readings]
}

/** "Not late for Shah": the name belongs to what is denied. */
function denials(scene: Scene): Stretch[] {
  const spots = [
    ...matchesOf(scene, 'on-time'),
    ...matchesOf(scene, 'late').filter((match) => denied(scene, match.from) && scene.tokens[match.from]?.w !== 'not'),
  ]
  const elsewhere = [...matchesOf(scene, 'noise'), ...matchesOf(scene, 'chatter')].filter(({ from, to }) =>
    scene.tokens.slice(from, to + 1).some((token) => token.person),
  )
  return [...spots, ...elsewhere].map(({ from, to }) => ({ from, to, late: false }))
}

function stretchesOf(scene: Scene, late: LateFinding): Stretch[] {
  const spots = [
    ...late.lateness.own.map(({ from, to }) => ({ from, to })),
    ...late.whens.map(({ at }) => ({ from: at, to: at })),
  ]
  if (late.whens.length > 0) for (const { from, to } of matchesOf(scene, 'arrive')) spots.push({ from, to })
  return spots.map((spot) => ({ ...spot, late: true }))
}

/** "I'm at Mr Patel's and there is no answer": the only person named is meant by every fact at a door. */
function sharedByAll(scene: Scene, fact: StatedFact, persons: readonly Person[]): readonly Person[] {
  if (persons.length > 0 || !AT_A_DOOR.has(fact.kind)) return persons
  const named = scene.tokens.flatMap((token) => token.person ?? [])
  return named.length === 1 && matchesOf(scene, 'late').length === 0 ? named : []
}

const AT_A_DOOR: ReadonlySet<ReadingKind> = new Set([
  'no-reply',
  'frustrated',
  'found-missed',
  'needs-more-time',
  'needs-less-time',
])

/** Kinds that are acted upon even when the name fits nobody: somebody may be waiting now. */
const NEVER_HELD_BACK: ReadonlySet<ReadingKind> = new Set(['missed', 'found-missed', 'no-reply', 'frustrated'])
/** Kinds that are about a visit. */
const ABOUT_VISITS: ReadonlySet<ReadingKind> = new Set([
  'missed',
  'cannot-attend',
  'arrived',
  'left',
  'found-missed',
  'no-reply',
  'frustrated',
  'on-my-way',
  'needs-more-time',
  'needs-less-time',
])

function statedReading(scene: Scene, fact: StatedFact, late: LateFinding, persons: readonly Person[]): Reading[] {
  const base: Reading = { kind: fact.kind, ...details(scene, fact) }
  if (!ABOUT_VISITS.has(fact.kind)) return [base]
  const meant = meantBy(persons)
  const refs = meant.refs.length > 0 ? meant.refs : timedVisits(fact, late)
  if (meant.unclear !== undefined && refs.length === 0) return [nameUnclear(scene, base, meant.unclear)]
  return refs.length === 0 ? [base] : refs.map((visit) => ({ ...base, visit }))
}

function nameUnclear(scene: Scene, base: Reading, named: string): Reading {
  if (NEVER_HELD_BACK.has(base.kind) || scene.context.nextVisits.length === 0) return { ...base, named }
  return { kind: 'ask', about: 'which-visit', of: base.kind, named }
}

/** "can't do my 9.45" */
function timedVisits(fact: StatedFact, late: LateFinding): string[] {
  return fact.kind === 'cannot-attend' || fact.kind === 'missed' ? [...new Set(late.picked)] : []
}

function details(scene: Scene, { kind, from, to }: StatedFact): Partial<Reading> {
  const reason = reasonOf(scene)
  if (kind === 'cannot-attend' || kind === 'missed') return reason ? { reason } : {}
  if (kind === 'sick') {
    const until = untilOf(scene)
    return until === undefined ? {} : { until }
  }
  return kind === 'needs-more-time' || kind === 'needs-less-time' ? minutesWithin(scene, from, to) : {}
}

/** The amount inside the phrase, unless it is the length that no longer fits. */
function minutesWithin(scene: Scene, from: number, to: number): { minutes?: number } {
  const words = scene.tokens.slice(from, to + 1)
  if (words.some((token) => token.w === 'not' || token.w === 'enough' || token.w === 'only')) return {}
  for (const { amount } of words) {
    if (amount?.is === 'minutes') return { minutes: amount.minutes }
    if (amount?.is === 'number' && amount.digits.length < 3 && amount.value > 0) return { minutes: amount.value }
  }
  return {}
}

function lateReadings(
  scene: Scene,
  late: LateFinding,
  stretches: readonly Stretch[],
  shares: readonly Person[][],
  factShares: readonly Person[][],
  stated: readonly StatedFact[],
): Reading[] {
  const isLate = late.lateness.own.length > 0
  const whens = isLate ? late.whens : late.whens.filter((when) => when.eta !== undefined || when.countedFrom === 'now')
  const reason = reasonOf(scene)
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
  if (refs.size === 0) return [{ kind: 'late', ...known, ...named }]
  return [...refs].map((visit) => onTimeAfterAll(scene, { kind: 'late', ...known, visit }, isLate))
}

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

/** Be there before the planned start: on the way, and not late. */
function onTimeAfterAll(scene: Scene, reading: Reading, isLate: boolean): Reading {
  const start = scene.context.nextVisits.find((visit) => visit.ref === reading.visit)?.start
  if (isLate || start === undefined || reading.eta === undefined || matchesOf(scene, 'on-my-way').length === 0)
    return reading
  return apart(minutesOf(start), minutesOf(reading.eta)) <= 0 ? { ...reading, kind: 'on-my-way' } : reading
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

/** Weightiest first; each kind and visit once; what another fact already says left out. */
export function tidyUp(facts: readonly Reading[]): Reading[] {
  const kinds = new Set(facts.map((fact) => fact.kind))
  const once = facts.filter((fact, at) => facts.findIndex((other) => sameFact(fact, other)) === at)
  const kept = once.filter(
    (fact) => !impliedBy(fact, kinds) && !(fact.kind === 'ask' && kinds.size > 1 && fact.about === 'what'),
  )
  return (
    kept.length > 1 ? kept.filter((fact) => fact.kind !== 'next' && fact.kind !== 'who-is-on-call') : kept
  ).toSorted((a, b) => weight(b) - weight(a))
}

function sameFact(a: Reading, b: Reading): boolean {
  return a.kind === b.kind && a.visit === b.visit && a.code === b.code && a.minutes === b.minutes && a.eta === b.eta
}

function impliedBy(fact: Reading, kinds: ReadonlySet<ReadingKind>): boolean {
  if (fact.kind === 'cannot-attend') return kinds.has('sick') && fact.visit === undefined
  if (fact.kind === 'ok') return kinds.size > 1
  if (fact.kind === 'arrived') return kinds.has('left') && fact.visit === undefined
  return false
}

const WEIGHTS: readonly ReadingKind[] = [
  'help',
  'stop',
  'accept-escalation',
  'pass-escalation',
  'covering',
  'known-safe',
  'accept-offer',
  'decline-offer',
  'missed',
  'found-missed',
  'no-reply',
  'sick',
  'cannot-attend',
  'frustrated',
  'late',
  'ask',
  'needs-more-time',
  'needs-less-time',
  'undo',
  'left',
  'arrived',
  'on-my-way',
  'who-is-on-call',
  'next',
  'ok',
  'thanks',
  'chatter',
  'unknown',
]

function weight(reading: Reading): number {
  const at = WEIGHTS.indexOf(reading.kind)
  return at < 0 ? -WEIGHTS.length : -at
}
