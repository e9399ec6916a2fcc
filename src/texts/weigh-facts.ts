/** Puts facts in order, weightiest first, and leaves out what another already says. */

import type { Reading, ReadingKind } from './reading.ts'

/** Weightiest first; each kind and visit once; what another fact already says left out. */
export function tidyUp(facts: readonly Reading[]): Reading[] {
  const kinds = new Set(facts.map((fact) => fact.kind))
  const once = facts.filter((fact, at) => facts.findIndex((other) => sameFact(fact, other)) === at)
  const kept = once.filter(
    (fact) =>
      !impliedBy(fact, kinds) &&
      !explained(fact, facts) &&
      !(fact.kind === 'ask' && kinds.size > 1 && fact.about === 'what'),
  )
  return (
    kept.length > 1 ? kept.filter((fact) => fact.kind !== 'next' && fact.kind !== 'who-is-on-call') : kept
  ).toSorted((a, b) => weight(b) - weight(a))
}

function sameFact(a: Reading, b: Reading): boolean {
  return a.kind === b.kind && a.visit === b.visit && a.code === b.code && a.minutes === b.minutes && a.eta === b.eta
}

/** "Not doing Nora, she's at her day centre": not the sender's doing. */
function explained(fact: Reading, facts: readonly Reading[]): boolean {
  if (
    fact.kind === 'needs-more-time' &&
    fact.visit === undefined &&
    fact.minutes === undefined &&
    facts.some(({ kind, reason }) => kind === 'late' && reason === 'overran')
  )
    return true
  if (fact.kind === 'needs-more-time' && fact.minutes === undefined)
    return facts.some((other) => other.kind === fact.kind && other.visit === fact.visit && other.minutes !== undefined)
  return (
    fact.kind === 'cannot-attend' &&
    fact.visit !== undefined &&
    facts.some((other) => other.kind === 'frustrated' && other.visit === fact.visit)
  )
}

function impliedBy(fact: Reading, kinds: ReadonlySet<ReadingKind>): boolean {
  if (fact.kind === 'cannot-attend') return kinds.has('sick') && fact.visit === undefined
  if (fact.kind === 'ok') return kinds.size > 1
  if (fact.kind === 'frustrated') return kinds.has('needs-less-time')
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
