import type { Logger } from 'pino'
import type { AdvancingClock } from '../clock.ts'
import type { Line } from '../compose.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'

export interface Demonstration {
  seed(database: Database): Promise<void>
  /** Begins the day's life; returns how to end it. */
  begin(line: Line): () => void
}

export function demonstration(_settings: Settings, _clock: AdvancingClock, _log: Logger, _say: (words: string) => void): Demonstration {
  return { seed: async () => undefined, begin: () => () => undefined }
}
