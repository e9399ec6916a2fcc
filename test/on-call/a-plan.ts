import { toInstant } from '../../src/cellar/local-time.ts'
import { parsePhoneNumber } from '../../src/cellar/phone-number.ts'
import type { OnCall, OnCallPerson } from '../../src/on-call/ladder.ts'
import type { HandOver, OnCallShift, ShiftOverride } from '../../src/on-call/shifts.ts'
import { readOfficeHours } from '../../src/rota/office-hours.ts'

export const ZONE = 'Europe/London'

/** `2026-12-25 02:10` on the wall clock of London. */
export function at(moment: string, side: 'start' | 'end' = 'start'): number {
  const [date = '', time = ''] = moment.split(' ')
  return toInstant({ date, time }, ZONE, side)
}

export function number(text: string) {
  const found = parsePhoneNumber(text)
  if (found === undefined) throw new Error(`not a number: ${text}`)
  return found
}

/** A shift as the rota writes it: `shift(1, 'dev', '2026-12-24 17:00', '2026-12-25 07:00')`. */
export function shift(tier: number, managerId: string, from: string, until: string): OnCallShift {
  return { id: `${managerId} ${from}`, tier, managerId, startsAt: at(from), endsAt: at(until, 'end') }
}

export function override(
  given: Partial<ShiftOverride> & { managerId: string; from: string; until: string },
): ShiftOverride {
  const { from, until, ...rest } = given
  const id = `${given.managerId} ${from}`
  return { id, tier: 1, insteadOf: undefined, startsAt: at(from), endsAt: at(until, 'end'), recordedAt: 0, ...rest }
}

export function person(id: string, numbers: string[], more: { tested?: boolean; dead?: boolean } = {}): OnCallPerson {
  const firstName = id.charAt(0).toUpperCase() + id.slice(1)
  const { tested = true, dead = false } = more
  return {
    id,
    firstName,
    lastName: 'Example',
    numbers: numbers.map((one) => ({
      number: number(one),
      testedAt: tested ? 0 : undefined,
      unreachableAt: dead ? 1 : undefined,
    })),
  }
}

export const PEOPLE = [
  person('dev', ['07700 900402', '01632 960402']),
  person('mei', ['07700 900403']),
  person('rosa', ['07700 900401']),
]

interface Given {
  shifts?: OnCallShift[]
  overrides?: ShiftOverride[]
  handOvers?: HandOver[]
  people?: OnCallPerson[]
  officeHours?: string
  tiers?: number
  nation?: OnCall['plan']['nation']
}

/** The on-call of a branch with an office, a responsible person (Rosa) and a last-resort number. */
export function onCall(given: Given): OnCall {
  return {
    plan: {
      zone: ZONE,
      nation: given.nation ?? 'england',
      officeHours: readOfficeHours(given.officeHours ?? 'Mon-Fri 09:00-17:00') ?? [],
      tiers: given.tiers ?? 1,
    },
    rota: { shifts: given.shifts ?? [], overrides: given.overrides ?? [], handOvers: given.handOvers ?? [] },
    people: new Map((given.people ?? PEOPLE).map((one) => [one.id, one])),
    officeNumber: number('01632 960998'),
    responsible: 'rosa',
    lastResort: number('01632 960997'),
  }
}
