import type { AttemptMove, AttemptState, NewAttempt } from '../../cellar/change.ts'
import type { AttemptId } from '../../cellar/ids.ts'
import { STATE_RANK } from '../../contact/attempt-state.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { optionalInstant } from './values.ts'

/** A contact has one open attempt: a second plan made at the same moment changes nothing. */
export function planAttempt(tx: Transaction, a: NewAttempt) {
  return tx.$executeRaw`
    INSERT INTO attempt (id, agency_id, branch_id, account_id, contact_id, channel, from_number, number, party_kind, party_id, class,
                         risk_at, planned_at, due_at, valid_until, state, state_rank)
    VALUES (${a.id}::uuid, ${a.agencyId}::uuid, ${a.branchId}::uuid, ${a.accountId}::uuid, ${a.contactId}::uuid, ${a.channel},
            ${a.fromNumber}, ${a.number}, ${a.party.kind}, ${a.party.id ?? null}::uuid, ${a.class}, ${new Date(a.riskAt)},
            ${new Date(a.plannedAt)}, ${new Date(a.dueAt)}, ${optionalInstant(a.validUntil)}, 'planned', ${STATE_RANK.planned})
    ON CONFLICT DO NOTHING`
}

export async function moveAttempt(tx: Transaction, id: AttemptId, to: AttemptMove): Promise<void> {
  switch (to.state) {
    case 'planned':
      return update(
        tx,
        { id, state: 'placing' },
        { ...stateOf('planned'), dueAt: new Date(to.dueAt), leaseUntil: null, lookUpAt: null },
      )
    case 'unknown':
      return update(tx, { id, state: 'placing' }, { ...stateOf('unknown'), lookUpAt: new Date(to.lookUpAt) })
    case 'placed':
    case 'ringing':
    case 'in-progress':
      return moveLive(tx, id, to)
    case 'lost':
      return update(tx, below(id, 'lost'), { ...stateOf('lost'), endedAt: new Date(to.at), lookUpAt: null })
    case 'cancelled':
      return update(tx, { id, state: 'planned' }, { ...stateOf('cancelled'), endedAt: new Date(to.at) })
    case 'ended':
      return endAttempt(tx, id, to)
    case 'settled':
      return update(tx, { id, settledAt: null }, { settledAt: new Date(to.at), grade: to.grade })
    case 'cancel-wanted':
      return wantCancelled(tx, id, to.at)
    case 'worded':
      return word(tx, id, to)
    case 'looked-up':
      return update(tx, { id }, { lookUpAt: null })
    case 'look-up-again':
      return update(
        tx,
        { id, stateRank: { lt: STATE_RANK.ended } },
        { lookUpAt: new Date(to.at), lookUps: { increment: 1 }, failures: 0 },
      )
  }
}

/**
 * An attempt given up for lost may have a successor already: its id is kept, its state waits for the end. One that is
 * wanted back is looked up at once, now that the carrier can be told which.
 */
async function moveLive(
  tx: Transaction,
  id: AttemptId,
  to: Extract<AttemptMove, { providerId: string; lookUpAt: number }>,
) {
  const at = new Date(to.at)
  const rank = STATE_RANK[to.state]
  const moves = Prisma.sql`(state_rank < ${rank} AND state NOT IN ('lost', 'planned'))`
  await tx.$executeRaw`
    UPDATE attempt
       SET provider_id = CASE WHEN ${moves} THEN ${to.providerId} ELSE coalesce(provider_id, ${to.providerId}) END,
           placed_at = CASE WHEN provider_id IS NULL THEN ${at} ELSE placed_at END,
           state = CASE WHEN ${moves} THEN ${to.state} ELSE state END,
           state_rank = CASE WHEN ${moves} THEN ${rank} ELSE state_rank END,
           look_up_at = CASE WHEN state_rank < ${STATE_RANK.ended} AND cancel_wanted_at IS NOT NULL THEN ${at}
                             WHEN ${moves} THEN ${new Date(to.lookUpAt)} ELSE look_up_at END
     WHERE id = ${id}::uuid`
}

async function endAttempt(tx: Transaction, id: AttemptId, to: Extract<AttemptMove, { state: 'ended' }>) {
  if (to.providerId !== undefined) await update(tx, { id, providerId: null }, { providerId: to.providerId })
  await update(tx, below(id, 'ended'), {
    ...stateOf('ended'),
    endedAt: new Date(to.at),
    outcome: to.outcome,
    providerCode: to.code ?? null,
    lookUpAt: null,
  })
}

/** Asked back at once where the carrier's id is known; where it is not yet, as soon as it is. */
async function wantCancelled(tx: Transaction, id: AttemptId, at: number) {
  const when = new Date(at)
  const open = { ...below(id, 'ended'), cancelWantedAt: null }
  await update(tx, { ...open, providerId: { not: null } }, { lookUpAt: when })
  await update(tx, open, { cancelWantedAt: when })
}

async function word(tx: Transaction, id: AttemptId, { words, said }: Extract<AttemptMove, { state: 'worded' }>) {
  const claimed = said === undefined ? null : JSON.stringify(said)
  await tx.$executeRaw`UPDATE attempt SET words = ${words}, said = coalesce(${claimed}::jsonb, said) WHERE id = ${id}::uuid`
}

function stateOf(state: AttemptState) {
  return { state, stateRank: STATE_RANK[state] }
}

function below(id: AttemptId, state: AttemptState): Prisma.AttemptWhereInput {
  return { id, stateRank: { lt: STATE_RANK[state] } }
}

async function update(tx: Transaction, where: Prisma.AttemptWhereInput, data: Prisma.AttemptUpdateManyMutationInput) {
  await tx.attempt.updateMany({ where, data })
}
