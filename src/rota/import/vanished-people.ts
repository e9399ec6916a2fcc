import { toInstant } from '../../cellar/local-time.ts'
import type { FileKind } from './columns.ts'
import type { ReadRow, Vanished } from './import-report.ts'
import type { ImportContext, PeopleRows, Stored, StoredPeople } from './rota-changes.ts'
import { storedText } from './rota-changes.ts'

/** Whoever is stored and not in a file of their kind: said, never deleted. Shifts only where they lie ahead. */
export function vanishedPeople(rows: PeopleRows, stored: StoredPeople, context: ImportContext): Vanished[] {
  const gone = <Row>(
    kind: FileKind,
    read: readonly ReadRow<Row>[],
    known: ReadonlyMap<string, Stored>,
    refOf: (row: Row) => string,
  ) => {
    if (read.length === 0) return []
    const refs = new Set(read.map((one) => refOf(one.row)))
    return [...known].flatMap(([ref, one]) =>
      refs.has(ref) ? [] : [{ kind, ref, what: nameOf(one.row), message: STILL_HERE[kind] ?? '' }],
    )
  }
  const ends =
    rows.onCall
      .map((one) => one.row.ends_at)
      .toSorted()
      .at(-1) ?? ''
  const lastEnd =
    ends === '' ? -Infinity : toInstant({ date: ends.slice(0, 10), time: ends.slice(11) }, context.zone, 'end')
  const ahead = new Map([...stored.shifts].filter(([, one]) => one.startsAt > context.now && one.startsAt < lastEnd))
  return [
    ...gone('care-workers', rows.careWorkers, stored.careWorkers, (row) => row.worker_ref),
    ...gone('service-users', rows.serviceUsers, stored.serviceUsers, (row) => row.service_user_ref),
    ...gone('contacts', rows.contacts, stored.contacts, (row) => row.contact_ref),
    ...gone('on-call', rows.onCall, ahead, (row) => row.shift_ref),
  ]
}

const STILL_HERE: Partial<Record<FileKind, string>> = {
  'care-workers': 'No longer in the file, and kept. When they have left, bring the row with status left.',
  'service-users': 'No longer in the file, and kept. When the package has ended, bring the row with status ended.',
  contacts: 'No longer in the file, and still rung. Bring the row without numbers to stop that.',
  'on-call': 'No longer in the file, and still on call. Bring the shift with another manager to change that.',
}

function nameOf(row: Stored['row']): string {
  return `${storedText(row, 'first_name')} ${storedText(row, 'last_name')}`.trim()
}
