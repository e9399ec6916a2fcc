import type pg from 'pg'
import type { Database } from './database.ts'

const pools = new WeakMap<Database, pg.Pool>()

/** Whoever opens a database tells which connections it runs on. */
export function keepPool(database: Database, pool: pg.Pool): void {
  pools.set(database, pool)
}

/** The same connections without Prisma, for a single statement on which every millisecond counts. */
export function plainPool(database: Database): pg.Pool {
  const pool = pools.get(database)
  if (pool === undefined) throw new Error('this database was not opened by openDatabase')
  return pool
}
