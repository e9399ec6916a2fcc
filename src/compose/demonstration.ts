import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { AdvancingClock } from '../clock.ts'
import { createDemo } from '../demo/demo.ts'
import { createLive } from '../demo/live.ts'
import { simulatorPhones } from '../demo/simulator-phones.ts'
import { brief } from '../queue/complaints.ts'
import { importRota } from '../rota/act/import-rota.ts'
import type { Settings } from '../settings.ts'
import type { Database } from '../store/database.ts'
import { createRotaStore } from '../store/rota.ts'
import { watchFrom } from '../store/save/checks.ts'
import { accountName } from './carrier.ts'
import { addReadyAccount } from './today.ts'

/** The same people and the same rota each time. */
const SEED = 4

/** The demonstration agency, brought up to today by the same import that a real agency uses. */
export function demonstration(settings: Settings, clock: AdvancingClock, log: Logger, say: (words: string) => void) {
  const demo = createDemo({ seed: SEED })
  return {
    /** Imports the week around now; what is stored already stays as it is. */
    async seed(database: Database): Promise<void> {
      say('Bringing the demonstration agency up to today …')
      const { callsPerSecond, textsPerSecond } = settings
      const report = await importRota(
        demo.files(clock.now()),
        {},
        {
          store: createRotaStore(database),
          now: () => clock.now(),
          newId: randomUUID,
          carrier: { account: accountName(settings.carrier), callsPerSecond, textsPerSecond },
        },
      )
      if (!report.written)
        throw new Error(
          `the demonstration agency could not be imported: ${report.fileProblems[0]?.message ?? 'nothing was written'}`,
        )
      // nobody lived through the time while it was down: what should have begun then is not watched
      await watchFrom(database, clock.now())
      await addReadyAccount(database)
      // everybody of the demonstration answers by key; a real manager's number is proved by their first call
      await database.$executeRaw`
        UPDATE phone_number SET tested_at = ${new Date(clock.now())}
         WHERE tested_at IS NULL AND e164 IN (SELECT number FROM person_number WHERE party_kind = 'manager')`
      log.debug({ refused: report.problems.length }, 'the demonstration agency was imported')
    },
    /** Simulated care workers log in and out through their phones, so that the day looks lived in. Returns how to end it. */
    begin(address: string): () => Promise<void> {
      const onFault = (error: unknown) => log.debug(brief(error), 'a simulated care worker could not text')
      const live = createLive({ demo, seed: SEED, clock, phones: simulatorPhones(address), onFault })
      live.start()
      return () => live.stop()
    },
  }
}
