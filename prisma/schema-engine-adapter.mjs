/**
 * @prisma/adapter-pg, made fit for migrations. Version 7.10.0 lacks four things that the schema engine needs:
 * the catalogue's type "char" (the engine panics on the first CHECK without it), scripts run whole instead of cut at every semicolon
 * (a function body or a quoted text may hold one), a shadow database that is never the main one, and its pool closed
 * before the shadow database is dropped.
 */
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'

const { ColumnTypeEnum, DriverAdapterError } = createRequire(fileURLToPath(import.meta.resolve('@prisma/adapter-pg')))(
  '@prisma/driver-adapter-utils',
)

const OID_CHAR = 18
const OID_TEXT = 25

/** A factory for the schema engine. Without a URL it can be made, and says what is missing when first used. */
export function adapterFactory(url) {
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(settingsOf(url)),
    connectToShadowDb: () => connectToShadow(settingsOf(url)),
  }
}

/** Creates the database the URL names, unless it is there. */
export async function createDatabase(url) {
  const settings = settingsOf(url)
  await withClient({ ...settings, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [settings.database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(settings.database)}`)
  })
  return { databaseName: settings.database }
}

async function connect(settings) {
  const adapter = await new PrismaPg(settings).connect()
  return mended(adapter)
}

async function connectToShadow(settings) {
  const database = `lateline_shadow_${randomUUID()}`
  await withClient(settings, (client) => client.query(`CREATE DATABASE "${database}"`))
  const adapter = await connect({ ...settings, database })
  const dispose = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await dispose()
    await withClient(settings, (client) => client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`))
  }
  return adapter
}

function mended(adapter) {
  mendCharacters(adapter)
  adapter.executeScript = async (script) => {
    try {
      await adapter.underlyingDriver().query(script)
    } catch (error) {
      adapter.onError(error)
    }
  }
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (...args) => mendCharacters(await startTransaction(...args))
  return adapter
}

/** Reads columns of the catalogue's one-letter type as text, and reports them as characters. */
function mendCharacters(queryable) {
  const performIO = queryable.performIO.bind(queryable)
  queryable.queryRaw = async (query) => {
    const characters = []
    const once = Object.create(queryable)
    once.performIO = async (asked) => {
      const result = await performIO(asked)
      result.fields.forEach((field, index) => {
        if (field.dataTypeID !== OID_CHAR) return
        field.dataTypeID = OID_TEXT
        characters.push(index)
      })
      return result
    }
    const answer = await Object.getPrototypeOf(queryable).queryRaw.call(once, query)
    for (const index of characters) answer.columnTypes[index] = ColumnTypeEnum.Character
    return answer
  }
  return queryable
}

async function withClient(settings, use) {
  const client = new pg.Client(settings)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}

/** Host, port, user and so on: a connection string would win over the shadow database's name. */
function settingsOf(url) {
  if (!url) {
    throw new DriverAdapterError({
      kind: 'postgres',
      code: 'N/A',
      severity: 'ERROR',
      message: 'Set DATABASE_URL to a PostgreSQL database.',
    })
  }
  const parts = new URL(url)
  const ssl = parts.searchParams.get('sslmode')
  return {
    host: decodeURIComponent(parts.hostname),
    port: Number(parts.port || 5432),
    user: decodeURIComponent(parts.username),
    password: decodeURIComponent(parts.password),
    database: decodeURIComponent(parts.pathname.slice(1)),
    ...(ssl === null || ssl === 'disable' ? {} : { ssl: ssl !== 'no-verify' || { rejectUnauthorized: false } }),
  }
}
