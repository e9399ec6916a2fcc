import { Command } from 'commander'
import { cleanText } from '../cellar/clean-text.ts'
import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { recordInData } from '../record/record-in-data.ts'
import { actionedInWords, shortDate } from '../record/record-words.ts'
import { throughNpm } from './through-npm.ts'

export interface RecordOptions {
  /** what is to be done about it, in the words of the form */
  action?: string
  /** who has seen to it; the time is entered with it */
  by?: string
  /** where several branches have a record of this number */
  branch?: string
  json?: boolean
}

export interface RecordDeps {
  /** Enters what was given; the record as it is now, or the branches that have one of this number where that is not one. */
  enter(
    which: { number: number; branch: string | undefined },
    entered: { actionToBeTaken?: string; actionedBy?: string },
  ): Promise<{ record: LateVisitRecord } | { branches: string[] }>
  print(text: string): void
}

/** An entry that cannot be made, in words for whoever typed it. */
export class BadEntry extends Error {
  override readonly name = 'BadEntry'
}

/** Enters on a Late Visit Record what only a human knows, and prints how it reads now. @throws BadEntry */
export async function runRecord(number: string, options: RecordOptions, { enter, print }: RecordDeps): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(number))
    throw new BadEntry(
      `${JSON.stringify(number)} is no record number: write it as it stands on the record, such as 12.`,
    )
  const [actionToBeTaken, actionedBy] = [words('--action', options.action), words('--by', options.by)]
  if (actionToBeTaken === undefined && actionedBy === undefined)
    throw new BadEntry('Nothing to enter: give --action "what is to be done", --by "who has seen to it", or both.')
  const entered = {
    ...(actionToBeTaken === undefined ? {} : { actionToBeTaken }),
    ...(actionedBy === undefined ? {} : { actionedBy }),
  }
  const result = await enter({ number: Number(number), branch: options.branch }, entered)
  if ('branches' in result) throw new BadEntry(notOne(number, options.branch, result.branches))
  const { record } = result
  print(options.json === true ? `${JSON.stringify(recordInData(record), null, 2)}\n` : inWords(record))
}

/** `lateline record`; `withDeps` opens what it needs, hands it over and closes it again, whatever happens. */
export function recordCommand(
  withDeps: (run: (deps: Omit<RecordDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const command = new Command('record')
    .description('enter on a Late Visit Record what only a human knows: what is to be done, and who has seen to it')
    .argument('<number>', 'the number of the record')
    .option('--action <text>', 'action to be taken')
    .option('--by <name>', 'actioned by, from now')
    .option('--branch <name>', 'the branch, where several have a record of this number')
    .addOption(throughNpm('--json', 'the record as JSON, for programs'))
    .action(async (number: string, options: RecordOptions) => {
      const print = (text: string) => void process.stdout.write(text)
      try {
        await withDeps((deps) => runRecord(number, options, { ...deps, print }))
      } catch (error) {
        if (error instanceof BadEntry) command.error(error.message)
        throw error
      }
    })
  return command
}

const LONGEST = 2_000

function words(option: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const clean = cleanText(text).trim()
  if (clean === '' || clean.length > LONGEST)
    throw new BadEntry(`${option} takes 1 to ${LONGEST} letters: what was entered before stays on record anyhow.`)
  return clean
}

function notOne(number: string, branch: string | undefined, branches: string[]): string {
  if (branches.length > 1)
    return `Several branches have a record no ${number}: add --branch and one of ${branches.map((name) => `"${name}"`).join(', ')}.`
  const where = branch === undefined ? '' : ` at the branch "${branch}"`
  return `There is no Late Visit Record no ${number}${where}: lateline report late-visits lists them.`
}

function inWords(record: LateVisitRecord): string {
  const oneLine = (text: string) => cleanText(text).replaceAll('\n', ' ')
  return [
    `No ${record.number}  ${shortDate(record.dateOfVisit)}  ${oneLine(record.serviceUser)}`,
    `  action       ${oneLine(record.actionToBeTaken) || 'none entered yet'}`,
    `  actioned by  ${oneLine(actionedInWords(record)) || 'nobody yet'}`,
    '',
  ].join('\n')
}
