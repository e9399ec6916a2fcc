import { AsyncLocalStorage } from 'node:async_hooks'
import pg from 'pg'
import type { PrismaClient } from './prisma-client/client.ts'

/** The connection that the transaction begun here was given. */
export const given = new AsyncLocalStorage<{ connection?: pg.PoolClient }>()

/** A pool that tells whoever begins a transaction which connection it runs on. */
export class TellingPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (callback !== undefined) return super.connect(callback)
    return super.connect().then((connection) => {
      const holder = given.getStore()
      if (holder !== undefined) holder.connection ??= connection
      return connection
    })
  }
}

const pools = new WeakMap<PrismaClient, pg.Pool>()

/** Whoever opens a database tells which connections it runs on. */
export function keepPool(database: PrismaClient, pool: pg.Pool): void {
  pools.set(database, pool)
}

/** The same connections without Prisma, for a single statement on which every millisecond counts. */
export function plainPool(database: PrismaClient): pg.Pool {
  const pool = pools.get(database)
  if (pool === undefined) throw new Error('this database was not opened by openDatabase')
  return pool
}
