import type { Grade } from '../cellar/change.ts'
import type { Instant, Zone } from '../cellar/local-time.ts'
import { toLocal } from '../cellar/local-time.ts'
import type { ContactFacts } from '../contact/attempt-facts.ts'
import { isOpen } from '../contact/attempt-facts.ts'
import { GRADE_WORDS } from '../contact/grade.ts'
import { situationOf } from '../lateness/situation.ts'
import { partyName } from '../record/people.ts'
import { minutesInWords } from '../record/record-words.ts'
import type { VisitFacts } from '../rota/visit-facts.ts'
import { currentPlan } from '../rota/visit-now.ts'

/** A matter as it is stored, with what hangs on it; `visit` is absent where it is about none. */
export interface StoredMatter {
  id: string
  kind: string
  riskAt: Instant
  reasons: readonly string[]
  nextStep: string
  /** absent once it is closed */
  nextDueAt: Instant | undefined
  openedAt: Instant
  visit: VisitFacts | undefined
  /** the service user, where it is about no visit */
  person: string
  contacts: readonly ContactFacts[]
  /** whoever has taken it, until when */
  holder: { whom: string; deadline: Instant } | undefined
}

/** An open matter as a person must see it: why it stands here, the clock, who knows, who has it, and what comes next. */
export interface TodayMatter {
  id: string
  person: string
  zone: Zone
  /** "counts as 65 minutes older: lives alone, insulin" */
  order: string
  /** "planned 09:00, expected 09:20, 12 minutes ago" */
  clock: string
  /** nobody is there although somebody should be */
  overdue: boolean
  told: { words: string; grade: Grade | undefined }[]
  holder: { whom: string; deadline: Instant } | undefined
  nextStep: string
  nextDueAt: Instant | undefined
}

export function todayMatter(matter: StoredMatter, zone: Zone, now: Instant): TodayMatter {
  const { visit, id, holder, nextDueAt } = matter
  const clock = visit === undefined ? undefined : clockOf(visit, zone, now)
  return {
    id,
    zone,
    holder,
    nextDueAt,
    person: visit === undefined ? matter.person : partyName(visit, { kind: 'service-user', id: visit.serviceUser.id }),
    order: orderOf(matter),
    clock: clock?.words ?? `open since ${clockTime(matter.openedAt, zone)}`,
    overdue: clock?.overdue ?? false,
    told: visit === undefined ? [] : toldOf(visit, matter.contacts, zone),
    nextStep: STEPS[matter.nextStep] ?? matter.nextStep.replaceAll('-', ' '),
  }
}

/** The wall clock; the day too where it is another than today's. */
export function clockTime(at: Instant, zone: Zone): string {
  return toLocal(at, zone).time
}

const STEPS: Readonly<Record<string, string>> = {
  'tell-service-user': 'the household is being told',
  'await-arrival': 'wait for the care worker to log in',
  'not-logged-in': 'ring somebody who finds out',
  'find-out': 'find out what is going on',
  held: 'whoever has it must have done something; or phones ring again',
  climb: 'phones ring until somebody takes it',
  closed: 'closed',
}

/** Why it stands where it stands: everybody ages alike, and some count as waiting longer. */
function orderOf({ visit, riskAt, reasons }: StoredMatter): string {
  if (visit === undefined) return reasons.length === 0 ? 'by its time' : reasons.join(', ')
  const minutes = Math.round((currentPlan(visit).plannedStart - riskAt) / 60_000)
  return minutes <= 0 ? 'by its planned time' : `counts as ${minutesInWords(minutes)} older: ${reasons.join(', ')}`
}

function clockOf(visit: VisitFacts, zone: Zone, now: Instant): { words: string; overdue: boolean } {
  const { plan, expectedStart, arrivedAt, notComing } = situationOf(visit, now)
  const planned = `planned ${clockTime(plan.plannedStart, zone)}`
  if (arrivedAt !== undefined) return { words: `${planned}, there at ${clockTime(arrivedAt, zone)}`, overdue: false }
  if (notComing !== undefined) return { words: `${planned}, the care worker is not coming`, overdue: true }
  const minutes = Math.round((now - expectedStart) / 60_000)
  const away = minutes > 0 ? `${minutesInWords(minutes)} ago` : minutes === 0 ? 'now' : `in ${minutesInWords(-minutes)}`
  const expected = expectedStart === plan.plannedStart ? '' : `, expected ${clockTime(expectedStart, zone)}`
  return { words: `${planned}${expected}, ${away}`, overdue: minutes > 0 }
}

/** Who knows, and how well that is proved; who is being told just now; who could not be told. */
function toldOf(visit: VisitFacts, contacts: readonly ContactFacts[], zone: Zone): TodayMatter['told'] {
  const household = contacts.filter((one) => one.message === 'eta')
  return household.flatMap((contact): TodayMatter['told'] => {
    const { toldAt, toldWhom, grade } = { ...contact, grade: gradeOf(contact) }
    if (toldAt !== undefined) {
      const proof = grade === undefined ? '' : `, ${GRADE_WORDS[grade]}`
      return [{ words: `${toldWhom ?? 'the household'} told at ${clockTime(toldAt, zone)}${proof}`, grade }]
    }
    if (contact.droppedAt !== undefined) return []
    const calling = contact.attempts.find(isOpen)
    if (calling !== undefined)
      return [{ words: `${partyName(visit, calling.party)} is being told now`, grade: undefined }]
    const words =
      contact.exhaustedAt === undefined
        ? 'nobody has been told yet'
        : 'nobody could be told yet, and the line goes on trying'
    return [{ words, grade: undefined }]
  })
}

function gradeOf(contact: ContactFacts): Grade | undefined {
  return contact.attempts.findLast((one) => one.grade !== undefined && one.grade !== 'F')?.grade
}
