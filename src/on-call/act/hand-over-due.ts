import type { Change } from '../../cellar/change.ts'
import type { HandOverId } from '../../cellar/ids.ts'
import { readableNumber } from '../../cellar/phone-number.ts'
import type { NewId } from '../../cellar/ports.ts'
import { isOpen, isWaiting } from '../../contact/attempt-facts.ts'
import { dropContact } from '../../contact/decide-contact.ts'
import { textToManager } from '../../contact/text-to-manager.ts'
import type { Loading, Store } from '../../matter/act/store.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { fullName, shortName } from '../../rota/names.ts'
import type { PersonFacts } from '../../rota/visit-facts.ts'
import type { HandOverFacts } from './on-call-facts.ts'

/** How often a hand-over looks what became of its calls. */
export const LOOK_AT_HAND_OVER_MS = 20_000
/** Whatever becomes of the calls, by then the outgoing manager knows whether they keep the phone. */
const DECIDED_AFTER_MS = 15 * 60_000
/** Somebody who is on the phone just then may still press the keys. */
const LONGEST_CALL_MS = 10 * 60_000

/**
 * Looks what became of a hand-over: while the incoming manager is being rung it waits; when nobody took the phone, the
 * outgoing one keeps it and is told by text, or, where nobody had it or they cannot be texted, the office list has it.
 */
export function createHandOverDue({ store, newId }: { store: Store; newId: NewId }) {
  return async function handOverDue(id: HandOverId): Promise<void> {
    await store.act(async (tx) => {
      const handOver = await tx.handOver(id)
      if (handOver?.nextDueAt === undefined || handOver.nextDueAt > tx.now) return { changes: [], result: undefined }
      if (isUnderWay(handOver, tx.now)) {
        const to = { state: 'look-again', nextDueAt: tx.now + LOOK_AT_HAND_OVER_MS } as const
        return { changes: [{ kind: 'hand-over-moved', id, to }], result: undefined }
      }
      return { changes: await keep(tx, handOver, newId), result: undefined }
    })
  }
}

function isUnderWay({ contact, dueAt }: HandOverFacts, now: number): boolean {
  if (contact === undefined) return false
  const calling = contact.attempts.some((attempt) => isOpen(attempt) && attempt.state !== 'planned')
  if (calling) return now < dueAt + DECIDED_AFTER_MS + LONGEST_CALL_MS
  return isWaiting(contact) && contact.exhaustedAt === undefined && now < dueAt + DECIDED_AFTER_MS
}

async function keep(tx: Loading, handOver: HandOverFacts, newId: NewId): Promise<Change[]> {
  const { id, contact, from, to } = handOver
  const kept: Change = { kind: 'hand-over-moved', id, to: { state: 'kept', at: tx.now } }
  const stop = contact !== undefined && isWaiting(contact) ? dropContact(contact, 'nobody took the phone', tx.now) : []
  const incoming = await tx.manager(to)
  const outgoing = from === undefined ? undefined : await tx.manager(from)
  const canBeTexted = outgoing?.numbers.some((one) => one.lineType === 'mobile' && !one.noTexts) ?? false
  if (outgoing === undefined || !canBeTexted) return [kept, ...stop, await forOffice(tx, handOver, incoming, newId)]
  return [kept, ...stop, textToOutgoing(tx, handOver, outgoing, incoming, newId)]
}

function textToOutgoing(
  tx: Loading,
  handOver: HandOverFacts,
  outgoing: PersonFacts,
  incoming: PersonFacts | undefined,
  newId: NewId,
): Change {
  const number = incoming?.numbers[0]?.number
  const other = incoming && shortName({ ...incoming, preferredName: incoming.firstName })
  const text = {
    party: { kind: 'manager', id: outgoing.id },
    message: 'phone-kept',
    details: {
      text: number === undefined ? 'phone-kept-no-number' : 'phone-kept',
      me: outgoing.firstName,
      other: other ?? 'the next manager',
      ...(number === undefined ? {} : { number: readableNumber(number) }),
    },
    subject: `hand-over ${handOver.id}`,
  } as const
  return textToManager(handOver, text, tx.now, newId)
}

async function forOffice(
  tx: Loading,
  { id, branchId, dueAt }: HandOverFacts,
  incoming: PersonFacts | undefined,
  newId: NewId,
): Promise<Change> {
  const number = incoming?.numbers[0]?.number
  const wanted = {
    kind: 'phone-not-taken',
    details: { person: incoming === undefined ? 'somebody' : fullName(incoming), time: dueAt },
    subject: `hand-over ${id}`,
    dueAt: promisedTime(tx.now),
    ...(number === undefined ? {} : { number }),
  } as const
  return officeItem(await tx.branch(branchId), wanted, tx.now, newId)
}
