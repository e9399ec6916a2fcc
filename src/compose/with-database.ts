import type { Logger } from 'pino'
import { readSettings, type Settings } from '../settings.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'
import { createLog } from './log.ts'
import { IF_ANOTHER_IS_MEANT, openOwnDatabase, whichDatabase } from './own-database.ts'
import { quietKnownWarnings } from './warnings.ts'

/** What a command works with: the settings, and the database with its tables as they should be. */
export interface AtHand {
  settings: Settings
  database: Database
  log: Logger
}

/**
 * Opens the database that the line uses, also beside a running line, and closes it whatever happens. Which one it is goes
 * to standard error: a command that looks at another database than the running line would answer wrongly in silence.
 */
export async function withDatabase(
  environment: Record<string, string | undefined>,
  run: (atHand: AtHand) => Promise<void>,
): Promise<void> {
  quietKnownWarnings(process)
  const settings = readSettings(environment)
  const log = createLog('warn')
  const own = await openOwnDatabase(settings, log)
  try {
    await migrate({ url: own.url, log })
    const database = openDatabase(own.url, 4)
    try {
      const empty = (await database.agency.count()) === 0 ? ' It holds no agency yet.' : ''
      process.stderr.write(`Database: ${whichDatabase(settings)}.${empty} ${IF_ANOTHER_IS_MEANT}\n`)
      await run({ settings, database, log })
    } finally {
      await database.$disconnect()
    }
  } finally {
    await own.stop()
  }
}
