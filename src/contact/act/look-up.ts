import type { AttemptId } from '../../cellar/ids.ts'
import type { Change } from '../../cellar/change.ts'
import type { Carrier, CarrierReport, FoundSend, NewId } from '../../cellar/ports.ts'
import { settle } from '../../matter/act/settle.ts'
import type { DoubtfulAttempt, Store } from '../../matter/act/store.ts'
import { isOpen } from '../attempt-facts.ts'
import { whichIsOurs } from '../which-is-ours.ts'
import { carrierSaid } from './carrier-said.ts'

const SECOND_LOOK_MS = 5_000
const ASK_AGAIN_MS = 10_000
const LOOKS_AT_A_TEXT = 2
/** When the carrier cannot even be asked: after so many tries the climb goes on, and the asking too. */
const TRIES_BEFORE_GOING_ON = 3

/**
 * Finds out what became of an attempt that nothing is heard of (design section 2): by its id when there is one, else in
 * the carrier's list, twice; then it is lost and its contact goes on. One that is wanted back is taken back here.
 */
export function createLookUp({ store, carrier, newId }: { store: Store; carrier: Carrier; newId: NewId }) {
  return async function lookUp(id: AttemptId): Promise<void> {
    const doubtful = await store.act(async (tx) => ({ changes: [], result: await tx.doubtful(id) }))
    if (doubtful === undefined || !isDue(doubtful)) return
    if (!isOpen(doubtful.attempt)) return clear(id)
    const found = await ask(doubtful)
    if (found === 'could-not-ask') return notAnswered(doubtful)
    if (found === undefined) return notFound(doubtful)
    const report = sentIsEnough(doubtful, found)
    await store.act(async (tx) => ({
      changes: [...(await carrierSaid(tx, id, report, newId)), again(id, tx.now + ASK_AGAIN_MS)],
      result: undefined,
    }))
  }

  async function ask(doubtful: DoubtfulAttempt): Promise<CarrierReport | undefined | 'could-not-ask'> {
    const { attempt } = doubtful
    try {
      const found = attempt.providerId === undefined ? await onTheList(doubtful) : undefined
      const providerId = attempt.providerId ?? found?.providerId
      if (attempt.cancelWanted && attempt.channel === 'call' && providerId !== undefined) {
        const taken = await carrier.cancelCall(providerId)
        if (taken === 'cancelled') return { providerId, state: 'ended', outcome: 'cancelled' }
      }
      return found ?? (providerId === undefined ? undefined : await carrier.fetchState(attempt.channel, providerId))
    } catch {
      return 'could-not-ask'
    }
  }

  async function onTheList({ attempt, from, words }: DoubtfulAttempt): Promise<FoundSend | undefined> {
    const since = attempt.plannedAt
    const found =
      attempt.channel === 'call'
        ? await carrier.findCalls({ from, to: attempt.number, since })
        : await carrier.findTexts({ from, to: attempt.number, body: words ?? '', since })
    return oursAmong(found, since)
  }

  async function oursAmong(found: FoundSend[], since: number): Promise<FoundSend | undefined> {
    if (found.length === 0) return undefined
    const ids = found.map((f) => f.providerId)
    const adopted = await store.act(async (tx) => ({ changes: [], result: await tx.adopted(ids) }))
    return whichIsOurs(found, { since, adopted })
  }

  async function notFound({ attempt }: DoubtfulAttempt): Promise<void> {
    if (attempt.providerId === undefined)
      return attempt.lookUps === 0 ? lookAgain(attempt.id, SECOND_LOOK_MS) : lost(attempt.id)
    // the carrier knows no such id any more: nothing will be heard of it
    await store.act(async (tx) => ({
      changes: await carrierSaid(
        tx,
        attempt.id,
        { providerId: attempt.providerId, state: 'ended', outcome: 'failed' },
        newId,
      ),
      result: undefined,
    }))
  }

  async function notAnswered({ attempt }: DoubtfulAttempt): Promise<void> {
    if (attempt.providerId === undefined && attempt.lookUps + 1 >= TRIES_BEFORE_GOING_ON) return lost(attempt.id)
    await lookAgain(attempt.id, ASK_AGAIN_MS)
  }

  async function lost(id: AttemptId): Promise<void> {
    await store.act(async (tx) => {
      const contactId = await tx.contactOfAttempt(id)
      const loaded = contactId === undefined ? undefined : await tx.contact(contactId)
      if (loaded === undefined) return { changes: [], result: undefined }
      const { contact, picture } = loaded
      const attempts = contact.attempts.map((a) =>
        a.id === id ? { ...a, state: 'lost' as const, endedAt: tx.now } : a,
      )
      const move: Change = { kind: 'attempt-moved', id, to: { state: 'lost', at: tx.now } }
      return { changes: [move, ...(await settle(tx, { ...contact, attempts }, picture, newId))], result: undefined }
    })
  }

  async function lookAgain(id: AttemptId, inMs: number): Promise<void> {
    await store.act(async (tx) => ({ changes: [again(id, tx.now + inMs)], result: undefined }))
  }

  /** A job may come twice, and before its time: what is not due is left to the answer or callback that is on its way. */
  function isDue({ lookUpAt, asOf }: DoubtfulAttempt): boolean {
    return lookUpAt !== undefined && lookUpAt <= asOf
  }

  async function clear(id: AttemptId): Promise<void> {
    await store.act(async () => ({
      changes: [{ kind: 'attempt-moved', id, to: { state: 'looked-up' } }],
      result: undefined,
    }))
  }
}

/** Many networks never confirm a delivery: after two looks a text that was sent counts as sent, and no more than that. */
function sentIsEnough({ attempt }: DoubtfulAttempt, found: CarrierReport): CarrierReport {
  const waitedEnough = attempt.channel === 'text' && attempt.lookUps >= LOOKS_AT_A_TEXT && found.state !== 'ended'
  return waitedEnough ? { ...found, state: 'ended', outcome: 'sent' } : found
}

function again(id: AttemptId, at: number): Change {
  return { kind: 'attempt-moved', id, to: { state: 'look-up-again', at } }
}
