import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { loadCaller, type CallerTalk } from '../../no-show-line/act/load-caller.ts'
import type { Loading } from '../../matter/act/store.ts'
import type { CallMemory } from '../memory.ts'
import type { Conversation } from './conversation.ts'
import { checkTalk } from './watch-talk.ts'
import { loadTalk, talkOf, type KeptTalk, type Loaded } from './talk.ts'

/** A number that rings again so soon is put through. */
const JUST_NOW_MS = 10 * 60_000
/** The calls in which a household is told how a visit stands. */
const TELLS_HOUSEHOLD: readonly string[] = ['no-show-line', 'ring-back-call']

export interface Whose {
  kept: KeptTalk
  with(memory: CallMemory | undefined, known: KeptTalk): Conversation
}

/**
 * What a call is about, loaded anew for every turn with what the call remembers: a care worker's own visits, or those of
 * the service users of a number.
 *
 * @param person which of several service users is told of now
 */
export async function whoseTalk(
  tx: Loading,
  conversation: Conversation,
  kept: KeptTalk,
  person: number,
  isFirstTurn: boolean,
): Promise<Whose> {
  const { call, people, place } = conversation
  const ownLine = call.flow === 'care-worker-line'
  const household = TELLS_HOUSEHOLD.includes(call.flow)
  const check = call.flow === 'care-worker-check'
  const loaded: Loaded | undefined = ownLine
    ? await loadTalk(tx, people, kept)
    : check
      ? checkTalk(conversation, kept)
      : undefined
  const duty = ownLine || household ? await tx.dutyLadder(place.branchId) : conversation.duty
  const number = call.flow === 'no-show-line' && isFirstTurn ? parsePhoneNumber(call.number) : undefined
  const rangJustNow = number !== undefined && (await tx.callsFrom(number, tx.now - JUST_NOW_MS)) > 0
  const caller: CallerTalk | undefined = household
    ? { ...(await loadCaller(tx, people)), index: person, rangJustNow }
    : undefined
  return {
    kept,
    with: (memory, known) => ({
      ...conversation,
      duty,
      caller,
      talk: loaded && talkOf(loaded, known, memory, tx.now),
    }),
  }
}
