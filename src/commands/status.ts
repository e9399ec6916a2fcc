import { Command, Option } from 'commander'
import { cleanText } from '../cellar/clean-text.ts'

/** What a package can be. `paused` is what the line sets itself when somebody is said to have died. */
const STATUSES = ['active', 'in_hospital', 'respite', 'ended', 'paused'] as const

export interface StatusOptions {
  by: string
  reason: string
}

export interface StatusDeps {
  /** Adds the statement; who it is about, or everybody of that name where that is not one. */
  enter(
    serviceUser: string,
    entered: { status: string; by: string; reason: string },
  ): Promise<{ name: string; was: string | undefined } | { people: string[] }>
  print(text: string): void
}

/** A status that cannot be entered, in words for whoever typed it. */
export class BadStatus extends Error {
  override readonly name = 'BadStatus'
}

/** Says from now on what a service user's package is; what was said before stays on record. @throws BadStatus */
export async function runStatus(
  serviceUser: string,
  status: string,
  options: StatusOptions,
  { enter, print }: StatusDeps,
): Promise<void> {
  if (!STATUSES.some((one) => one === status))
    throw new BadStatus(`"${status}" is no status of a package: use one of ${STATUSES.join(', ')}.`)
  const [by, reason] = [words('--by', options.by), words('--reason', options.reason)]
  const result = await enter(serviceUser, { status, by, reason })
  if ('people' in result) throw new BadStatus(notOne(serviceUser, result.people))
  const what = status === 'active' ? 'From now on the line contacts them again.' : 'The line contacts nobody there.'
  print(`${result.name}: ${status}, was ${result.was ?? 'active'}. ${what}\n`)
}

/** `lateline status`; `withDeps` opens what it needs, hands it over and closes it again, whatever happens. */
export function statusCommand(
  withDeps: (run: (deps: Omit<StatusDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const command = new Command('status')
    .description('say what a package is from now on, such as "active" once a household in mourning may be rung again')
    .argument('<service-user>', 'the reference in the rota system, or the full name')
    .argument('<status>', STATUSES.join(', '))
    .addOption(new Option('--by <name>', 'who says so').makeOptionMandatory())
    .addOption(new Option('--reason <text>', 'why, as it shall stand on record').makeOptionMandatory())
    .action(async (serviceUser: string, status: string, options: StatusOptions) => {
      const print = (text: string) => void process.stdout.write(text)
      try {
        await withDeps((deps) => runStatus(serviceUser, status, options, { ...deps, print }))
      } catch (error) {
        if (error instanceof BadStatus) command.error(error.message)
        throw error
      }
    })
  return command
}

const LONGEST = 500

function words(option: string, text: string): string {
  const clean = cleanText(text).replaceAll('\n', ' ').trim()
  if (clean === '' || clean.length > LONGEST) throw new BadStatus(`${option} takes 1 to ${LONGEST} letters.`)
  return clean
}

function notOne(serviceUser: string, people: readonly string[]): string {
  if (people.length === 0)
    return `There is no service user "${serviceUser}". Give the reference in the rota system, or the full name.`
  return `Several service users are called "${serviceUser}": ${people.join(', ')}. Give the reference of one.`
}
