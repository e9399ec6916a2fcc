import type { Change } from '../../cellar/change.ts'
import { callId } from '../../cellar/ids.ts'
import { isWithheld, parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { NewId, SpokenTurn } from '../../cellar/ports.ts'
import { isMember } from '../../no-show-line/act/load-caller.ts'
import type { KnownPerson, Loading } from '../../matter/act/store.ts'
import type { CallFacts } from '../call-facts.ts'
import { ofCaller } from './load-conversation.ts'
import { oneTurn, type TurnDeps } from './take-turn.ts'

/** A call to a line of ours: whoever it is, they are led to a person; the same call twice is one call. */
export function createReceiveCall({ store, flows, understand, newId }: TurnDeps) {
  return async function receiveCall(received: Received): Promise<SpokenTurn> {
    try {
      return await answer(received)
    } catch (fault) {
      // of two deliveries in the same moment one is stored first, and the other says what that one said
      const first = await store.act(async (tx) => ({ changes: [], result: await firstReply(tx, received) }))
      if (first === undefined) throw fault
      return first
    }
  }

  function answer(received: Received): Promise<SpokenTurn> {
    return store.act<SpokenTurn>(async (tx) => {
      const first = await firstReply(tx, received)
      if (first !== undefined) return { changes: [], result: first }
      const place = await tx.branchOfLine(received.to)
      // set up wrongly: whoever serves the web leads such a caller to a person, and says so in the log
      if (place === undefined)
        throw new RangeError('a call came to a number that is no line of ours; import it, or correct it at the carrier')
      const answered = newCall(received, place, tx.now, newId)
      const people = await tx.peopleOfCall(answered)
      const call = { ...answered, flow: flowFor(people) }
      const opened: Change = { kind: 'call-opened', call: { ...call, flowVersion: '' } }
      const conversation = ofCaller({ call, place, people, now: tx.now, newId })
      const { reply, changes } = await oneTurn(tx, conversation, {}, 1, { flows, understand })
      return { changes: [opened, ...changes], result: reply }
    })
  }
}

interface Received {
  providerId: string
  from: string
  to: string
}

async function firstReply(tx: Loading, { providerId }: Received): Promise<SpokenTurn | undefined> {
  return (await tx.callOfProvider(providerId))?.replies.get(1)
}

/**
 * A care worker's number has a line of its own, and so has a household's (P-020); whoever else it is, whose number we do
 * not know or who works in the office, is led to a person at once.
 */
function flowFor(people: readonly KnownPerson[]): string {
  if (people.some((person) => person.kind === 'care-worker')) return 'care-worker-line'
  const household = people.some(isMember) && !people.some((person) => person.kind === 'manager')
  return household ? 'no-show-line' : 'person-line'
}

function newCall(
  { providerId, from }: { providerId: string; from: string },
  place: {
    agencyId: CallFacts['agencyId']
    branchId: CallFacts['branchId']
    facts: { lineNumber: CallFacts['lineNumber'] }
  },
  now: number,
  newId: NewId,
): CallFacts {
  const number = isWithheld(from) ? 'withheld' : (parsePhoneNumber(from) ?? 'unreadable')
  return {
    agencyId: place.agencyId,
    branchId: place.branchId,
    id: callId(newId()),
    providerId,
    direction: 'in',
    attemptId: undefined,
    contactId: undefined,
    parentId: undefined,
    party: { kind: 'unknown' },
    number,
    lineNumber: place.facts.lineNumber,
    flow: 'person-line',
    memory: {},
    turn: 0,
    answeredBy: undefined,
    proof: undefined,
    startedAt: now,
    endedAt: undefined,
    replies: new Map(),
  }
}
