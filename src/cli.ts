import { Command } from 'commander'
import { doctorCommand } from './commands/doctor.ts'
import { flowsCommand } from './commands/flows.ts'
import { startCommand } from './commands/start.ts'
import { understandCommand } from './commands/understand.ts'
import { isForPeople } from './compose/for-people.ts'

/** `lateline <command>`: every command has --help, prints for people, and takes --json for programs where it answers. */
const program = new Command('lateline')
  .description('The phone line of a home-care agency for late and missed visits')
  .showHelpAfterError('(lateline --help lists the commands)')
  .addCommand(startCommand())
  .addCommand(understandCommand())
  .addCommand(flowsCommand())
  .addCommand(doctorCommand())

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(isForPeople(error) ? `${error.message}\n` : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
