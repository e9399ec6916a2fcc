import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { DutyNumber } from '../../matter/act/store.ts'
import type { PersonFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { managersById, type LoadedBranch } from './branches.ts'

/**
 * Whom to ring when a human must act, first first: the managers on shift by tier, each by all their numbers, then the
 * office, the responsible person and the last-resort number. A number stands once. Empty only where nothing is known.
 */
export async function dutyLadder(tx: Transaction, branch: LoadedBranch, now: Instant): Promise<DutyNumber[]> {
  const at = new Date(now)
  const shifts = await tx.shift.findMany({
    where: { branchId: branch.branchId, startsAt: { lte: at }, endsAt: { gt: at } },
    orderBy: [{ tier: 'asc' }, { startsAt: 'asc' }],
  })
  const managers = await managersById(
    tx,
    shifts.map((shift) => shift.managerId),
  )
  const onShift = shifts.flatMap(({ managerId, tier }) => numbersOfPerson(managers.get(managerId), 'on-call', tier))
  const behind = Math.max(0, ...shifts.map((shift) => shift.tier)) + 1
  const { officeNumber, responsible } = branch.facts
  return once([
    ...onShift,
    ...numberAlone(officeNumber, 'office', 'the office', behind),
    ...numbersOfPerson(responsible, 'responsible-person', behind + 1),
    ...numberAlone(branch.lastResort, 'last-resort', 'the last-resort number', behind + 2),
  ])
}

function numbersOfPerson(person: PersonFacts | undefined, role: DutyNumber['role'], tier: number): DutyNumber[] {
  if (person === undefined) return []
  const whom = `${person.firstName} ${person.lastName}`
  return person.numbers.map(({ number }) => ({ number, party: { kind: 'manager', id: person.id }, whom, role, tier }))
}

function numberAlone(
  number: PhoneNumber | undefined,
  role: DutyNumber['role'],
  whom: string,
  tier: number,
): DutyNumber[] {
  return number === undefined ? [] : [{ number, party: { kind: 'unknown' }, whom, role, tier }]
}

function once(numbers: DutyNumber[]): DutyNumber[] {
  return numbers.filter((one, index) => numbers.findIndex((other) => other.number === one.number) === index)
}
