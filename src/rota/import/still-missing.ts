import { toInstant } from '../../cellar/local-time.ts'
import type { Kept, ImportContext, RotaChanges, Stored, StoredBranch, StoredPeople } from './rota-changes.ts'
import { storedText } from './rota-changes.ts'

/**
 * What a branch still lacks once everything of an import is in: without it somebody would not be told, or nobody would be
 * rung (P-067, S-010). Each is one sentence with what to do; people are counted and the first of them named.
 *
 * @param branch as it will be stored
 */
export function stillMissing(
  branch: StoredBranch | undefined,
  changes: Pick<RotaChanges, 'serviceUsers' | 'contacts' | 'careWorkers' | 'shifts'>,
  stored: StoredPeople,
  context: ImportContext,
): string[] {
  const serviceUsers = after(stored.serviceUsers, changes.serviceUsers, 'service_user_ref')
  const told = after(stored.contacts, changes.contacts, 'contact_ref').filter(
    ({ row }) => row['may_be_told'] === true && hasOne(row, ['phone_1', 'phone_2']),
  )
  const withContact = new Set(told.map(({ row }) => storedText(row, 'service_user_ref')))
  const alone = serviceUsers.filter(
    ({ ref, row }) => row['status'] !== 'ended' && !hasOne(row, ['landline', 'mobile']) && !withContact.has(ref),
  )
  const silent = after(stored.careWorkers, changes.careWorkers, 'worker_ref').filter(
    ({ row }) => row['status'] === 'active' && !hasOne(row, ['mobile']),
  )
  return [
    ...(hasShiftAhead(changes, stored, context) ? [] : [NO_SHIFT]),
    ...(branch === undefined ? [] : branchLacks(branch)),
    ...people(alone, 'service user', 'nobody could reach: no number of their own, and no contact who may be told'),
    ...people(silent, 'care worker', 'the line will not know: no mobile to text from'),
  ]
}

const NO_SHIFT = 'Nobody is on call from now on, so no manager would be rung. Import the on-call file.'

function branchLacks(branch: StoredBranch): string[] {
  const { officeNumber, lastResortNumber, responsibleManagerId } = branch
  return [
    ...(officeNumber === ''
      ? ['No office number: callers could not be put through. Fill in office_number in the agency file.']
      : []),
    ...(lastResortNumber === ''
      ? [
          'No last-resort number: when no manager answers, nobody else is rung. Fill in last_resort_number in the agency file.',
        ]
      : []),
    ...(responsibleManagerId === undefined
      ? ['No responsible person: nobody is told of late visits. Fill in responsible_manager_ref in the agency file.']
      : []),
  ]
}

interface Known {
  ref: string
  row: Record<string, unknown>
}

/** Everybody of a kind as they will be stored; whoever came from elsewhere, without a row, is left out. */
function after(stored: ReadonlyMap<string, Stored>, kept: readonly Kept<object>[], refColumn: string): Known[] {
  const rows = new Map([...stored].map(([ref, one]) => [ref, one.row]))
  for (const { row } of kept) {
    const cells: Record<string, unknown> = { ...row }
    rows.set(storedText(cells, refColumn), cells)
  }
  return [...rows].flatMap(([ref, row]) => (Object.keys(row).length === 0 ? [] : [{ ref, row }]))
}

function hasOne(row: Known['row'], columns: readonly string[]): boolean {
  return columns.some((column) => storedText(row, column) !== '')
}

function hasShiftAhead(
  changes: Pick<RotaChanges, 'shifts'>,
  stored: StoredPeople,
  { now, zone }: ImportContext,
): boolean {
  const ends = [...stored.shifts.values()].map(({ row }) => {
    const [date = '', time = ''] = storedText(row, 'ends_at').split('T')
    return date === '' ? now + 1 : toInstant({ date, time }, zone, 'end')
  })
  return [...changes.shifts.map((one) => one.endsAt), ...ends].some((end) => end > now)
}

const MOST_NAMED = 5

function people(found: readonly Known[], kind: string, what: string): string[] {
  if (found.length === 0) return []
  const named = found.slice(0, MOST_NAMED).map(({ ref }) => ref)
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : ''
  const [count, plural] = [found.length, found.length === 1 ? '' : 's']
  return [`${count} ${kind}${plural} whom ${what}: ${named.join(', ')}${more}.`]
}
