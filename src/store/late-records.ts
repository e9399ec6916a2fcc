import type { Instant, LocalDate } from '../cellar/local-time.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import type { ReasonWords } from '../lateness/reason-words.ts'
import { lateVisitRecord, type LateVisitRecord, type StoredLateRecord } from '../record/late-visit-record.ts'
import type { Database, Transaction } from './database.ts'
import { readContacts } from './load/contacts.ts'
import { readVisits } from './load/visits.ts'

/** Which records are wanted. Whatever is left out does not narrow them. */
export interface WhichRecords {
  branchId?: string
  /** by the day the visit is planned to start, in its branch's zone; both days are in */
  from?: LocalDate
  to?: LocalDate
  /** the record's number, which counts from 1 in each branch */
  number?: number
  /** visits planned to start at this very instant */
  scheduledStart?: Instant
  /** so many of the newest; all of them if left out, since a report must not leave any out in silence */
  limit?: number
}

/**
 * Late Visit Records as they read at `now`, the newest first. All of them are of one moment (one snapshot of the
 * database), and nothing is locked, so that no page or report can hold up the line.
 */
export function lateRecords(
  database: Database,
  which: WhichRecords,
  now: Instant,
  reasons: ReasonWords,
): Promise<LateVisitRecord[]> {
  return database.$transaction(
    async (tx) => {
      const rows = await storedRecords(tx, which)
      const ids = rows.map((row) => row.visit_id)
      if (ids.length === 0) return []
      const visits = new Map((await readVisits(tx, ids)).map((visit) => [visit.id as string, visit]))
      const contacts = byVisit(await readContacts(tx, { visits: ids }))
      return rows.map((row) => {
        const visit = visits.get(row.visit_id)
        if (visit === undefined) throw new Error(`late visit record ${row.number}: its visit is not stored`)
        return lateVisitRecord(visit, contacts.get(row.visit_id) ?? [], storedOf(row), now, reasons)
      })
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS },
  )
}

/** A year of a large agency takes some seconds. */
const LONGEST_MS = 120_000

function storedRecords(tx: Transaction, which: WhichRecords): Promise<Row[]> {
  const { branchId = null, from = null, to = null, number = null, limit = null } = which
  const start = which.scheduledStart === undefined ? null : new Date(which.scheduledStart)
  return tx.$queryRaw<Row[]>`
    SELECT r.visit_id, r.number, r.opened_at, r.definition_key, r.definition_version, r.late_minutes, r.action_to_be_taken, r.actioned_by, r.actioned_at
      FROM late_visit_record r
      JOIN LATERAL (SELECT planned_start, local_date FROM visit_plan WHERE visit_id = r.visit_id ORDER BY rev DESC LIMIT 1) p ON true
     WHERE (${branchId}::uuid IS NULL OR r.branch_id = ${branchId}::uuid)
       AND (${from}::date IS NULL OR p.local_date >= ${from}::date)
       AND (${to}::date IS NULL OR p.local_date <= ${to}::date)
       AND (${number}::int IS NULL OR r.number = ${number}::int)
       AND (${start}::timestamptz IS NULL OR p.planned_start = ${start}::timestamptz)
     ORDER BY r.opened_at DESC, r.number DESC LIMIT ${limit}::int`
}

interface Row {
  visit_id: string
  number: number
  opened_at: Date
  definition_key: string
  definition_version: number
  late_minutes: number
  action_to_be_taken: string
  actioned_by: string
  actioned_at: Date | null
}

function storedOf(row: Row): StoredLateRecord {
  return {
    number: row.number,
    openedAt: row.opened_at.getTime(),
    definitionKey: row.definition_key,
    definitionVersion: row.definition_version,
    lateMinutes: row.late_minutes,
    actionToBeTaken: row.action_to_be_taken,
    actionedBy: row.actioned_by,
    actionedAt: row.actioned_at?.getTime(),
  }
}

function byVisit(contacts: readonly ContactFacts[]): Map<string, ContactFacts[]> {
  const found = new Map<string, ContactFacts[]>()
  for (const contact of contacts) {
    if (contact.visitId === undefined) continue
    found.set(contact.visitId, [...(found.get(contact.visitId) ?? []), contact])
  }
  return found
}
