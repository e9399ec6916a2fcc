import type { NewCall, NewCallTurn } from '../../cellar/change.ts'
import type { AttemptId, CallId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { Transaction } from '../database.ts'
import { json } from './values.ts'

/** The row of a call, made with its first turn; the same call again changes nothing. */
export function openCall(tx: Transaction, call: NewCall) {
  const { agencyId, branchId, id, direction, party, number, lineNumber, flow, flowVersion } = call
  return tx.call.createMany({
    skipDuplicates: true,
    data: {
      agencyId,
      branchId,
      id,
      direction,
      number,
      lineNumber,
      flow,
      flowVersion,
      providerId: call.providerId ?? null,
      attemptId: call.attemptId ?? null,
      contactId: call.contactId ?? null,
      parentId: call.parentId ?? null,
      partyKind: party.kind,
      partyId: party.id ?? null,
      memory: json(call.memory),
      turn: 0,
      startedAt: new Date(call.startedAt),
    },
  })
}

/** A turn is stored once with its reply; what it proved and what its words claimed go with it. */
export async function storeTurn(tx: Transaction, turn: NewCallTurn) {
  await tx.callTurn.create({
    data: {
      callId: turn.callId,
      n: turn.n,
      input: json(turn.input),
      heardAs: turn.heardAs,
      reply: json(turn.reply),
      at: new Date(turn.at),
    },
  })
  await tx.call.updateMany({
    where: { id: turn.callId },
    data: { turn: turn.n, memory: json(turn.memory), ...(turn.proof === undefined ? {} : { proof: turn.proof }) },
  })
  if (turn.said === undefined) return
  await tx.attempt.updateMany({ where: { id: turn.said.attempt }, data: { said: json(turn.said.claims) } })
}

export async function noteMachine(tx: Transaction, attempt: AttemptId, answeredBy: string) {
  await tx.attempt.updateMany({ where: { id: attempt }, data: { answeredBy } })
  await tx.call.updateMany({ where: { attemptId: attempt }, data: { answeredBy } })
}

export function endCall(tx: Transaction, id: CallId, at: Instant) {
  return tx.call.updateMany({ where: { id, endedAt: null }, data: { endedAt: new Date(at) } })
}
