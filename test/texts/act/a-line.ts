import { branchId, agencyId, careWorkerId, carrierAccountId, deliveryId } from '../../../src/cellar/ids.ts'
import type { EventId, VisitId } from '../../../src/cellar/ids.ts'
import type { Instant } from '../../../src/cellar/local-time.ts'
import { parsePhoneNumber, type PhoneNumber } from '../../../src/cellar/phone-number.ts'
import type {
  BranchPlace,
  DeliveryFacts,
  KnownPerson,
  Loading,
  OpenQuestion,
  ReplyCode,
} from '../../../src/matter/act/store.ts'
import type { CareWorkerFacts, PersonFacts, VisitFacts } from '../../../src/rota/visit-facts.ts'
import { receiveText } from '../../../src/texts/act/receive-text.ts'
import type { Understand } from '../../../src/texts/act/context.ts'
import { understand as read } from '../../../src/texts/parse.ts'
import { at, aVisit, plan } from '../../record/a-late-visit.ts'

/** A line with a few people and nothing behind it: what a text is answered with, as the changes that are decided. */
export const NOW = at('08:40')
export const ANNAS = number('07700 900101')
export const SAMS = number('07700 900102')
export const PETERS = number('07700 900301')
export const GAILS = number('07700 900201')
export const ROSAS = number('07700 900401')
export const STRANGERS = number('07700 900555')

export const annaAt = worker('anna', 'Anna', 'Kowal', ANNAS)
export const samAt = worker('sam', 'Sam', 'Osei', SAMS)
export const rosa: PersonFacts = {
  id: 'rosa',
  firstName: 'Rosa',
  lastName: 'Achebe',
  role: 'registered_manager',
  numbers: [{ number: ROSAS, lineType: 'mobile', noTexts: false }],
}
export const visit = aVisit({
  lateRecord: undefined,
  allocations: [{ slot: 1, careWorker: annaAt, runOrder: 1, fromAt: 0, untilAt: undefined }],
})
export const place: BranchPlace = {
  agencyId: agencyId('quillbrook'),
  branchId: branchId('hertford'),
  accountId: carrierAccountId('account'),
  zone: 'Europe/London',
  facts: visit.branch,
}

export interface Situation {
  now?: Instant
  people?: KnownPerson[]
  staff?: CareWorkerFacts[]
  visits?: Record<string, VisitFacts[]>
  question?: OpenQuestion
  code?: ReplyCode
  asked?: string
  emptyAnswers?: number
  sameTextBefore?: Instant
  lastSaid?: (since: Instant) => { visitId: VisitId; eventId: EventId }[]
  understand?: Understand
}

/** What a text leads to. */
export function whatFollows(body: string, from: PhoneNumber, given: Situation = {}) {
  const { now = NOW, people = [], visits = { anna: [visit] }, staff = [annaAt, samAt] } = given
  const all = [
    ...new Map(
      Object.values(visits)
        .flat()
        .map((v) => [v.id, v]),
    ).values(),
  ]
  const delivery: DeliveryFacts = {
    id: deliveryId('text'),
    kind: 'text',
    providerId: 'SM1',
    seq: 0,
    attemptId: undefined,
    raw: {},
    receivedAt: now,
  }
  const asked: Partial<Loading> = {
    now,
    whoHas: async () => people,
    wasAsked: async ({ about }) => given.asked === about,
    openQuestion: async () => given.question,
    careWorkersOf: async () => staff,
    visitsOf: async (id) => visits[id] ?? [],
    visitsTo: async (id) => all.filter((v) => v.serviceUser.id === id),
    picture: async (id) => {
      const found = all.find((v) => v.id === id)
      if (found === undefined) throw new Error(`no visit ${id} on this line`)
      return { visit: found, matter: undefined, contacts: [], items: [] }
    },
    emptyAnswers: async () => given.emptyAnswers ?? 0,
    sameTextBefore: async () => given.sameTextBefore,
    replyCode: async () => given.code,
    textsStopped: async () => false,
    openItems: async () => [],
    lastSaid: async (_id, since) => given.lastSaid?.(since) ?? [],
    dutyLadder: async () => [
      { number: ROSAS, party: { kind: 'manager', id: 'rosa' }, whom: 'Rosa Achebe', role: 'on-call', tier: 1 },
    ],
    manager: async () => rosa,
  }
  let ids = 0
  const text = { kind: 'text', providerId: 'SM1', from, to: place.facts.lineNumber, body, pictures: 0 } as const
  const received = { tx: asked as Loading, delivery, place, text }
  return receiveText(received, given.understand ?? read, () => `id-${(ids += 1)}`)
}

export function anotherVisit(ref: string, start: string, end: string, more: Partial<VisitFacts> = {}): VisitFacts {
  return aVisit({
    ref,
    id: `visit-${ref}` as VisitFacts['id'],
    lateRecord: undefined,
    plans: [plan(1, start, end)],
    ...more,
  })
}

export function worker(id: string, firstName: string, lastName: string, own: PhoneNumber): CareWorkerFacts {
  const numbers = [{ number: own, lineType: 'mobile', noTexts: false } as const]
  return { id: careWorkerId(id), firstName, lastName, knownAs: firstName, numbers }
}

function number(text: string): PhoneNumber {
  const parsed = parsePhoneNumber(text)
  if (parsed === undefined) throw new Error(`not a number for a test: ${text}`)
  return parsed
}
