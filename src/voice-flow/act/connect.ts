import type { Change } from '../../cellar/change.ts'
import { callId } from '../../cellar/ids.ts'
import type { CallId } from '../../cellar/ids.ts'
import type { HeardInput, SpokenTurn, TurnRef } from '../../cellar/ports.ts'
import type { Loading } from '../../matter/act/store.ts'
import type { Then } from '../then.ts'
import type { Conversation } from './conversation.ts'
import type { StoredMemory } from './take-turn.ts'

/** How many phones a caller waits for before a time is promised instead. */
const LONGEST_LADDER = 3

export interface Connecting {
  then: SpokenTurn['then']
  changes: Change[]
  connecting: { whisper: CallId; tried: number }
}

/**
 * Puts the caller through to the next phone of the ladder, one at a time: were several rung at once, a voicemail that
 * picks up first would take the caller from the person who was about to. The whisper asks for a key; only that counts.
 */
export async function connect(
  tx: Loading,
  conversation: Conversation,
  wanted: Extract<Then, { kind: 'connect' }>,
  tried: number,
  next: TurnRef,
): Promise<Connecting | undefined> {
  const { call, place, now, newId } = conversation
  const ladder = (await tx.dutyLadder(place.branchId)).filter((d) => d.number !== call.number).slice(0, LONGEST_LADDER)
  const target = ladder[tried]
  if (target === undefined) return tried === 0 ? nobodyToRing(next) : undefined
  const whisper = callId(newId())
  const opened: Change = {
    kind: 'call-opened',
    call: {
      agencyId: call.agencyId,
      branchId: call.branchId,
      id: whisper,
      providerId: undefined,
      direction: 'whisper',
      attemptId: undefined,
      contactId: undefined,
      parentId: call.id,
      party: target.party,
      number: target.number,
      lineNumber: call.lineNumber,
      flow: wanted.whisper,
      flowVersion: '',
      memory: {},
      startedAt: now,
    },
  }
  return {
    then: {
      kind: 'connect',
      numbers: [target.number],
      callerId: call.lineNumber,
      ringSeconds: wanted.ringSeconds,
      whisper: { call: whisper },
      next,
    },
    changes: [opened],
    connecting: { whisper, tried: tried + 1 },
  }
}

/** No number is known at all: the flow goes on as if nobody had picked up. */
function nobodyToRing(next: TurnRef): Connecting {
  return {
    then: { kind: 'continue', next },
    changes: [],
    connecting: { whisper: callId('nobody'), tried: LONGEST_LADDER },
  }
}

/** What came of putting the caller through: the next phone is rung, or it is over one way or the other. */
export async function whatCameOfConnecting(
  tx: Loading,
  conversation: Conversation,
  memory: StoredMemory,
  heard: HeardInput,
  n: number,
) {
  const { connecting } = memory
  if (connecting === undefined || memory.flow === undefined) return undefined
  const accepted = connecting.whisper !== 'nobody' && (await wasAccepted(tx, connecting.whisper))
  if (accepted) return { kind: 'over' as const, accepted }
  const { call, now } = conversation
  const step = { kind: 'connect', to: 'person', ringSeconds: 25, whisper: 'accept-call' } as const
  const again = await connect(tx, conversation, step, connecting.tried, { call: call.id, turn: n + 1 })
  if (again === undefined || again.then.kind !== 'connect') return { kind: 'over' as const, accepted: false }
  const reply: SpokenTurn = { spoken: [], then: again.then }
  const turned: Change = {
    kind: 'call-turned',
    turn: {
      callId: call.id,
      n,
      input: { ...heard },
      heardAs: 'next-phone',
      reply,
      memory: { ...memory, connecting: again.connecting },
      proof: undefined,
      said: undefined,
      at: now,
    },
  }
  return { kind: 'try-next' as const, turn: { reply, changes: [...again.changes, turned] } }
}

/** Only the whisper's key is acceptance; a Dial that "completed" may have been a voicemail (design section 2). */
async function wasAccepted(tx: Loading, whisper: CallId): Promise<boolean> {
  const call = await tx.call(whisper)
  const flow = call?.memory['flow']
  return typeof flow === 'object' && flow !== null && 'outcome' in flow && endOf(flow.outcome) === 'joined'
}

function endOf(outcome: unknown): unknown {
  return typeof outcome === 'object' && outcome !== null && 'end' in outcome ? outcome.end : undefined
}
