import type { Change } from '../../cellar/change.ts'
import { attemptId, officeItemId } from '../../cellar/ids.ts'
import type { AttemptId, CallId } from '../../cellar/ids.ts'
import type { NewId } from '../../cellar/ports.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { KnownPerson, Loading } from '../../matter/act/store.ts'
import { formalName, fullName } from '../../rota/names.ts'
import type { CallFacts } from '../call-facts.ts'
import type { Conversation } from './conversation.ts'

/** The flow that a contact's call is led by. */
const FLOW_OF: Record<string, string> = {
  eta: 'eta-call',
  'office-item': 'office-call',
  'care-worker-check': 'care-worker-check',
  'not-logged-in': 'not-logged-in-call',
  escalation: 'escalation-call',
  'texts-stopped': 'texts-stopped-call',
  'help-asked': 'help-call',
  'hand-over': 'hand-over-call',
  'ring-back': 'ring-back-call',
}

/**
 * Loads all that a turn of a call needs, the visit first and the call last. A call of ours has its attempt's id; its row
 * is made with its first turn.
 */
export async function loadConversation(
  tx: Loading,
  id: CallId,
  providerId: string | undefined,
  newId: NewId,
): Promise<{ conversation: Conversation; changes: Change[] } | undefined> {
  const attempt = attemptId(id)
  const contactId = await tx.contactOfAttempt(attempt)
  if (contactId === undefined) return loadInbound(tx, id, newId)
  const loaded = await tx.contact(contactId)
  if (loaded === undefined) return undefined
  const { contact, picture } = loaded
  const stored = await tx.call(id)
  const opened = stored === undefined ? newCall(contact, attempt, id, providerId, tx.now) : undefined
  const call = stored ?? opened?.call
  const made = contact.attempts.find((a) => a.id === attempt)
  if (call === undefined || made === undefined) return undefined
  const itemId = contact.details['item']
  const item = typeof itemId === 'string' ? (await tx.officeItem(officeItemId(itemId)))?.item : undefined
  const place = await tx.branch(contact.branchId)
  const aboutMatter = contact.message === 'escalation'
  const asksCareWorker = contact.message === 'care-worker-check'
  const needsPeople = contact.number !== undefined || aboutMatter || asksCareWorker
  const people = needsPeople ? await tx.peopleOfCall(call) : []
  const codes = aboutMatter && picture?.matter !== undefined ? await tx.codesOf(picture.matter.id) : []
  const wanted = people.filter((one) => one.kind === 'care-worker' && one.careWorker.id === contact.party.id)
  const ofVisit = picture === undefined ? undefined : formalName(picture.visit.serviceUser)
  const callerName = asksCareWorker ? namesOf(wanted.length > 0 ? wanted : people) : (ofVisit ?? namesOf(people))
  const conversation = {
    call,
    place,
    now: tx.now,
    newId,
    contact,
    attempt: made,
    picture,
    item,
    people,
    codes,
    callerName,
    parent: undefined,
    talk: undefined,
    caller: undefined,
    duty: [],
    parentContact: undefined,
  }
  return { conversation, changes: opened === undefined ? [] : [opened.change] }
}

async function loadInbound(tx: Loading, id: CallId, newId: NewId) {
  const call = await tx.call(id)
  if (call === undefined) return undefined
  const parent = call.parentId === undefined ? undefined : await tx.call(call.parentId)
  const place = await tx.branch(call.branchId)
  const people = await tx.peopleOfCall(parent ?? call)
  const made = parent?.contactId === undefined ? undefined : await tx.contact(parent.contactId)
  const parentContact = made?.contact
  return {
    conversation: { ...ofCaller({ call, place, people, now: tx.now, newId }), parent, parentContact },
    changes: [],
  }
}

/** The conversation with whoever rang: about no contact of ours. */
export function ofCaller(known: Pick<Conversation, 'call' | 'place' | 'people' | 'now' | 'newId'>): Conversation {
  return {
    ...known,
    contact: undefined,
    attempt: undefined,
    picture: undefined,
    item: undefined,
    codes: [],
    talk: undefined,
    caller: undefined,
    duty: [],
    callerName: namesOf(known.people),
    parent: undefined,
    parentContact: undefined,
  }
}

/** Who is on the other end, by their number; of several it may be any. */
function namesOf(people: readonly KnownPerson[]): string {
  const names = [...new Set(people.map(nameOf))].slice(0, MOST_NAMES)
  return names.length === 0 ? 'an unknown number' : names.join(' or ')
}

const MOST_NAMES = 2

function nameOf(person: KnownPerson): string {
  switch (person.kind) {
    case 'service-user':
      return formalName(person.serviceUser)
    case 'service-user-contact':
      return `${person.name}, for ${formalName(person.serviceUser)}`
    case 'care-worker':
      return `care worker ${fullName(person.careWorker)}`
    case 'manager':
      return fullName(person.manager)
  }
}

function newCall(contact: ContactFacts, attempt: AttemptId, id: CallId, providerId: string | undefined, now: number) {
  const made = contact.attempts.find((a) => a.id === attempt)
  const flow = FLOW_OF[contact.message]
  if (made === undefined || flow === undefined) return undefined
  const common = {
    agencyId: contact.agencyId,
    branchId: contact.branchId,
    id,
    providerId: providerId ?? made.providerId,
    direction: 'out' as const,
    attemptId: attempt,
    contactId: contact.id,
    parentId: undefined,
    party: made.party,
    number: made.number,
    lineNumber: contact.lineNumber,
    flow,
    memory: {},
    startedAt: now,
  }
  const call: CallFacts = {
    ...common,
    turn: 0,
    answeredBy: made.answeredBy,
    proof: undefined,
    endedAt: undefined,
    replies: new Map(),
  }
  const change: Change = { kind: 'call-opened', call: { ...common, flowVersion: '' } }
  return { call, change }
}
