import pg from 'pg'

export interface Connection {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export const ourUser = 'lateline'
export const ourDatabase = 'lateline'

export function urlOf(connection: Connection): string {
  const { host, port, user, password, database } = connection
  return `postgresql://${user}:${encodeURIComponent(password)}@${host}:${port}/${database}`
}

/** One connection for the time of `use`. A server that accepts but does not speak is given up after `answerMs`. */
export async function withClient<T>(
  connection: Connection,
  answerMs: number,
  use: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: answerMs, query_timeout: answerMs })
  // A server that goes away while idle reports here; the next query reports it to us.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

export type Answer =
  /** our server, our password, this data folder */
  | { kind: 'ours'; fsync: boolean }
  /** it lives, and is starting up or shutting down */
  | { kind: 'not-yet' }
  | { kind: 'wrong-password' }
  | { kind: 'silent'; why: string }

/** Asks the server at `connection` whether it serves `data`. Never throws. */
export async function ask(connection: Connection, data: string): Promise<Answer> {
  try {
    return await withClient({ ...connection, database: 'postgres' }, 5000, async (client) => {
      const { rows } = await client.query<{ data: string; fsync: string }>(
        "SELECT current_setting('data_directory') AS data, current_setting('fsync') AS fsync",
      )
      const row = rows[0]
      if (row === undefined || row.data !== data) return { kind: 'silent', why: 'another server answers on its port' }
      return { kind: 'ours', fsync: row.fsync === 'on' }
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === '57P03') return { kind: 'not-yet' }
    if (code === '28P01') return { kind: 'wrong-password' }
    return { kind: 'silent', why: error instanceof Error ? error.message : String(error) }
  }
}
