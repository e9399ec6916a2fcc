import type { Logger } from 'pino'
import type { Settings } from '../settings.ts'
import { startEmbedded } from '../store/embedded.ts'
import { defaultDataDir } from '../store/embedded/place.ts'
import { databaseName, reachDatabase } from './reach.ts'

export interface OpenDatabase {
  /** holds the password: never for a log or the screen */
  url: string
  /** the data folder of our own PostgreSQL, where other things of this line may lie beside it */
  folder: string | undefined
  stop(): Promise<void>
}

/**
 * The database that is set, or one of our own: real PostgreSQL out of the npm package, in the data folder.
 *
 * @throws BadSetting or EmbeddedDatabaseError when it cannot be used, with the remedy
 */
export async function openOwnDatabase(settings: Settings, log: Logger): Promise<OpenDatabase> {
  if (settings.databaseUrl === undefined) {
    const folder = settings.dataDir ?? defaultDataDir()
    const { url, stop } = await startEmbedded({ dataDir: folder, log })
    return { url, folder, stop }
  }
  await reachDatabase(settings.databaseUrl)
  return { url: settings.databaseUrl, folder: undefined, stop: async () => undefined }
}

/** Which database these settings mean, for people: without the password. */
export function whichDatabase({ databaseUrl, dataDir }: Pick<Settings, 'databaseUrl' | 'dataDir'>): string {
  return databaseUrl === undefined ? `our own PostgreSQL in ${dataDir ?? defaultDataDir()}` : databaseName(databaseUrl)
}

/** What to do when another database was meant: two settings decide, and a command has only those of its own terminal. */
export const IF_ANOTHER_IS_MEANT =
  'If the running line has another, give this command the same DATABASE_URL or LATELINE_DATA_DIR.'
