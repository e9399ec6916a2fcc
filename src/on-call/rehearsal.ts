import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { fullName } from '../rota/names.ts'
import { ladderAt, type OnCall, type Rung } from './ladder.ts'
import { kindOfTime } from './plan.ts'
import { holdersAt, type Holder } from './shifts.ts'

/** A call that would be made, and why just then and just there. */
export interface RehearsedCall extends Rung {
  at: Instant
}

/** Somebody the plan names who would not be rung, since they have no number. */
export interface LeftOut {
  whom: string
  tier: number
}

export interface Rehearsal {
  calls: RehearsedCall[]
  leftOut: LeftOut[]
  /** when the plan begins again from the top; absent where nobody would be rung at all */
  againAt: Instant | undefined
}

/** How long a phone rings before the next one does. */
const RING_MS = 30_000
/** The same number rests so long before it is rung again. */
const REST_MS = 90_000
const LONGEST = 100

/**
 * Every call of one round, were a human needed from an instant on and nobody answered. The plan is asked anew for each
 * call, as the line does: at the start of a shift the next one in it is rung.
 */
export function rehearse(onCall: OnCall, from: Instant): Rehearsal {
  const calls: RehearsedCall[] = []
  const rung = new Set<PhoneNumber>()
  for (let at = from; calls.length < LONGEST; at += RING_MS) {
    const next = ladderAt(onCall, at).find((one) => !rung.has(one.number))
    if (next === undefined) break
    rung.add(next.number)
    calls.push({ ...next, at })
  }
  const [first] = calls
  const over = from + calls.length * RING_MS
  const againAt = first === undefined ? undefined : Math.max(over, first.at + RING_MS + REST_MS)
  return { calls, leftOut: leftOutOf(onCall, from), againAt }
}

/** Why a call stands where it stands: in words, for whoever reads the rehearsal. */
export function reasonInWords(onCall: OnCall, call: RehearsedCall, time: (at: Instant) => string): string {
  switch (call.role) {
    case 'office':
      return kindOfTime(onCall.plan, call.at).office === 'open'
        ? 'the office is open'
        : 'nobody on call answered; the office is closed, and somebody may be there all the same'
    case 'on-call':
      return call.holder === undefined ? 'on call' : holderInWords(onCall, call.holder, time)
    case 'responsible-person':
      return 'nobody on call answered; the responsible person'
    case 'last-resort':
      return 'nobody else answered; the last-resort number'
  }
}

function holderInWords({ people, rota }: OnCall, holder: Holder, time: (at: Instant) => string): string {
  const tier = `tier ${holder.tier}`
  switch (holder.why) {
    case 'rota':
      return `${tier}, on call until ${time(holder.until)}`
    case 'override':
      return `${tier}, in place of somebody else until ${time(holder.until)}`
    case 'not handed over': {
      const to = rota.handOvers.find((one) => one.tier === holder.tier && one.dueAt === holder.since)?.to
      const next = people.get(to ?? '')
      return `${tier}, since ${next === undefined ? 'the next one' : fullName(next)} has not taken the phone`
    }
  }
}

function leftOutOf({ rota, people }: OnCall, at: Instant): LeftOut[] {
  return holdersAt(rota, at).flatMap(({ managerId, tier }) => {
    const person = people.get(managerId)
    if (person !== undefined && person.numbers.length > 0) return []
    return [{ whom: person === undefined ? 'a manager who is not stored' : fullName(person), tier }]
  })
}
