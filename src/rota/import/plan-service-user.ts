import type { Instant, LocalDate, Zone } from '../../cellar/local-time.ts'
import { toInstant } from '../../cellar/local-time.ts'
import type { Definition } from '../definition.ts'
import { DEFINITIONS, findDefinition } from '../definition.ts'
import type { ReadRow, RowNote } from './import-report.ts'
import type { ServiceUserRow } from './people-rows.ts'
import type { ImportContext, NewContract, RotaChanges, StoredServiceUser } from './rota-changes.ts'
import { storedText } from './rota-changes.ts'

export interface ServiceUserToPlan {
  id: string
  isNew: boolean
  changed: ReadonlySet<string>
  before: StoredServiceUser | undefined
  row: ServiceUserRow
  read: ReadRow<ServiceUserRow>
}

/** The definition each funder asks for, and the funders for whom it is another one now. */
export interface Profiles {
  byFunder: ReadonlyMap<string, string>
  changed: ReadonlySet<string>
}

/**
 * The facts that hang on a service user and are appended, never overwritten: the package's status, the response plan
 * (P-042, P-043) and the contract (P-027, P-062). Adds them to the changes; gives what a person should look at.
 */
export function planServiceUser(
  changes: RotaChanges,
  person: ServiceUserToPlan,
  profiles: Profiles,
  context: ImportContext,
): ProfileRemark[] {
  const { row, changed, isNew, id, before } = person
  const touched = (columns: readonly string[]) => isNew || columns.some((column) => changed.has(column))
  if (touched(['status', 'status_since'])) {
    const fromAt = row.status_since === '' ? context.now : startOfDay(row.status_since, context.zone)
    changes.statuses.push({ id: context.newId(), serviceUserId: id, status: row.status, fromAt })
  }
  if (touched(['preferred_channel', 'choice_if_late', 'landline', 'mobile'])) {
    changes.responsePlans.push({
      id: context.newId(),
      serviceUserId: id,
      version: (before?.planVersion ?? 0) + 1,
      preferredChannel: channelOf(row),
      choiceIfLate: row.choice_if_late,
    })
  }
  if (!touched(CONTRACT_COLUMNS) && !profiles.changed.has(row.funder_ref)) return []
  const profile = profiles.byFunder.get(row.funder_ref)
  changes.contracts.push(contractOf(id, row, before, profile, context))
  return profileWarnings(person.read, row.funder_ref, profile)
}

/** A new contract for somebody whose own row did not change, but whose funder asks for another definition now. */
export function planNewDefinition(
  changes: RotaChanges,
  person: StoredServiceUser,
  profiles: Profiles,
  context: ImportContext,
): void {
  const { row } = person
  const agreed = (column: string) => (typeof row[column] === 'number' ? row[column] : null)
  const word = (column: string) => storedText(row, column)
  const terms = {
    funder_ref: word('funder_ref'),
    late_threshold_min: agreed('late_threshold_min'),
    missed_threshold_min: agreed('missed_threshold_min'),
    threshold_agreed_on: word('threshold_agreed_on'),
    threshold_agreed_with: word('threshold_agreed_with'),
    start_date: word('start_date'),
  }
  changes.contracts.push(contractOf(person.id, terms, person, profiles.byFunder.get(terms.funder_ref), context))
}

/** How the person is told first: what was chosen, else by the numbers there are. */
export function channelOf(row: ServiceUserRow): string {
  if (row.preferred_channel !== '') return row.preferred_channel
  if (row.landline !== '') return 'voice_landline'
  return row.mobile === '' ? 'via_contact' : 'voice_mobile'
}

const CONTRACT_COLUMNS = [
  'late_threshold_min',
  'missed_threshold_min',
  'threshold_agreed_on',
  'threshold_agreed_with',
  'funder_ref',
]

const [USUAL] = DEFINITIONS as readonly [Definition]

