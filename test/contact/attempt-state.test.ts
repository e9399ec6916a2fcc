import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterReport, STATE_RANK, type Report } from '../../src/contact/attempt-state.ts'
import type { AttemptFacts } from '../../src/contact/attempt-facts.ts'
import { anAttempt, at } from '../record/a-late-visit.ts'

const NOW = at('08:45')
const PLACING = anAttempt('one', {
  state: 'placing',
  providerId: undefined,
  placedAt: undefined,
  endedAt: undefined,
  outcome: undefined,
})
const LIFE: Report[] = [
  { providerId: 'CA1', state: 'placed' },
  { providerId: 'CA1', state: 'ringing' },
  { providerId: 'CA1', state: 'in-progress' },
  { providerId: 'CA1', state: 'ended', outcome: 'answered' },
]

/** Callbacks as they come: some lost, some doubled, in any order. */
const callbacks = fc.array(fc.constantFrom(...LIFE), { minLength: 1, maxLength: 12 })

describe('what the carrier says moves an attempt forward, never back (design section 2)', () => {
  it('whatever the order: the state never falls, and is in the end the furthest that was reported', () => {
    fc.assert(
      fc.property(callbacks, (reports) => {
        const states = reports.reduce<AttemptFacts[]>(
          (seen, report) => [...seen, afterReport(seen.at(-1) ?? PLACING, report, NOW)],
          [PLACING],
        )
        const ranks = states.map((attempt) => STATE_RANK[attempt.state])
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
        expect(ranks.at(-1)).toBe(Math.max(...reports.map((report) => STATE_RANK[report.state])))
        expect(states.at(-1)?.providerId).toBe('CA1')
      }),
    )
  })

  it('two orders of the same callbacks come to the same end', () => {
    fc.assert(
      fc.property(callbacks, fc.infiniteStream(fc.nat()), (reports, keys) => {
        const shuffled = reports
          .map((report) => ({ report, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
        const end = (all: Report[]) => all.reduce((attempt, report) => afterReport(attempt, report, NOW), PLACING)
        expect(end(shuffled.map(({ report }) => report))).toEqual(end(reports))
      }),
    )
  })

  it('one that was given up for lost keeps its id and waits for the end', () => {
    const lost = { ...PLACING, state: 'lost' as const }
    expect(afterReport(lost, { providerId: 'CA1', state: 'ringing' }, NOW)).toEqual({ ...lost, providerId: 'CA1' })
    expect(afterReport(lost, { providerId: 'CA1', state: 'ended', outcome: 'answered' }, NOW)).toMatchObject({
      state: 'ended',
      outcome: 'answered',
      providerId: 'CA1',
    })
  })

  it('a refusal has no id, and an end without an outcome is a failure', () => {
    const refused = afterReport(PLACING, { providerId: undefined, state: 'ended' }, NOW)
    expect(refused).toMatchObject({ state: 'ended', outcome: 'failed', providerId: undefined, endedAt: NOW })
  })
})
