import type { Change } from '../../cellar/change.ts'
import type { CallId } from '../../cellar/ids.ts'
import type { HeardInput, NewId, SpokenTurn } from '../../cellar/ports.ts'
import type { Loading, Store } from '../../matter/act/store.ts'
import type { CallFacts } from '../call-facts.ts'
import type { Flow } from '../flow.ts'
import type { CallMemory, Heard, Turn } from '../stepper.ts'
import { advance, begin } from '../stepper.ts'
import { fill, slotsIn } from '../utterances.ts'
import { claimsOf } from './claims.ts'
import { connect, whatCameOfConnecting } from './connect.ts'
import type { Understand } from '../../texts/act/context.ts'
import type { Conversation } from './conversation.ts'
import { heardOf } from './heard-words.ts'
import { factsOf } from './facts.ts'
import { loadConversation } from './load-conversation.ts'
import { effectsOf } from './loading-effects.ts'
import { proofOf } from './proof.ts'
import { keptAfter, type KeptTalk } from './talk.ts'
import { valuesOf } from './values.ts'
import { whoseTalk, type Whose } from './whose-talk.ts'

export type Flows = ReadonlyMap<string, Flow>

/** What a call row remembers: the flow's own memory, and whom a caller is being put through to. */
export interface StoredMemory {
  flow: CallMemory | undefined
  connecting?: { whisper: CallId; tried: number }
  talk?: KeptTalk
  /** which of several service users is told of */
  person?: number
}

export interface TurnDeps {
  store: Store
  flows: Flows
  understand: Understand
  newId: NewId
}

/**
 * One turn of any call: what was heard goes in, what to say next comes out, and its effects are stored with it. Any
 * process can serve any turn; the same turn again gets the stored reply (design section 2, "Calls have no memory").
 */
export function createTakeTurn({ store, flows, understand, newId }: TurnDeps) {
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
      const next = await oneTurn(tx, conversation, taken.heard, taken.turn, { flows, understand })
      return { changes: [...changes, ...next.changes], result: next.reply }
    })
  }
}

/** The next turn of a conversation; also the first one of a call that has just come in. */
export async function oneTurn(
  tx: Loading,
  conversation: Conversation,
  heard: HeardInput,
  n: number,
  { flows, understand }: Pick<TurnDeps, 'flows' | 'understand'>,
) {
  const { call } = conversation
  const memory = memoryOf(call)
  const flow = flows.get(call.flow)
  if (flow === undefined) throw new Error(`call ${call.id}: there is no flow ${call.flow}; see voice-flows`)
  const connecting = await whatCameOfConnecting(tx, conversation, memory, heard, n)
  if (connecting?.kind === 'try-next') return connecting.turn
  const person = memory.person ?? 0
  const whose = await whoseTalk(tx, conversation, memory.talk ?? {}, person, memory.flow === undefined)
  const before = whose.with(memory.flow, memory.talk ?? {})
  const turn =
    memory.flow === undefined
      ? begin(flow, 'en', factsOf(before))
      : advance(
          flow,
          memory.flow,
          meant(heard, connecting, before, askedFor(flow, memory.flow), understand),
          factsOf(before),
        )
  return finish(tx, whose, turn, heard, n, memory, understand)
}

async function finish(
  tx: Loading,
  whose: Whose,
  turn: Turn,
  heard: HeardInput,
  n: number,
  memory: StoredMemory,
  understand: Understand,
) {
  const numberHeard = turn.heardAs === 'number'
  const conversation = whose.with(turn.memory, numberHeard ? { ...whose.kept, numberAt: tx.now } : whose.kept)
  const { call, now, attempt, talk } = conversation
  const spoken = fill(turn, valuesOf(conversation))
  const reports = turn.actions.some((action) => action.name === 'report-late')
  const effects = await effectsOf(tx, turn.actions, conversation, heard, understand)
  const person = (memory.person ?? 0) + turn.actions.filter((action) => action.name === 'next-person').length
  const next = { call: call.id, turn: n + 1 }
  const joined = turn.then.kind === 'connect' ? await connect(tx, conversation, turn.then, 0, next) : undefined
  const reply: SpokenTurn = { spoken, then: joined?.then ?? thenOf(turn, next, patienceOf(conversation)) }
  const kept = talk && {
    ...keptAfter(memory.talk ?? {}, talk, numberHeard, now),
    ...(reports && talk.visit !== undefined ? { reported: talk.visit.ref } : {}),
  }
  const stored: StoredMemory = {
    flow: turn.memory,
    ...(joined === undefined ? {} : { connecting: joined.connecting }),
    ...(kept === undefined ? {} : { talk: kept }),
    ...(person === 0 ? {} : { person }),
  }
  const slots = turn.utterances.flatMap((u) => ('say' in u ? slotsIn(u.say) : []))
  const claims = attempt === undefined ? undefined : claimsOf(conversation, slots)
  const turned: Change = {
    kind: 'call-turned',
    turn: {
      callId: call.id,
      n,
      input: { ...heard },
      heardAs: turn.heardAs,
      reply,
      memory: { ...stored },
      proof: proofOf(turn, call),
      said: claims === undefined || attempt === undefined ? undefined : { attempt: attempt.id, claims },
      at: now,
    },
  }
  return { reply, changes: [...effects, ...(joined?.changes ?? []), turned] }
}

function thenOf(turn: Turn, next: { call: CallId; turn: number }, leastSeconds: number): SpokenTurn['then'] {
  const { then } = turn
  switch (then.kind) {
    case 'listen':
      return { ...then, waitSeconds: Math.max(then.waitSeconds, leastSeconds), next }
    case 'continue':
      return { kind: 'continue', next }
    case 'put-through':
      return { kind: 'put-through' }
    case 'connect':
    case 'hang-up':
      return { kind: 'hang-up' }
  }
}

/** A relay assistant passes on what is said, and then what is answered: nobody is timed out early (design 3.4). */
const RELAY_SECONDS = 20

function patienceOf({ caller, picture }: Conversation): number {
  const relayed = caller?.who.relayUk ?? picture?.visit.serviceUser.relayUk ?? false
  return relayed ? RELAY_SECONDS : 0
}

function meant(
  heard: HeardInput,
  connecting: { kind: 'over'; accepted: boolean } | undefined,
  conversation: Conversation,
  asked: string | undefined,
  understand: Understand,
): Heard {
  if (connecting !== undefined) return { kind: 'connected', accepted: connecting.accepted }
  return heardOf(heard, conversation, asked, understand)
}

/** The number that the step waits for, or that somebody is there, if it waits for one of these. */
function askedFor(flow: Flow, { step }: CallMemory): string | undefined {
  const content = Object.hasOwn(flow.steps, step) ? flow.steps[step] : undefined
  if (content?.kind !== 'listen') return undefined
  const asksArrived = Object.values(content.answers).some(({ reads }) => reads.includes('arrived'))
  return content.number?.is ?? (asksArrived ? 'arrived' : undefined)
}

/** The memory of a stored call; written by this file only. */
export function memoryOf(call: CallFacts): StoredMemory {
  const { flow, connecting, talk, person } = call.memory as Partial<StoredMemory>
  return {
    flow,
    ...(connecting === undefined ? {} : { connecting }),
    ...(talk === undefined ? {} : { talk }),
    ...(person === undefined ? {} : { person }),
  }
}
