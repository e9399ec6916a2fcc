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
import type { Understand } from '../../texts/act/context.ts'
import type { Conversation } from './conversation.ts'
import { EFFECTS } from './effects.ts'
import { heardOf } from './heard-words.ts'
import { factsOf } from './facts.ts'
import { loadConversation } from './load-conversation.ts'
import { proofOf } from './proof.ts'
import { reportLate, reportWord } from './report-late.ts'
import { keptAfter, loadTalk, talkOf, type KeptTalk, type Loaded } from './talk.ts'
import { valuesOf } from './values.ts'
import { checkTalk } from './watch-talk.ts'

export type Flows = ReadonlyMap<string, Flow>

/** What a call row remembers: the flow's own memory, and whom a caller is being put through to. */
export interface StoredMemory {
  flow: CallMemory | undefined
  connecting?: { whisper: CallId; tried: number }
  talk?: KeptTalk
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
  const whose = await whoseTalk(tx, conversation, memory)
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

/** A care worker's call is about their visits: loaded anew for every turn, with what the call remembers of them. */
async function whoseTalk(tx: Loading, conversation: Conversation, { talk: kept = {} }: StoredMemory) {
  const ownLine = conversation.call.flow === 'care-worker-line'
  const check = conversation.call.flow === 'care-worker-check'
  const loaded: Loaded | undefined = ownLine
    ? await loadTalk(tx, conversation.people, kept)
    : check
      ? checkTalk(conversation, await tx.peopleOfCall(conversation.call), kept)
      : undefined
  const duty = ownLine ? await tx.dutyLadder(conversation.place.branchId) : []
  return {
    kept,
    with: (memory: CallMemory | undefined, known: KeptTalk): Conversation => ({
      ...conversation,
      duty,
      talk: loaded && talkOf(loaded, known, memory, tx.now),
    }),
  }
}

async function finish(
  tx: Loading,
  whose: Awaited<ReturnType<typeof whoseTalk>>,
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
  const effects = [
    ...(reports ? await reportLate(tx, conversation, understand) : []),
    ...(turn.actions.some(({ name }) => name === 'report-arrived')
      ? await reportWord(tx, conversation, 'arrived')
      : []),
    ...(turn.actions.some(({ name }) => name === 'report-cannot-come')
      ? await reportWord(tx, conversation, 'cannot-attend')
      : []),
    ...turn.actions.flatMap((action) => effectOf(action, conversation)),
  ]
  const next = { call: call.id, turn: n + 1 }
  const joined = turn.then.kind === 'connect' ? await connect(tx, conversation, turn.then, 0, next) : undefined
  const reply: SpokenTurn = { spoken, then: joined?.then ?? thenOf(turn, next) }
  const kept = talk && {
    ...keptAfter(memory.talk ?? {}, talk, numberHeard, now),
    ...(reports && talk.visit !== undefined ? { reported: talk.visit.ref } : {}),
  }
  const stored: StoredMemory = {
    flow: turn.memory,
    ...(joined === undefined ? {} : { connecting: joined.connecting }),
    ...(kept === undefined ? {} : { talk: kept }),
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

/** The number that the step waits for, if it waits for one. */
function askedFor(flow: Flow, { step }: CallMemory): string | undefined {
  const content = Object.hasOwn(flow.steps, step) ? flow.steps[step] : undefined
  return content?.kind === 'listen' ? content.number?.is : undefined
}

/** The memory of a stored call; written by this file only. */
export function memoryOf(call: CallFacts): StoredMemory {
  const { flow, connecting, talk } = call.memory as Partial<StoredMemory>
  return {
    flow,
    ...(connecting === undefined ? {} : { connecting }),
    ...(talk === undefined ? {} : { talk }),
  }
}
