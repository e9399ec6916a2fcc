import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { toLocal } from './cellar/local-time.ts'
import { machineClock } from './clock.ts'
import { accountCommand } from './commands/account.ts'
import { benchCommand } from './commands/bench.ts'
import { doctorCommand } from './commands/doctor.ts'
import { flowsCommand } from './commands/flows.ts'
import { importCommand } from './commands/import.ts'
import { onCallCommand } from './commands/on-call.ts'
import { recordCommand } from './commands/record.ts'
import { rehearseCommand } from './commands/rehearse.ts'
import { reportCommand } from './commands/report.ts'
import { startCommand } from './commands/start.ts'
import { statusCommand } from './commands/status.ts'
import { understandCommand } from './commands/understand.ts'
import { saveAccountFor } from './compose/accounts.ts'
import { accountName } from './compose/carrier.ts'
import { isForPeople } from './compose/for-people.ts'
import { enterOnRecord } from './compose/late-visits.ts'
import { onCallOf } from './compose/on-call.ts'
import { withDatabase } from './compose/with-database.ts'
import { loadWords } from './compose/words.ts'
import { enterStatus } from './store/enter-status.ts'
import { lateRecords } from './store/late-records.ts'
import { allLines } from './store/lines.ts'
import { createRotaStore } from './store/rota.ts'

/** `lateline <command>`: every command has --help, prints for people, and takes --json for programs where it answers. */
const program = new Command('lateline')
  .description('The phone line of a home-care agency for late and missed visits')
  .showHelpAfterError('(lateline --help lists the commands)')
  .addCommand(startCommand())
  .addCommand(
    importCommand((run) =>
      withDatabase(process.env, async ({ database, settings }) => {
        const { callsPerSecond, textsPerSecond } = settings
        const carrier = { account: accountName(settings.carrier), callsPerSecond, textsPerSecond }
        await run({ store: createRotaStore(database), now: machineClock.now, newId: randomUUID, carrier })
      }),
    ),
  )
  .addCommand(understandCommand())
  .addCommand(flowsCommand())
  .addCommand(
    reportCommand((run) =>
      withDatabase(process.env, async ({ database }) => {
        const [line] = await allLines(database)
        const today = toLocal(machineClock.now(), line?.zone ?? 'Europe/London').date
        await run({ today, records: (days) => lateRecords(database, days, machineClock.now(), loadWords().reasons) })
      }),
    ),
  )
  .addCommand(
    recordCommand((run) =>
      withDatabase(process.env, async ({ database }) => {
        await run({
          enter: (which, entered) => enterOnRecord(database, which, entered, machineClock.now(), loadWords().reasons),
        })
      }),
    ),
  )
  .addCommand(
    rehearseCommand((branch, run) =>
      withDatabase(process.env, async ({ database }) => run(await onCallOf(database, branch))),
    ),
  )
  .addCommand(
    onCallCommand((branch, run) =>
      withDatabase(process.env, async ({ database }) => run(await onCallOf(database, branch))),
    ),
  )
  .addCommand(
    accountCommand((run) =>
      withDatabase(process.env, async ({ database }) => run({ save: (account) => saveAccountFor(database, account) })),
    ),
  )
  .addCommand(
    statusCommand((run) =>
      withDatabase(process.env, async ({ database }) => {
        await run({ enter: (which, entered) => enterStatus(database, which, entered, machineClock.now()) })
      }),
    ),
  )
  .addCommand(doctorCommand())
  .addCommand(benchCommand())

program.parseAsync().catch((error: unknown) => {
  const words = isForPeople(error)
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error)
  process.stderr.write(`${words}\n`)
  process.exitCode = 1
})
