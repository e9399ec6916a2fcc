/** Puts together what a care worker or a manager says: facts, lateness, codes; or what must be asked. */

import { matchesOf, notBefore } from './said-nearby.ts'
import { findCodes } from './codes.ts'
import type { StatedFact } from './find-facts.ts'
import { findFacts, said } from './find-facts.ts'
import { findLate } from './late.ts'
import type { LateFinding } from './late-finding.ts'
import { plainLate } from './plain-late.ts'
import { lateReadings } from './read-lateness.ts'
import type { Reading, ReadingKind } from './reading.ts'
import { reasonOf } from './reason-of.ts'
import type { Scene } from './scene.ts'
import { denied } from './how-meant.ts'
import type { Person } from './tokens.ts'
import { untilOf } from './until.ts'
import { anotherAmount, minutesWithin } from './length-minutes.ts'
import { letInAfterAll } from './let-in-after-all.ts'
import { ABLE, onlyOneVisit } from './only-one-visit.ts'
import { tidyUp } from './weigh-facts.ts'
import type { Stretch } from './who-is-meant.ts'
import { meantBy } from './meant-by.ts'
import { shareOut } from './who-is-meant.ts'

/** All facts of the text, weightiest first; empty when it states none. */
export function staffFacts(scene: Scene): { facts: Reading[]; unclear: boolean } {
  const codes = findCodes(scene)
  const doubts = codes.filter(({ kind }) => kind === 'ask')
  if (doubts.length > 0 && doubts.length === codes.length && scene.context.openOffer)
    return { facts: doubts.slice(0, 1), unclear: true }
  const plain = codes.length === 0 ? plainLate(scene) : undefined
  if (plain) return { facts: plain, unclear: false }
  const late = findLate(scene, (at) => codes.some((code) => code.code === scene.tokens[at]?.raw))
  const found = findFacts(scene)
  const stated = withoutKnownPlace(
    scene,
    letInAfterAll(scene, found.stated).filter((fact) => !contradicted(scene, fact, late, codes)),
  )
  const facts = [...codes, ...offerWithoutCode(scene, codes), ...withPeople(scene, stated, late)]
  if (stated.some((fact) => fact.kind === 'sick') && stated.some((fact) => fact.kind === 'on-my-way'))
    return { facts: [{ kind: 'ask', about: 'what', of: 'sick' }], unclear: true }
  const unclear = found.unclear || late.lateness.unclear || late.unclearAmount
  return { facts: tidyUp(onlyOneVisit(scene, facts)), unclear }
}

/** "Not in, gone out with her sister": where they are is known, and nobody is behind the door. */
function withoutKnownPlace(scene: Scene, stated: readonly StatedFact[]): readonly StatedFact[] {
  if (!stated.some((fact) => fact.kind === 'frustrated' && fact.to > fact.from)) return stated
  return stated.filter(
    ({ kind, from, to }) =>
      kind !== 'no-reply' ||
      !NOT_IN.test(
        scene.tokens
          .slice(from, to + 1)
          .map((token) => token.w)
          .join(' '),
      ),
  )
}

const NOT_IN = /^(not|nobody) (is |at )?(in|home|here|there|at home|at the house)$/

/** "not before half nine" is no "cannot"; a code's "coming" is no journey. */
function contradicted(
  scene: Scene,
  { kind, from, to }: StatedFact,
  late: LateFinding,
  codes: readonly Reading[],
): boolean {
  if (codes.length > 0 && CODE_WORDS.has(kind)) return true
  if (kind === 'arrived')
    return late.whens.some((when) => when.eta !== undefined && when.at > from && when.at - to <= 4)
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
  'frustrated',
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
  const well = matchesOf(scene, 'ok').filter(({ from }) => scene.tokens[from - 1]?.person)
  const ofThem = well.map(({ from, to }) => ({ from, to, late: false, within: NEXT_DOOR }))
  const able = scene.tokens.flatMap(({ w }, at) =>
    w === 'can' && ABLE.has(scene.tokens[at + 1]?.w ?? '')
      ? [{ from: at, to: at + 1, late: false, within: NEXT_DOOR }]
      : [],
  )
  return [...ofThem, ...able, ...[...spots, ...elsewhere].map(({ from, to }) => ({ from, to, late: false }))]
}

/** The name right before "is fine". */
const NEXT_DOOR = 2.5

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
  return kind === 'needs-more-time' || kind === 'needs-less-time'
    ? { ...anotherAmount(scene, kind), ...minutesWithin(scene, from, to) }
    : {}
}
