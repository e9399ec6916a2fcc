import type { Instant } from '../../cellar/local-time.ts'
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
  const onShift = shifts.flatMap((shift) => numbersOfPerson(managers.get(shift.managerId)))
  const { officeNumber, responsible } = branch.facts
  const office: DutyNumber[] =
    officeNumber === undefined ? [] : [{ number: officeNumber, party: { kind: 'unknown' }, whom: 'the office' }]
  const last: DutyNumber[] =
    branch.lastResort === undefined
      ? []
      : [{ number: branch.lastResort, party: { kind: 'unknown' }, whom: 'the last-resort number' }]
  return once([...onShift, ...office, ...numbersOfPerson(responsible), ...last])
}

function numbersOfPerson(person: PersonFacts | undefined): DutyNumber[] {
  if (person === undefined) return []
  const whom = `${person.firstName} ${person.lastName}`
  return person.numbers.map(({ number }) => ({ number, party: { kind: 'manager', id: person.id }, whom }))
}

function once(numbers: DutyNumber[]): DutyNumber[] {
  return numbers.filter((one, index) => numbers.findIndex((other) => other.number === one.number) === index)
}
