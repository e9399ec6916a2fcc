import type { Instant, LocalDate, Zone } from '../cellar/local-time.ts'
import { resolveLocal, toInstant, toLocal } from '../cellar/local-time.ts'
import { writtenTime } from '../cellar/spoken-time.ts'
import { GRADE_WORDS } from '../contact/grade.ts'
import type { LateVisitRecord } from './late-visit-record.ts'
import type { LateReport } from './reports.ts'
import type { RuleLine } from './rules.ts'
import type { AttemptLine, Telling } from './tellings.ts'

/** "Tuesday 24 November 2026" */
export function longDate(date: LocalDate): string {
  return LONG_DATE.format(toInstant({ date, time: '12:00' }, 'utc', 'start')).replace(',', '')
}

/** "Tue 24 Nov 2026" */
export function shortDate(date: LocalDate): string {
  return SHORT_DATE.format(toInstant({ date, time: '12:00' }, 'utc', 'start')).replace(',', '')
}

/**
 * "9.20am" on the day of the visit, "12.10am on 25 Nov" on another; "1.30am (BST)" in the hour that autumn has twice.
 * One way of writing times for the whole of a record, so that no two of its lines can be read differently.
 */
export function timeIn({ zone, dateOfVisit }: Pick<LateVisitRecord, 'zone' | 'dateOfVisit'>, at: Instant): string {
  const { date, time } = toLocal(at, zone)
  const repeated = resolveLocal({ date, time }, zone, 'start').kind === 'repeated' ? ` (${nameOfZone(at, zone)})` : ''
  const day = date === dateOfVisit ? '' : ` on ${shortDate(date).split(' ').slice(1, 3).join(' ')}`
  return `${writtenTime(at, zone)}${repeated}${day}`
}

/** "20 minutes", "15 minutes 20 seconds". A part of a second counts as one, so that "more than 15 minutes" reads true. */
export function minutesInWords(minutes: number): string {
  const seconds = Math.ceil(minutes * 60 - 1e-6)
  const [whole, rest] = [Math.floor(seconds / 60), seconds % 60]
  const parts = [
    ...(whole > 0 || rest === 0 ? [count(whole, 'minute')] : []),
    ...(rest > 0 ? [count(rest, 'second')] : []),
  ]
  return parts.join(' ')
}

/** The form's "Time Delayed" (P-076): the minutes, and by what they are known. */
export function delayInWords(record: LateVisitRecord): string {
  const { standing, arrival, departure } = record
  const delayed = minutesInWords(record.delayedMinutes)
  const there =
    arrival === undefined
      ? ''
      : `${arrival.who} logged in ${howInWords(arrival.source)} at ${timeIn(record, arrival.at)}`
  const unseen =
    departure === undefined
      ? 'nobody has logged in'
      : `nobody logged in, ${departure.who} logged out ${howInWords(departure.source)} at ${timeIn(record, departure.at)}`
  switch (standing.kind) {
    case 'expected-late':
      // before the visit was to begin nobody can have been missed yet
      if (record.asAt < record.scheduledStart && arrival === undefined && departure === undefined)
        return `${delayed} expected: ${timeIn(record, record.expectedStart)} instead of ${timeIn(record, record.scheduledStart)}`
      return `${delayed}: expected at ${timeIn(record, record.expectedStart)}, ${unseen}`
    case 'expected-in-time':
      return `${delayed}, not late any more: expected at ${timeIn(record, record.expectedStart)}`
    case 'arrived-late':
      return `${delayed}: ${there}`
    case 'arrived-in-time':
      return `${delayed}, not late after all: ${there}`
    case 'not-coming':
      return `not known: ${standing.who} is not coming, ${unseen}`
    case 'taken-back':
      return 'none: what was reported has been taken back, the planned time holds'
    case 'not-to-take-place':
      return `none: ${standing.why}`
  }
}

/** "Rosa Achebe, 10.15am"; empty while nobody has seen to it. */
export function actionedInWords(record: LateVisitRecord): string {
  const { actionedBy, actionedAt } = record
  return actionedBy === '' || actionedAt === undefined ? actionedBy : `${actionedBy}, ${timeIn(record, actionedAt)}`
}

/** "by text", "by phone" */
export function howInWords(source: string): string {
  return HOW[source] ?? `by ${source}`
}

/** "Anna Kowal by text at 8.40am: 20 minutes, expected at 9.20am, traffic. Taken back at 8.45am." */
export function reportInWords(record: LateVisitRecord, report: LateReport): string {
  const said = [
    ...(report.minutes === undefined ? [] : [minutesInWords(report.minutes)]),
    ...(report.newStart === undefined ? [] : [`expected at ${timeIn(record, report.newStart)}`]),
    ...(report.reason === undefined ? [] : [report.reason.words]),
  ]
  const who = `${report.by} ${howInWords(report.source)} at ${timeIn(record, report.at)}`
  return `${who}${said.length === 0 ? '' : `: ${said.join(', ')}`}.${afterwards(record, report)}`
}

