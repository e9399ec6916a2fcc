import { isForPeople } from './compose/for-people.ts'
import { startFromEnvironment } from './commands/start.ts'

/** `npm start`: the line from the settings in the environment. */
startFromEnvironment(process.env).catch((error: unknown) => {
  const words = isForPeople(error)
    ? error.message
    : `Lateline could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  process.stderr.write(`${words}\n`)
  process.exit(1)
})
