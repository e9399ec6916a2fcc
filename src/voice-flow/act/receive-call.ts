import type { Change } from '../../cellar/change.ts'
import { callId } from '../../cellar/ids.ts'
import { isWithheld, parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { NewId, SpokenTurn } from '../../cellar/ports.ts'
import type { KnownPerson } from '../../matter/act/store.ts'
import type { CallFacts } from '../call-facts.ts'
import { ofCaller } from './load-conversation.ts'
import { oneTurn, type TurnDeps } from './take-turn.ts'

/** A call to a line of ours: whoever it is, they are led to a person; the same call twice is one call. */
export function createReceiveCall({ store, flows, understand, newId }: TurnDeps) {
  return async function receiveCall(received: { providerId: string; from: string; to: string }): Promise<SpokenTurn> {
    return store.act<SpokenTurn>(async (tx) => {
      const known = await tx.callOfProvider(received.providerId)
      const first = known?.replies.get(1)
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

/** A care worker's number has a line of its own; everybody else is led to a person at once. */
function flowFor(people: readonly KnownPerson[]): string {
  return people.some((person) => person.kind === 'care-worker') ? 'care-worker-line' : 'person-line'
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
