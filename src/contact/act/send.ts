import type { AttemptMove, Change } from '../../cellar/change.ts'
import type { AttemptId, ContactId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Carrier, NewId, SendAnswer } from '../../cellar/ports.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { Loading, Store } from '../../matter/act/store.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import type { ContactFacts } from '../attempt-facts.ts'
import { isWaiting } from '../attempt-facts.ts'
import { SAME_NUMBER_REST_MS } from '../next-try.ts'
import { textFor, type WrittenWords } from '../text-for.ts'
import type { Report } from '../attempt-state.ts'
import { carrierSaid } from './carrier-said.ts'

/** An attempt whose slot was claimed: it is in the state `placing` and has a lease. */
export interface Claimed {
  id: AttemptId
  contactId: ContactId
  channel: 'call' | 'text'
  from: PhoneNumber
  to: PhoneNumber
  validUntil: number | undefined
}

/** Where the carrier reports to and asks what to say. */
export interface CallbackAddresses {
  answer(attempt: AttemptId): string
  callStatus(attempt: AttemptId): string
  machine(attempt: AttemptId): string
  textStatus(attempt: AttemptId): string
}

export interface SendDeps {
  store: Store
  carrier: Carrier
  addresses: CallbackAddresses
  words: WrittenWords
  newId: NewId
}

const RING_SECONDS = 30
/** After this the carrier is asked what became of a send whose answer never came (design section 2). */
const LOOK_UP_AFTER_MS = 10_000
const NO_CALLBACK_MS = 60_000
const TEXT_VALID_SECONDS = 4 * 60 * 60

/**
 * Makes the call or sends the text of a claimed attempt. The claim was recorded before, so a crash anywhere in here
 * leaves an attempt that is looked up, never one that is sent again blindly.
 */
export function createSend({ store, carrier, addresses, words, newId }: SendDeps) {
  return async function send(claimed: Claimed): Promise<void> {
    const ready = await prepare(claimed)
    if (ready === undefined) return
    const answer = await (ready.body === undefined ? place(claimed) : text(claimed, ready.body))
    await record(claimed, answer)
  }

  /** Looks once more whether it is still wanted, and words a text; undefined when it is not to be made. */
  async function prepare(claimed: Claimed): Promise<{ body: string | undefined } | undefined> {
    return store.act<{ body: string | undefined } | undefined>(async (tx) => {
      const loaded = await tx.contact(claimed.contactId)
      if (loaded === undefined) return { changes: [], result: undefined }
      const { contact, picture } = loaded
      const unwanted = whyUnwanted(contact, picture, tx.now, newId)
      if (unwanted !== undefined) {
        const over: Change = {
          kind: 'attempt-moved',
          id: claimed.id,
          to: { state: 'ended', at: tx.now, outcome: unwanted.outcome },
        }
        return { changes: [...unwanted.changes, over], result: undefined }
      }
      if (claimed.channel === 'call') {
        const resting = await isResting(tx, contact, claimed)
        return resting
          ? { changes: await notNow(tx, claimed, newId), result: undefined }
          : { changes: [], result: { body: undefined } }
      }
      if (await tx.textsStopped(claimed.to))
        return { changes: await refusedByUs(tx, claimed, newId), result: undefined }
      const { facts } = await tx.branch(contact.branchId)
      const about = {
        contact,
        number: claimed.to,
        visit: picture?.visit,
        contacts: picture?.contacts ?? [],
        branch: facts,
      }
      const { body, said } = textFor(about, words, tx.now)
      return {
        changes: [{ kind: 'attempt-moved', id: claimed.id, to: { state: 'worded', words: body, said } }],
        result: { body },
      }
    })
  }

  function place({ id, from, to }: Claimed): Promise<SendAnswer> {
    const { answer, callStatus, machine } = addresses
    return carrier.placeCall({
      attempt: id,
      from,
      to,
      answerUrl: answer(id),
      statusUrl: callStatus(id),
      machineUrl: machine(id),
      ringSeconds: RING_SECONDS,
      detectMachine: true,
    })
  }

  function text({ id, from, to, validUntil }: Claimed, body: string): Promise<SendAnswer> {
    const validSeconds = validUntil === undefined ? TEXT_VALID_SECONDS : 30 * 60
    return carrier.sendText({ attempt: id, from, to, body, statusUrl: addresses.textStatus(id), validSeconds })
  }

  async function record({ id }: Claimed, answer: SendAnswer): Promise<void> {
    if (answer.kind !== 'refused') {
      return store.write((now) => ({ kind: 'attempt-moved', id, to: takenBy(answer, now) }))
    }
    const report = refusal(answer)
    await store.act(async (tx) => ({ changes: await carrierSaid(tx, id, report, newId), result: undefined }))
  }
}

/**
 * Between planning and claiming a visit may have been cancelled, or its time may have passed: what is not wanted any more
 * is not sent, whether or not anybody has looked at the visit since (design 1.6).
 */
function whyUnwanted(contact: ContactFacts, picture: VisitPicture | undefined, now: number, newId: NewId) {
  if (contact.validUntil !== undefined && contact.validUntil <= now) return { outcome: 'expired' as const, changes: [] }
  if (!isWaiting(contact)) return { outcome: 'cancelled' as const, changes: [] }
  const changes = picture === undefined ? [] : decideAgain(picture, now, newId)
  const dropped = changes.some((change) => change.kind === 'contact-dropped' && change.id === contact.id)
  return dropped ? { outcome: 'cancelled' as const, changes } : undefined
}

/**
 * While this call waited for its slot, another one about another person rang the same phone: it rests for 90 seconds, and
 * the climb goes on with the next phone at once.
 */
async function isResting(tx: Loading, { message }: ContactFacts, { id, to }: Claimed): Promise<boolean> {
  if (message !== 'escalation') return false
  const [rest] = await tx.numberRests([to], id)
  return rest !== undefined && rest.lastEndedAt + SAME_NUMBER_REST_MS > tx.now
}

function notNow(tx: Loading, { id }: Claimed, newId: NewId): Promise<Change[]> {
  return carrierSaid(tx, id, { providerId: undefined, state: 'ended', outcome: 'cancelled' }, newId)
}

/** Whoever has the number sent STOP: the carrier would refuse the text, so it is not asked, and the order goes on. */
function refusedByUs(tx: Loading, { id }: Claimed, newId: NewId): Promise<Change[]> {
  return carrierSaid(tx, id, { providerId: undefined, state: 'ended', outcome: 'stopped' }, newId)
}

/** Whether the carrier has it, is too busy for it, or nobody knows. */
function takenBy(answer: Exclude<SendAnswer, { kind: 'refused' }>, now: Instant): AttemptMove {
  switch (answer.kind) {
    case 'accepted':
      return { state: 'placed', providerId: answer.providerId, at: now, lookUpAt: now + NO_CALLBACK_MS }
    case 'busy':
      return { state: 'planned', dueAt: now + answer.retryAfterSeconds * 1000 }
    case 'unknown':
      return { state: 'unknown', lookUpAt: now + LOOK_UP_AFTER_MS }
  }
}

/** A refused send has ended without ever having an id. */
function refusal(answer: Extract<SendAnswer, { kind: 'refused' }>): Report {
  return {
    providerId: undefined,
    state: 'ended',
    outcome: answer.why,
    ...(answer.code === undefined ? {} : { code: answer.code }),
  }
}
