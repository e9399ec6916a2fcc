import { toInstant } from '../cellar/local-time.ts'
import { readOfficeHours } from '../rota/office-hours.ts'
import type { ImportContext, RotaChanges, StoredBranch, StoredPeople } from '../rota/import/rota-changes.ts'
import { storedText } from '../rota/import/rota-changes.ts'
import { parsePhoneNumber } from '../cellar/phone-number.ts'
import { nationOf } from './bank-holidays.ts'
import { flawsWithin } from './gaps.ts'
import { flawInWords } from './in-words.ts'
import type { OnCall } from './ladder.ts'
import type { OnCallShift } from './shifts.ts'

const MOST_NAMED = 5
const LONGEST_MS = 57 * 24 * 60 * 60_000

/**
 * What is wrong with the on-call plan once an import is in, from now to the end of its last shift: minutes nobody covers
 * and tiers without people, each with place and remedy. It is accepted all the same, since a rota grows week by week.
 */
export function onCallWarnings(
  branch: StoredBranch | undefined,
  changes: Pick<RotaChanges, 'shifts'>,
  stored: StoredPeople,
  context: ImportContext,
): string[] {
  if (branch === undefined) return []
  const shifts = shiftsAfter(changes, stored, context)
  const lastEnd = Math.max(...shifts.map((shift) => shift.endsAt))
  const noHours = branch.officeHours === undefined || branch.officeHours === '' ? [NO_OFFICE_HOURS] : []
  if (shifts.length === 0 || lastEnd <= context.now) return noHours
  const onCall = onCallOf(branch, shifts)
  const until = Math.min(lastEnd, context.now + LONGEST_MS)
  const flaws = flawsWithin(onCall, { from: context.now, until })
    .filter((flaw) => flaw.kind === 'uncovered' || flaw.kind === 'empty-tier')
    .filter(
      (flaw, _at, all) =>
        flaw.kind === 'uncovered' || !all.some((gap) => gap.kind === 'uncovered' && gap.from === flaw.from),
    )
  const named = flaws.slice(0, MOST_NAMED).map((flaw) => flawInWords(flaw, onCall))
  const more = flaws.length - named.length
  return [
    ...noHours,
    ...named,
    ...(more > 0 ? [`${more} more such stretches: lateline rehearse --week shows them.`] : []),
  ]
}

const NO_OFFICE_HOURS =
  'No office hours: the managers on call are rung by day too, before the office. Fill in office_hours in the agency file, such as "Mon-Fri 09:00-17:00".'

/** The shifts as they will be stored: those of the file over those of before. */
function shiftsAfter(
  { shifts }: Pick<RotaChanges, 'shifts'>,
  stored: StoredPeople,
  { zone }: ImportContext,
): OnCallShift[] {
  const brought = new Set(shifts.map((one) => one.row.shift_ref))
  const before = [...stored.shifts].flatMap(([ref, { id, row, startsAt }]): OnCallShift[] => {
    const [date = '', time = ''] = storedText(row, 'ends_at').split('T')
    if (brought.has(ref) || date === '') return []
    const endsAt = toInstant({ date, time }, zone, 'end')
    return [{ id, tier: Number(row['tier'] ?? 1), managerId: storedText(row, 'manager_ref'), startsAt, endsAt }]
  })
  const now = shifts.map(({ id, row, startsAt, endsAt }) => ({
    id,
    tier: row.tier,
    managerId: row.manager_ref,
    startsAt,
    endsAt,
  }))
  return [...before, ...now]
}

/** Every row names a number, so here everybody has one that is taken to be good; `lateline doctor` knows better. */
function onCallOf(branch: StoredBranch, shifts: OnCallShift[]): OnCall {
  const officeNumber = parsePhoneNumber(branch.officeNumber)
  const good = parsePhoneNumber(branch.lineNumber)
  const numbers = good === undefined ? [] : [{ number: good, testedAt: 0, unreachableAt: undefined }]
  const people = shifts.map(({ managerId: id }) => [id, { id, firstName: id, lastName: '', numbers }] as const)
  return {
    plan: {
      zone: branch.zone,
      nation: nationOf(branch.nation),
      officeHours: readOfficeHours(branch.officeHours ?? '') ?? [],
      tiers: Number(branch.onCallTiers ?? '') || 1,
    },
    rota: { shifts, overrides: [], handOvers: [] },
    people: new Map(people),
    officeNumber,
    responsible: undefined,
    lastResort: undefined,
  }
}
