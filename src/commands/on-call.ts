import { Command } from 'commander'
import type { Instant, Zone } from '../cellar/local-time.ts'
import { cleanText } from '../cellar/clean-text.ts'
import { flawsWithin } from '../on-call/gaps.ts'
import { dayAndTime, flawInWords } from '../on-call/in-words.ts'
import type { OnCall } from '../on-call/ladder.ts'
import type { Stretch } from '../on-call/plan.ts'
import { BadTime, readMoment } from './rehearse.ts'

/** A manager as a command may name them: by reference or by name. */
export interface NamedManager {
  id: string
  ref: string
  name: string
}

export interface SwapOptions {
  from?: string
  until: string
  tier: string
  insteadOf?: string
  by: string
  reason: string
}

export interface Override {
  tier: number
  managerId: string
  insteadOf: string | undefined
  startsAt: Instant
  endsAt: Instant
}

export interface SwapDeps {
  zone: Zone
  now: Instant
  managers(): Promise<NamedManager[]>
  load(stretch: Stretch): Promise<OnCall>
  record(override: Override, entered: { by: string; reason: string }): Promise<void>
  print(text: string): void
}

/** Puts one manager in a tier in place of another, with who said so and why, and prints how it stands then. @throws BadTime */
export async function runSwap(who: string, options: SwapOptions, deps: SwapDeps): Promise<void> {
  const { zone, now, print } = deps
  const managers = await deps.managers()
  const startsAt = options.from === undefined ? now : readMoment(options.from, { zone, now })
  const endsAt = readMoment(options.until, { zone, now })
  if (endsAt <= Math.max(startsAt, now))
    throw new BadTime('--until lies before --from, or is over already: write both as "2026-12-25 09:00".')
  const tier = Number(options.tier)
  if (!Number.isInteger(tier) || tier < 1 || tier > 9) throw new BadTime('--tier takes a whole number from 1 to 9.')
  const person = managerOf(who, managers)
  const insteadOf = options.insteadOf === undefined ? undefined : managerOf(options.insteadOf, managers).id
  const by = words('--by', options.by)
  const reason = words('--reason', options.reason)
  const stretch = { from: Math.max(startsAt, now), until: endsAt }
  await deps.record({ tier, managerId: person.id, insteadOf, startsAt: stretch.from, endsAt }, { by, reason })
  const after = await deps.load(stretch)
  const flaws = flawsWithin(after, stretch).map((flaw) => `- ${flawInWords(flaw, after)}`)
  const when = `from ${dayAndTime(stretch.from, zone)} to ${dayAndTime(endsAt, zone)}`
  print([`${person.name} is on call in tier ${tier} ${when}, as ${by} said: ${reason}.`, ...flaws, ''].join('\n'))
}

/** `lateline on-call swap`; `withDeps` opens the database of a branch and closes it again. */
export function onCallCommand(
  withDeps: (branch: string | undefined, run: (deps: Omit<SwapDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const command = new Command('on-call').description('who is on call in place of whom')
  command
    .command('swap')
    .description('put a manager in a tier in place of whoever the rota names; what was recorded last holds')
    .argument('<manager>', 'who is on call then: their reference or name')
    .requiredOption('--until <time>', 'such as "2026-12-25 09:00"')
    .option('--from <time>', 'now where it is left out')
    .option('--tier <number>', 'which tier', '1')
    .option('--instead-of <manager>', 'whose hours; everybody of the tier where it is left out')
    .requiredOption('--by <name>', 'who says so')
    .requiredOption('--reason <text>', 'why')
    .option('--branch <name>', 'the branch, where there are several')
    .action(async (who: string, options: SwapOptions & { branch?: string }) => {
      const print = (text: string) => void process.stdout.write(text)
      try {
        await withDeps(options.branch, (deps) => runSwap(who, options, { ...deps, print }))
      } catch (error) {
        if (error instanceof BadTime) command.error(error.message)
        throw error
      }
    })
  return command
}

function managerOf(text: string, managers: readonly NamedManager[]): NamedManager {
  const wanted = text.trim().toLowerCase()
  const [found, another] = managers.filter(
    (one) => one.ref.toLowerCase() === wanted || one.name.toLowerCase() === wanted,
  )
  if (found !== undefined && another === undefined) return found
  const list = managers.map((one) => `${one.ref} (${one.name})`).join(', ')
  throw new BadTime(
    `"${text}" is ${found === undefined ? 'no manager' : 'more than one manager'} of this branch: ${list}.`,
  )
}

const LONGEST = 200

function words(option: string, text: string): string {
  const clean = cleanText(text).replaceAll('\n', ' ').trim()
  if (clean === '' || clean.length > LONGEST) throw new BadTime(`${option} takes 1 to ${LONGEST} letters.`)
  return clean
}
