import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'
import { fullName } from '../rota/names.ts'
import { kindOfTime, type OnCallPlan } from './plan.ts'
import { holdersAt, type DutyRota, type Holder } from './shifts.ts'

/** A number of a manager, and how far it is proved that they answer it. */
export interface OnCallNumber {
  number: PhoneNumber
  /** when they last pressed a key on a call of ours to it */
  testedAt: Instant | undefined
  /** when the carrier said that there is no such number */
  unreachableAt: Instant | undefined
}

export interface OnCallPerson {
  id: string
  firstName: string
  lastName: string
  /** in the order in which they are rung */
  numbers: readonly OnCallNumber[]
}

/** All that says who is rung when, of one branch. */
export interface OnCall {
  plan: OnCallPlan
  rota: DutyRota
  people: ReadonlyMap<string, OnCallPerson>
  officeNumber: PhoneNumber | undefined
  /** told of late visits by law, and rung when nobody on call answers */
  responsible: string | undefined
  lastResort: PhoneNumber | undefined
}

/** One number to ring when a human must act, and why it stands where it stands. */
export interface Rung {
  number: PhoneNumber
  /** absent where the phone is nobody's own */
  managerId: string | undefined
  whom: string
  role: 'office' | 'on-call' | 'responsible-person' | 'last-resort'
  /** rungs of one height; lower is rung first */
  tier: number
  holder: Holder | undefined
}

const OFFICE_IS_OPEN = 0

/**
 * Whom to ring at an instant, first first (P-070): the office while it is open, then the managers on call by tier, each by
 * all their numbers, then the office although it is closed, the responsible person and the last-resort number. A number
 * stands once. Empty only where nothing is known.
 */
export function ladderAt(onCall: OnCall, at: Instant): Rung[] {
  const { plan, rota, officeNumber, responsible, lastResort } = onCall
  const holders = holdersAt(rota, at)
  const managers = holders.flatMap((holder) =>
    numbersOf(onCall, holder.managerId, { role: 'on-call', tier: holder.tier, holder }),
  )
  const behind = Math.max(0, ...holders.map((holder) => holder.tier)) + 1
  const open = kindOfTime(plan, at).office === 'open'
  const office = (tier: number) => numberAlone(officeNumber, 'office', 'the office', tier)
  return once([
    ...(open ? office(OFFICE_IS_OPEN) : []),
    ...managers,
    ...(open ? [] : office(behind)),
    ...(responsible === undefined
      ? []
      : numbersOf(onCall, responsible, { role: 'responsible-person', tier: behind + 1, holder: undefined })),
    ...numberAlone(lastResort, 'last-resort', 'the last-resort number', behind + 2),
  ])
}

type Standing = Pick<Rung, 'role' | 'tier' | 'holder'>

function numbersOf(onCall: OnCall, managerId: string, standing: Standing): Rung[] {
  const person = onCall.people.get(managerId)
  if (person === undefined) return []
  return person.numbers.map(({ number }) => ({ number, managerId, whom: fullName(person), ...standing }))
}

function numberAlone(number: PhoneNumber | undefined, role: Rung['role'], whom: string, tier: number): Rung[] {
  return number === undefined ? [] : [{ number, managerId: undefined, whom, role, tier, holder: undefined }]
}

function once(rungs: Rung[]): Rung[] {
  return rungs.filter((one, index) => rungs.findIndex((other) => other.number === one.number) === index)
}
