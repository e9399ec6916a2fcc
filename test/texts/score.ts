/** Judges a reading against a label of the corpus: right, safe (asked, or in a person's hands), or dangerous. */

import type { Reading, ReadingKind } from '../../src/texts/reading.ts'

export interface Label extends Partial<Omit<Reading, 'kind' | 'also'>> {
  kind: ReadingKind
  also?: Label[]
  /** Other kinds, or whole readings, that are as good. */
  or?: (ReadingKind | Label)[]
}

export type Verdict = 'right' | 'safe' | 'dangerous'

const CHECKED = ['minutes', 'eta', 'visit', 'code', 'level', 'until', 'about', 'reason'] as const
/** What nobody acts upon, or what brings a person. */
const HARMLESS_KINDS: ReadonlySet<ReadingKind> = new Set(['ask', 'unknown', 'help'])
const QUIET_KINDS: ReadonlySet<ReadingKind> = new Set(['ok', 'chatter', 'thanks', 'ask', 'unknown'])

export function judge(reading: Reading, want: Label): Verdict {
  const whole = want.or?.filter((other) => typeof other !== 'string') ?? []
  const verdicts = [want, ...whole].map((label) => judgeOne(reading, label))
  return (['right', 'safe'] as const).find((verdict) => verdicts.includes(verdict)) ?? 'dangerous'
}

function judgeOne(reading: Reading, want: Label): Verdict {
  if (want.kind === 'help' && !want.or && reading.kind !== 'help') return 'dangerous'
  if (matches(reading, want))
    return extraFact(reading, want) ? 'dangerous' : alsoThere(reading, want) ? 'right' : 'safe'
  if (want.or?.includes(reading.kind)) return 'right'
  if (HARMLESS_KINDS.has(reading.kind)) return 'safe'
  if (reading.kind === want.kind && onlyReasonDiffers(reading, want)) return 'safe'
  return QUIET_KINDS.has(reading.kind) && QUIET_KINDS.has(want.kind) ? 'safe' : 'dangerous'
}

function matches(reading: Reading, want: Label): boolean {
  return (
    reading.kind === want.kind &&
    CHECKED.every((key) => want[key] === undefined || reading[key] === want[key]) &&
    noneMoved(reading, want)
  )
}

/** A visit, minutes or eta that the label does not have must not be there. */
function noneMoved(reading: Reading, want: Label): boolean {
  if (reading.kind === 'ask') return true
  const checked: readonly ('visit' | 'minutes' | 'eta' | 'code')[] =
    reading.kind === 'help' ? ['minutes', 'eta', 'code'] : ['visit', 'minutes', 'eta', 'code']
  return checked.every(
    (key) => reading[key] === undefined || reading[key] === want[key] || (key === 'minutes' && want.eta !== undefined),
  )
}

function onlyReasonDiffers(reading: Reading, want: Label): boolean {
  return (
    noneMoved(reading, want) &&
    (['minutes', 'eta', 'visit', 'code'] as const).every((key) => want[key] === undefined || reading[key] === want[key])
  )
}

function extraFact(reading: Reading, want: Label): boolean {
  if (want.kind === 'help' || reading.kind === 'help') return false
  return (reading.also ?? []).some(
    (fact) =>
      !QUIET_KINDS.has(fact.kind) &&
      fact.kind !== 'on-my-way' &&
      ![want, ...(want.also ?? [])].some((label) => label.kind === fact.kind),
  )
}

function alsoThere(reading: Reading, want: Label): boolean {
  return (want.also ?? []).every((label) => (reading.also ?? []).some((fact) => matches(fact, label)))
}
