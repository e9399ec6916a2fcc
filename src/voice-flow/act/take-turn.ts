import type { Change } from '../../cellar/change.ts'
import type { CallId } from '../../cellar/ids.ts'
import type { HeardInput, NewId, SpokenTurn } from '../../cellar/ports.ts'
import type { Loading, Store } from '../../matter/act/store.ts'
import type { ActionRequest } from '../catalogue.ts'
import type { CallFacts } from '../call-facts.ts'
import type { Flow } from '../flow.ts'
import type { CallMemory, Heard, Turn } from '../stepper.ts'
import { advance, begin } from '../stepper.ts'
import { fill, slotsIn } from '../utterances.ts'
import { claimsOf } from './claims.ts'
import { connect, whatCameOfConnecting } from './connect.ts'
import type { Conversation } from './conversation.ts'
import { EFFECTS } from './effects.ts'
import { factsOf } from './facts.ts'
import { loadConversation } from './load-conversation.ts'
import { proofOf } from './proof.ts'
import { valuesOf } from './values.ts'

export type Flows = ReadonlyMap<string, Flow>

/** What a call row remembers: the flow's own memory, and whom a caller is being put through to. */
export interface StoredMemory {
  flow: CallMemory | undefined
  connecting?: { whisper: CallId; tried: number }
}

/**
 * One turn of any call: what was heard goes in, what to say next comes out, and its effects are stored with it. Any
 * process can serve any turn; the same turn again gets the stored reply (design section 2, "Calls have no memory").
 */
export function createTakeTurn({ store, flows, newId }: { store: Store; flows: Flows; newId: NewId }) {
  return async function takeTurn(taken: {
    call: CallId
    turn: number
    heard: HeardInput
    providerId?: string
  }): Promise<SpokenTurn> {
    return store.act<SpokenTurn>(async (tx) => {
      const loaded = await loadConversation(tx, taken.call, taken.providerId, newId)
      if (loaded === undefined) throw new RangeError('no call of ours has such an address')
      const { conversation, changes } = loaded
      const stored = conversation.call.replies.get(taken.turn)
      if (stored !== undefined) return { changes: [], result: stored }
      const next = await oneTurn(tx, conversation, taken.heard, taken.turn, flows)
      return { changes: [...changes, ...next.changes], result: next.reply }
    })
  }
}

/** The next turn of a conversation; also the first one of a call that has just come in. */
export async function oneTurn(tx: Loading, conversation: Conversation, heard: HeardInput, n: number, flows: Flows) {
  const { call } = conversation
  const memory = memoryOf(call)
  const flow = flows.get(call.flow)
  if (flow === undefined) throw new Error(`call ${call.id}: there is no flow ${call.flow}; see voice-flows`)
  const connecting = await whatCameOfConnecting(tx, conversation, memory, heard, n)
  if (connecting?.kind === 'try-next') return connecting.turn
  const turn =
    memory.flow === undefined
      ? begin(flow, 'en', factsOf(conversation))
      : advance(flow, memory.flow, meant(heard, connecting), factsOf(conversation))
  return finish(tx, conversation, turn, heard, n)
}

async function finish(tx: Loading, conversation: Conversation, turn: Turn, heard: HeardInput, n: number) {
  const { call, now, attempt } = conversation
  const spoken = fill(turn, valuesOf(conversation))
  const effects = turn.actions.flatMap((action) => effectOf(action, conversation))
  const next = { call: call.id, turn: n + 1 }
  const joined = turn.then.kind === 'connect' ? await connect(tx, conversation, turn.then, 0, next) : undefined
  const reply: SpokenTurn = { spoken, then: joined?.then ?? thenOf(turn, next) }
  const memory: StoredMemory = { flow: turn.memory, ...(joined === undefined ? {} : { connecting: joined.connecting }) }
  const claims =
    attempt === undefined
      ? undefined
      : claimsOf(
          conversation,
          turn.utterances.flatMap((u) => ('say' in u ? slotsIn(u.say) : [])),
        )
  const stored: Change = {
    kind: 'call-turned',
    turn: {
      callId: call.id,
      n,
      input: { ...heard },
      heardAs: turn.heardAs,
      reply,
      memory: { ...memory },
      proof: proofOf(turn, call),
      said: claims === undefined || attempt === undefined ? undefined : { attempt: attempt.id, claims },
      at: now,
    },
  }
  return { reply, changes: [...effects, ...(joined?.changes ?? []), stored] }
}

function effectOf(action: ActionRequest, conversation: Conversation): Change[] {
  // each handler takes its own action's parameters; the catalogue's types hold the two together
  const handler: (given: ActionRequest['with'] & { why: string }, c: Conversation) => Change[] = EFFECTS[action.name]
  return handler({ why: '', ...action.with }, conversation)
}

function thenOf(turn: Turn, next: { call: CallId; turn: number }): SpokenTurn['then'] {
  const { then } = turn
  switch (then.kind) {
    case 'listen':
      return { ...then, next }
    case 'continue':
      return { kind: 'continue', next }
    case 'put-through':
      return { kind: 'put-through' }
    case 'connect':
    case 'hang-up':
      return { kind: 'hang-up' }
  }
}

function meant(heard: HeardInput, connecting: { kind: 'over'; accepted: boolean } | undefined): Heard {
  if (connecting !== undefined) return { kind: 'connected', accepted: connecting.accepted }
  if (heard.digits !== undefined) return { kind: 'keys', keys: heard.digits }
  if (heard.speech !== undefined) {
    return {
      kind: 'words',
      words: heard.speech,
      ...(heard.confidence === undefined ? {} : { confidence: heard.confidence }),
    }
  }
  return { kind: 'silence' }
}

/** The memory of a stored call; written by this file only. */
export function memoryOf(call: CallFacts): StoredMemory {
  const { flow, connecting } = call.memory as { flow?: CallMemory; connecting?: StoredMemory['connecting'] }
  return { flow, ...(connecting === undefined ? {} : { connecting }) }
}
