import type pg from 'pg'
import { given, plainPool } from './connections.ts'
import { Prisma } from './prisma-client/client.ts'
import type { Database, Transaction } from './database.ts'
import { nameOf } from './statement-names.ts'

/**
 * One transaction in which statements that are written out in SQL go to the server as they are, on the connection on
 * which Prisma does the rest: each costs a third of what it costs by way of Prisma, and an act has dozens of them.
 */
export function transaction<Result>(
  database: Database,
  work: (tx: Transaction) => Promise<Result>,
  longestMs = LONGEST_MS,
): Promise<Result> {
  const holder: { connection?: pg.PoolClient } = {}
  // Prisma rolls back and gives the connection away when the time is up; nothing plain may be sent on it after that
  const until = performance.now() + longestMs * SAFE_PART
  return given.run(holder, () =>
    database.$transaction(
      async (tx) => {
        if (holder.connection === undefined) return work(tx)
        const plain = plainOn(holder.connection, tx, until)
        const result = await work(plain.tx)
        plain.mustBeSound()
        return result
      },
      { timeout: longestMs },
    ),
  )
}

const LONGEST_MS = 20_000
/** Of the transaction's time, the part in which plain statements may begin. */
const SAFE_PART = 0.75

/** A transaction took so long that its connection may be another's in a moment: it is undone, and tried again later. */
class TooLong extends Error {
  override readonly name = 'TooLong'
}

type Written = TemplateStringsArray | Prisma.Sql

/** Statements that are each a transaction by itself, on whichever connection is free. */
export function plainStatements(database: Database): Transaction {
  return plainOn(plainPool(database), database, Number.POSITIVE_INFINITY).tx
}

function plainOn(connection: pg.PoolClient | pg.Pool, tx: Transaction, until: number) {
  let failed: Error | undefined
  const ask = async (written: Written, values: unknown[]) => {
    if (performance.now() > until) throw new TooLong('the transaction took too long; it is undone')
    const { text, values: all } = 'raw' in written ? Prisma.sql(written, ...values) : written
    try {
      return await connection.query({ name: nameOf({ sql: text }), text, values: all })
    } catch (error) {
      const fault = error instanceof Error ? error : new Error('a statement failed')
      // those that were sent with it are refused because of it: the first one says why
      failed ??= fault
      throw fault
    }
  }
  const plain: Record<string, unknown> = {
    async $queryRaw(written: Written, ...values: unknown[]): Promise<unknown[]> {
      const { rows }: { rows: unknown[] } = await ask(written, values)
      return rows
    },
    async $executeRaw(written: Written, ...values: unknown[]): Promise<number> {
      return (await ask(written, values)).rowCount ?? 0
    },
  }
  return {
    tx: new Proxy(tx, { get: (prisma, name): unknown => plain[String(name)] ?? Reflect.get(prisma, name) }),
    /** After a failed statement the server rolls back whatever is committed, and says nothing: so whoever caught it is told. */
    mustBeSound(): void {
      if (failed !== undefined) throw failed
    },
  }
}
