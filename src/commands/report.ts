import { Command } from 'commander'
import { cleanText } from '../cellar/clean-text.ts'
import { addDays, type LocalDate } from '../cellar/local-time.ts'
import type { LateVisitRecord } from '../record/late-visit-record.ts'
import { RECORD_COLUMNS, recordInData } from '../record/record-in-data.ts'
import {
  actionedInWords,
  delayInWords,
  longDate,
  minutesInWords,
  reportInWords,
  resultInWords,
  ruleInWords,
  shortDate,
  tellingInWords,
  timeIn,
} from '../record/record-words.ts'
import type { Telling } from '../record/tellings.ts'
import { toCsv } from './csv.ts'
import { throughNpm } from './through-npm.ts'

export interface ReportOptions {
  /** YYYY-MM-DD, by the planned start; a week up to `to` if left out */
  from?: string
  /** YYYY-MM-DD; today if left out */
  to?: string
  json?: boolean
  csv?: boolean
}

export interface ReportDeps {
  /** in the branch's zone */
  today: LocalDate
  /** late visits planned for these days, both included, in any order */
  records(days: { from: LocalDate; to: LocalDate }): Promise<LateVisitRecord[]>
  print(text: string): void
}

/** A period or a form that cannot be printed, in words for whoever typed it. */
export class BadReport extends Error {
  override readonly name = 'BadReport'
}

/** Prints the Late Visit Records of some days in order of time: for people, or as JSON, or as a table for a spreadsheet. */
export async function runReport(options: ReportOptions, { today, records, print }: ReportDeps): Promise<void> {
  if (options.json === true && options.csv === true) throw new BadReport('Choose one of --json and --csv.')
  const days = periodOf(options, today)
  const found = (await records(days)).toSorted((a, b) => a.scheduledStart - b.scheduledStart || a.number - b.number)
  if (options.json === true) print(`${JSON.stringify({ ...days, records: found.map(recordInData) }, null, 2)}\n`)
  else if (options.csv === true) print(asCsv(found))
  else print(forPeople(days, found))
}

/**
 * `lateline report`; `withDeps` opens what it needs, hands it over and closes it again, whatever happens.
 */
export function reportCommand(
  withDeps: (run: (deps: Omit<ReportDeps, 'print'>) => Promise<void>) => Promise<void>,
): Command {
  const lateVisits = new Command('late-visits')
    .description('the Late Visit Records of some days, with the calls that prove who was told')
    .option('--from <date>', 'first day, YYYY-MM-DD (a week before the last, if left out)')
    .option('--to <date>', 'last day, YYYY-MM-DD (today, if left out)')
    .addOption(throughNpm('--json', 'as JSON, for programs'))
    .option('--csv', 'as a table, for a spreadsheet')
    .action(async (options: ReportOptions) => {
      const print = (text: string) => void process.stdout.write(text)
      try {
        await withDeps((deps) => runReport(options, { ...deps, print }))
      } catch (error) {
        if (error instanceof BadReport) lateVisits.error(error.message)
        throw error
      }
    })
  return new Command('report').description('what is on record').addCommand(lateVisits)
}

const DAYS_BEFORE = 6

function periodOf({ from, to }: ReportOptions, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const first = from === undefined ? undefined : dateOf('--from', from)
  const last = to === undefined ? undefined : dateOf('--to', to)
  const until = last ?? (first !== undefined && first > today ? first : today)
  const since = first ?? addDays(until, -DAYS_BEFORE)
  if (since > until) throw new BadReport(`--from ${since} lies after --to ${until}: write the earlier day first.`)
  return { from: since, to: until }
}

function dateOf(option: string, text: string): LocalDate {
  try {
    return addDays(text, 0)
  } catch {
    throw new BadReport(`${option} ${JSON.stringify(text)} is not a day: write it as YYYY-MM-DD, such as 2026-11-24.`)
  }
}

function asCsv(records: readonly LateVisitRecord[]): string {
  return toCsv(
    RECORD_COLUMNS.map(({ heading }) => heading),
    records.map((record) => RECORD_COLUMNS.map(({ cell }) => cell(record))),
  )
}

function forPeople(days: { from: LocalDate; to: LocalDate }, records: readonly LateVisitRecord[]): string {
  const period = days.from === days.to ? longDate(days.from) : `${longDate(days.from)} to ${longDate(days.to)}`
  const count = records.length === 1 ? '1 late visit' : `${records.length === 0 ? 'no' : records.length} late visits`
  return `${[`${period}: ${count}`, ...records.map(oneForPeople)].join('\n\n')}\n`
}

function oneForPeople(record: LateVisitRecord): string {
  const { rosteredCareWorkers, substituteCareWorkers, reason, responsiblePerson } = record
  const lines: [string, string[]][] = [
    ['scheduled', [`${timeIn(record, record.scheduledStart)} for ${minutesInWords(record.durationMinutes)}`]],
    ['delayed', [delayInWords(record)]],
    ['reason', [reason?.words ?? 'not given']],
    ['rostered', [rosteredCareWorkers.join(' and ') || 'nobody was allocated']],
    ...(substituteCareWorkers.length === 0
      ? []
      : [['substitute', [substituteCareWorkers.join(' and ')]] as [string, string[]]]),
    ['reported', record.reports.map((report) => reportInWords(record, report))],
    ['told', told(record, record.household)],
    ['responsible', told(record, responsiblePerson.tellings)],
    ['rule', record.rules.map(ruleInWords)],
    ['action', [record.actionToBeTaken || 'none entered yet']],
    ['actioned by', [actionedInWords(record) || 'nobody yet']],
  ]
  const head = `No ${record.number}  ${shortDate(record.dateOfVisit)}  ${oneLine(record.serviceUser)}`
  return [head, ...lines.flatMap(([label, values]) => labelled(label, values))].join('\n')
}

function told(record: LateVisitRecord, tellings: readonly Telling[]): string[] {
  if (tellings.length === 0) return ['nobody']
  return tellings.flatMap((telling) => [
    tellingInWords(record, telling),
    ...telling.attempts.map((attempt) => {
      const id = attempt.carrierId === undefined ? 'no id of the carrier' : attempt.carrierId
      const mark = attempt.proof ? ', proof' : ''
      return `  ${timeIn(record, attempt.at)} ${attempt.channel} to ${attempt.whom}: ${resultInWords(attempt)} (${id}${mark})`
    }),
  ])
}

function labelled(label: string, values: readonly string[]): string[] {
  return values.map((value, n) => `  ${(n === 0 ? label : '').padEnd(12)} ${oneLine(value)}`)
}

/** What people wrote cannot move the cursor or add a line of its own. */
function oneLine(text: string): string {
  return cleanText(text).replaceAll('\n', ' ')
}
