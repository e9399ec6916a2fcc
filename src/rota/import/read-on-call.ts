import type { Instant, Side, Zone } from '../../cellar/local-time.ts'
import { toInstant } from '../../cellar/local-time.ts'
import type { ReadRow, RowNote } from './import-report.ts'
import type { OnCallRow } from './people-rows.ts'

/** A manager as the rows of the on-call file name them; there is no file of managers alone. */
export type ManagerRow = Pick<OnCallRow, (typeof MANAGER_COLUMNS)[number]>

export interface ReadShift {
  read: ReadRow<OnCallRow>
  startsAt: Instant
  /** not included */
  endsAt: Instant
}

export interface ReadOnCall {
  managers: ReadRow<ManagerRow>[]
  shifts: ReadShift[]
  problems: RowNote[]
}

/**
 * Takes the managers out of the on-call rows and turns the shifts' wall-clock times into instants. Every row of a manager
 * must say the same of them: two numbers for one manager would ring the wrong one at night.
 */
export function readOnCall(rows: readonly ReadRow<OnCallRow>[], zone: Zone): ReadOnCall {
  const managers = new Map<string, ReadRow<ManagerRow>>()
  const result: ReadOnCall = { managers: [], shifts: [], problems: [] }
  for (const read of rows) {
    const startsAt = instantOf(read.row.starts_at, zone, 'start')
    const endsAt = instantOf(read.row.ends_at, zone, 'end')
    const manager = managerOf(read)
    const first = managers.get(read.row.manager_ref)
    const differs =
      first === undefined ? undefined : MANAGER_COLUMNS.find((column) => first.row[column] !== manager.row[column])
    if (endsAt <= startsAt) result.problems.push(noteOn(read, 'ends_at', 'negative_duration', BACKWARDS))
    else if (first !== undefined && differs !== undefined) {
      result.problems.push(noteOn(read, differs, 'ref_name_conflict', differsFrom(read, differs, first.line)))
    } else {
      if (first === undefined) managers.set(read.row.manager_ref, manager)
      result.shifts.push({ read, startsAt, endsAt })
    }
  }
  result.managers = [...managers.values()]
  return result
}

const MANAGER_COLUMNS = ['manager_ref', 'first_name', 'last_name', 'role', 'phone_1', 'phone_2', 'email'] as const

const BACKWARDS = 'The shift ends before it starts. Correct one of the two.'

function differsFrom(read: ReadRow<OnCallRow>, column: string, line: number): string {
  return `${read.row.manager_ref} has another ${column} in line ${line}. Make every row of this manager say the same.`
}

function managerOf(read: ReadRow<OnCallRow>): ReadRow<ManagerRow> {
  const { manager_ref, first_name, last_name, role, phone_1, phone_2, email } = read.row
  return { ...read, row: { manager_ref, first_name, last_name, role, phone_1, phone_2, email } }
}

function noteOn(read: ReadRow<OnCallRow>, column: keyof OnCallRow, reason: string, message: string): RowNote {
  return { file: read.file, line: read.line, column, value: String(read.row[column]), reason, message }
}

function instantOf(moment: string, zone: Zone, side: Side): Instant {
  const [date = '', time = ''] = moment.split('T')
  return toInstant({ date, time }, zone, side)
}
