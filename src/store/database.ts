import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './prisma-client/client.ts'
import type { Prisma } from './prisma-client/client.ts'
import { keepPool, TellingPool } from './connections.ts'
import { nameOf } from './statement-names.ts'

export type Database = PrismaClient
/** What runs inside one transaction. */
export type Transaction = Prisma.TransactionClient

/** Opens a pool of connections. `connections` bounds it: the claim, the loop and the web share it. */
export function openDatabase(url: string, connections = 12): Database {
  const options = { connectionString: url, max: connections, idleTimeoutMillis: 60_000, pipeline: true }
  const pool = new TellingPool(options)
  // a connection that the server ends while it is idle is replaced by the next query
  pool.on('error', () => undefined)
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: nameOf })
  const transactionOptions = { maxWait: 10_000, timeout: 20_000 }
  const database = new PrismaClient({ adapter, errorFormat: 'minimal', transactionOptions })
  keepPool(database, pool)
  return database
}

/**
 * What is worth logging of a database fault. An uncaught Prisma error prints 40 KB of source and may hold the values of
 * a query, numbers and messages among them; this never does.
 */
export function databaseFault(error: unknown): { code: string; constraint: string | undefined } {
  return { code: sqlState(error) ?? prismaCode(error) ?? 'unknown', constraint: constraintOf(error) }
}

/** The SQLSTATE behind an error of the server's, by way of Prisma or not: 40001 and 40P01 are worth another try, 23505 says who won a race. */
export function sqlState(error: unknown): string | undefined {
  const cause = driverCause(error)
  const plain = field(error, 'severity') === undefined ? undefined : field(error, 'code')
  const code = field(cause, 'originalCode') ?? field(cause, 'code') ?? plain
  if (typeof code === 'string') return code
  const kind = field(cause, 'kind')
  if (kind === 'TransactionWriteConflict') return '40001'
  return kind === 'UniqueConstraintViolation' || prismaCode(error) === 'P2002' ? '23505' : undefined
}

/** Whether a transaction lost a race it may win the next time; a key taken by another is seen, and left alone, then. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01' || state === '23505' || prismaCode(error) === 'P2034'
}

function driverCause(error: unknown): unknown {
  const adapterError = field(field(error, 'meta'), 'driverAdapterError')
  return field(adapterError, 'cause') ?? field(error, 'cause')
}

function constraintOf(error: unknown): string | undefined {
  const constraint = field(driverCause(error), 'constraint')
  const name = field(constraint, 'index') ?? constraint
  return typeof name === 'string' ? name : undefined
}

function prismaCode(error: unknown): string | undefined {
  const code = field(error, 'code')
  return typeof code === 'string' ? code : undefined
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Record<string, unknown>)[name]
    : undefined
}
