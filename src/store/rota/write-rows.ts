import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'

/** A row by the names of its columns, as JSON says it: dates as text, lists as lists. */
export type ColumnRow = Readonly<Record<string, unknown>>

/**
 * Writes many rows of one table in one statement. The rows travel as one JSON parameter, which is some ten times cheaper
 * than a parameter for each value. A row whose `id` is stored already is written over, column by column; columns that
 * are not given keep their default or what is stored.
 */
export async function writeRows(tx: Transaction, table: Table, rows: readonly ColumnRow[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const columns = Object.keys(first).map((column) => `"${column}"`)
  const names = Prisma.raw(columns.join(', '))
  const changes = Prisma.raw(columns.map((column) => `${column} = EXCLUDED.${column}`).join(', '))
  const onConflict = 'id' in first ? Prisma.sql`ON CONFLICT (id) DO UPDATE SET ${changes}` : Prisma.empty
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows)}::jsonb)
    ${onConflict}`
}

/** Writes rows that may be there already; those that are stay as they are. */
export async function addMissingRows(tx: Transaction, table: Table, rows: readonly ColumnRow[]): Promise<void> {
  const [first] = rows
  if (first === undefined) return
  const names = Prisma.raw(
    Object.keys(first)
      .map((column) => `"${column}"`)
      .join(', '),
  )
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(`"${table}"`)} (${names})
    SELECT ${names} FROM jsonb_populate_recordset(NULL::${Prisma.raw(`"${table}"`)}, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT DO NOTHING`
}

/** The tables an import writes. Table and column names are ours; nothing out of a file ever becomes one. */
export type Table =
  | 'commissioner'
  | 'care_worker'
  | 'service_user'
  | 'service_user_contact'
  | 'manager'
  | 'shift'
  | 'skill'
  | 'exclusion'
  | 'definition'
  | 'phone_number'
  | 'person_number'
  | 'service_user_status'
  | 'response_plan'
  | 'contract'
  | 'run'
  | 'visit'
  | 'visit_plan'
  | 'visit_allocation'