type Terms = Pick<
  ServiceUserRow,
  | 'funder_ref'
  | 'late_threshold_min'
  | 'missed_threshold_min'
  | 'threshold_agreed_on'
  | 'threshold_agreed_with'
  | 'start_date'
>

function contractOf(
  serviceUserId: string,
  terms: Terms,
  before: StoredServiceUser | undefined,
  profile: string | undefined,
  context: ImportContext,
): NewContract {
  const definition = findDefinition(profile ?? '') ?? USUAL
  const late = terms.late_threshold_min ?? definition.late.minutes
  return {
    id: context.newId(),
    serviceUserId,
    commissionerRef: terms.funder_ref,
    definitionKey: definition.key,
    definitionVersion: definition.version,
    lateMinutes: late,
    missedMinutes: Math.max(late, terms.missed_threshold_min ?? definition.missed.minutes),
    agreedOn: terms.threshold_agreed_on,
    agreedWith: terms.threshold_agreed_with,
    validFrom: validFrom(terms.threshold_agreed_on || terms.start_date, before?.contractFrom, context),
  }
}

/** From the day it was agreed; a change of what is stored already never reaches back behind it. */
function validFrom(agreedOn: LocalDate, last: Instant | undefined, context: ImportContext): Instant {
  const agreed = agreedOn === '' ? context.now : Math.min(startOfDay(agreedOn, context.zone), context.now)
  if (last === undefined) return agreed
  return agreed > last ? agreed : Math.max(context.now, last + 1)
}

function startOfDay(date: LocalDate, zone: Zone): Instant {
  return toInstant({ date, time: '00:00' }, zone, 'start')
}

/** What is to be said of a funder; said once for the file, with how many it concerns. */
function profileWarnings(read: ReadRow<ServiceUserRow>, funder: string, profile: string | undefined): ProfileRemark[] {
  if (profile !== undefined && findDefinition(profile) !== undefined) return []
  const { file, line } = read
  const kind = read.absent.includes('funder_ref') ? 'no-column' : funder === '' ? 'no-funder' : 'of-funder'
  return [{ kind, file, line, funder, profile }]
}

/** Somebody whose funder names no definition that is known. */
export interface ProfileRemark {
  kind: 'no-column' | 'no-funder' | 'of-funder'
  file: string
  line: number
  funder: string
  profile: string | undefined
}

/** One note for each file and funder, at the first row that it concerns. */
export function profileNotes(remarks: readonly ProfileRemark[]): RowNote[] {
  const groups = new Map<string, ProfileRemark[]>()
  for (const one of remarks) {
    const key = JSON.stringify([one.file, one.kind, one.funder])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap(([first, ...more]) => (first === undefined ? [] : [noteOf(first, more.length)]))
}

function noteOf({ kind, file, line, funder, profile }: ProfileRemark, more: number): RowNote {
  const rows = more === 0 ? '' : ` So it is in ${more} more row${more === 1 ? '' : 's'}.`
  const holds = `so ${USUAL.key} holds: late after ${USUAL.late.minutes} minutes, missed after ${USUAL.missed.minutes}.`
  const note = { file, line, column: 'funder_ref', value: funder }
  if (kind === 'no-column') {
    const message = `There is no column funder_ref, ${holds} Add the column where a funder asks for something else.`
    return { ...note, line: 1, column: '', reason: 'no_funder', message }
  }
  if (kind === 'no-funder') {
    return { ...note, reason: 'no_funder', message: `No funder is named, ${holds} Name one if that is not so.${rows}` }
  }
  if (profile === undefined) {
    const message = `No funder of this reference is known, ${holds} Import the funders, then this file again.${rows}`
    return { ...note, reason: 'unknown_funder', message }
  }
  const names = DEFINITIONS.map((one) => one.key).join(', ')
  const message = `The funder's profile "${profile}" is not known, ${holds} Write one of: ${names}.${rows}`
  return { ...note, reason: 'unknown_definition', message }
}