/** "Mrs Brenda Trundle was told at 8.41am to expect 9.20am." */
export function tellingInWords(record: LateVisitRecord, telling: Telling): string {
  const { told } = telling
  if (told !== undefined) {
    const what = told.expectedStart === undefined ? '' : ` to expect ${timeIn(record, told.expectedStart)}`
    const now = told.outdated ? ' That does not hold any more, and they have not been told so.' : ''
    return `${told.whom} was told at ${timeIn(record, told.at)}${what}.${now}`
  }
  if (telling.dropped !== undefined) {
    if (telling.dropped.tooLate) return `${telling.whom} was not told before the time had passed.`
    return `${telling.whom} was not told${telling.dropped.why === '' ? '' : `: ${telling.dropped.why}`}.`
  }
  if (telling.exhaustedAt !== undefined) {
    return `${telling.whom} could not be reached by ${timeIn(record, telling.exhaustedAt)}: the office was asked to see to it, and the line goes on trying.`
  }
  return `${telling.whom} is being told.`
}

/** What came of a call or text: "A: spoke or pressed a key", "F: not reached (engaged)", "ringing". */
export function resultInWords({ state, outcome, grade, carrierId }: AttemptLine): string {
  const outcomeWords = outcome === undefined ? '' : OUTCOME_WORDS[outcome]
  if (grade === 'F' && outcome === 'answered')
    return `F: ${GRADE_WORDS.F} (answered, but the message was not heard to its end)`
  if (grade === 'F' && outcome !== undefined) return `F: ${GRADE_WORDS.F} (${outcomeWords})`
  if (grade !== undefined) return `${grade}: ${GRADE_WORDS[grade]}`
  if (state === 'ended') return outcomeWords === '' ? 'ended' : outcomeWords
  return state === 'cancelled' && carrierId === undefined ? 'taken back before it was made' : STATE_WORDS[state]
}

/** "late: more than 15 minutes after the planned start (QCS-policy version 1: …)" */
export function ruleInWords(rule: RuleLine): string {
  const bound = rule.bound === undefined ? '' : rule.bound === 'more-than' ? 'more than ' : 'from '
  // the numbers of requirement rows are for those who build this, not for those who read a record
  const from = rule.source.replace(/ \(P-\d+(?:, P-\d+)*\)$/, '')
  const source = from === '' ? '' : `, from ${from}`
  const aside = rule.what === 'out-of-time-for-the-commissioner' ? 'before or after' : 'after'
  return `${RULE_WORDS[rule.what]}: ${bound}${minutesInWords(rule.minutes)} ${aside} the planned start (definition ${rule.definitionKey}, version ${rule.definitionVersion}${source})`
}

function afterwards(record: LateVisitRecord, report: LateReport): string {
  if (report.takenBackAt !== undefined) return ` Taken back at ${timeIn(record, report.takenBackAt)}.`
  if (report.state === 'overtaken') return ' The visit was planned anew afterwards.'
  return report.state === 'replaced' ? ' Replaced by a later report.' : ''
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}

function nameOfZone(at: Instant, zone: Zone): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'short' }).formatToParts(at)
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone
}

const LONG_DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
})
const SHORT_DATE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})

const HOW: Record<string, string> = { text: 'by text', call: 'by phone' }

const RULE_WORDS: Record<RuleLine['what'], string> = {
  late: 'Late',
  'missed-by-policy': 'Missed by policy as well',
  'out-of-time-for-the-commissioner': 'Out of time for the commissioner',
}

const STATE_WORDS: Record<AttemptLine['state'], string> = {
  planned: 'waiting for its turn',
  placing: 'being placed',
  unknown: 'sent, not yet confirmed by the carrier',
  placed: 'with the carrier',
  ringing: 'ringing',
  'in-progress': 'in a call',
  lost: 'never reached the carrier',
  cancelled: 'taken back',
  ended: 'ended',
}

const OUTCOME_WORDS: Record<NonNullable<AttemptLine['outcome']>, string> = {
  answered: 'answered',
  engaged: 'engaged',
  'no-answer': 'no answer',
  failed: 'the carrier could not do it',
  'switched-off': 'switched off',
  unreachable: 'the number is not in service',
  stopped: 'they asked for no more texts',
  landline: 'a landline takes no texts',
  cancelled: 'taken back',
  delivered: 'delivered',
  sent: 'sent',
  expired: 'its time had passed',
  filtered: 'stopped by the network',
  'not-allowed': 'our account may not reach this number',
}
