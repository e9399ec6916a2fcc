import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { planCalls } from '../../src/bench/seed/calls.ts'
import { seedAgency, seedPeople } from '../../src/bench/seed/agency.ts'
import { seedVisits } from '../../src/bench/seed/visits.ts'
import { carrierAccountId } from '../../src/cellar/ids.ts'
import { claimSlot, type Claim } from '../../src/store/claim-slot.ts'
import { openDatabase, type Database } from '../../src/store/database.ts'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

const PEOPLE = 60

describe('claiming a slot', () => {
  let base: TestDatabase
  let sql: pg.Client
  let database: Database
  let account: ReturnType<typeof carrierAccountId>

  beforeAll(async () => {
    base = await freshDatabase()
    sql = new pg.Client({ connectionString: base.url })
    await sql.connect()
    await seedAgency(sql)
    await seedPeople(sql, PEOPLE, 10)
    const startsAt = `date_trunc('minute', now()) + interval '2 hours'`
    await seedVisits(sql, { count: PEOPLE, serviceUsers: PEOPLE, careWorkers: 10, startsAt })
    database = openDatabase(base.url)
    account = carrierAccountId((await sql.query('SELECT id FROM carrier_account')).rows[0].id)
  })
  afterAll(async () => {
    await database.$disconnect()
    await sql.end()
    await base.drop()
  })

  const claim = (at: number): Promise<Claim> => claimSlot(database, account, 'call', at)
  /** Plans afresh, and says from when the slots are free. */
  async function plan(count: number, perSecond: number): Promise<number> {
    await sql.query('DELETE FROM attempt; DELETE FROM contact; DELETE FROM visit_event')
    await planCalls(sql, 1, count, perSecond)
    return Date.parse((await sql.query('SELECT next_call_at::text AS at FROM carrier_account')).rows[0].at)
  }

  it('takes them in the order of risk, one a slot', async () => {
    const from = await plan(20, 1)
    const claimed: string[] = []
    for (let slot = 0; slot < 20; slot += 1) {
      const answer = await claim(from + slot * 1000)
      expect(answer.kind).toBe('claimed')
      if (answer.kind === 'claimed') claimed.push(answer.attempt.id)
      expect(await claim(from + slot * 1000 + 400)).toEqual(
        slot < 19 ? { kind: 'wait', until: from + (slot + 1) * 1000 } : { kind: 'nothing' },
      )
    }
    const { rows } = await sql.query('SELECT id FROM attempt ORDER BY class, risk_at, due_at, ord')
    expect(claimed).toEqual(rows.map(({ id }) => id))
  })

  it('passes over a number that has a live call, until that has ended', async () => {
    const from = await plan(3, 1)
    const { rows } = await sql.query('SELECT id, number FROM attempt ORDER BY risk_at')
    await sql.query('UPDATE attempt SET number = $1 WHERE id = $2', [rows[0].number, rows[1].id])
    const first = await claim(from)
    const second = await claim(from + 1000)
    expect([first, second]).toMatchObject([{ attempt: { id: rows[0].id } }, { attempt: { id: rows[2].id } }])
    expect(await claim(from + 2000)).toEqual({ kind: 'nothing' })
    await sql.query(`UPDATE attempt SET state = 'ended' WHERE id = $1`, [rows[0].id])
    expect(await claim(from + 3000)).toMatchObject({ attempt: { id: rows[1].id } })
  })

  it('is given to one of many who ask at once; the others are told to wait for the next', async () => {
    const from = await plan(40, 10)
    for (let slot = 0; slot < 10; slot += 1) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => claim(from + slot * 100)))
      const kinds = answers.map(({ kind }) => kind).toSorted()
      expect(kinds).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'wait')])
      for (const answer of answers) if (answer.kind === 'wait') expect(answer.until).toBe(from + (slot + 1) * 100)
    }
  })

  it('is no fault when several who ask at once meet two calls to one number', async () => {
    const from = await plan(2, 1000)
    await sql.query('UPDATE attempt SET number = (SELECT min(number) FROM attempt)')
    // all of them have looked before the first of them may claim
    await sql.query('BEGIN; SELECT FROM carrier_account FOR UPDATE')
    const asking = Promise.all(Array.from({ length: 4 }, () => claim(from + 20)))
    await vi.waitFor(async () => expect(await waiting()).toBe(4), { timeout: 10_000, interval: 10 })
    await sql.query('COMMIT')
    expect((await asking).filter(({ kind }) => kind === 'claimed')).toHaveLength(1)
  })

  async function waiting(): Promise<number> {
    const { rows } = await sql.query(`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`)
    return rows[0].n
  }
})
