import type { Logger } from 'pino'
import type { Settings } from '../settings.ts'
import { startEmbedded } from '../store/embedded.ts'

/** The database that is set, or one of our own: real PostgreSQL out of the npm package, in the data folder. */
export async function openOwnDatabase(
  settings: Settings,
  log: Logger,
): Promise<{ url: string; stop(): Promise<void> }> {
  if (settings.databaseUrl !== undefined) return { url: settings.databaseUrl, stop: async () => undefined }
  return startEmbedded({ dataDir: settings.dataDir, log })
}
