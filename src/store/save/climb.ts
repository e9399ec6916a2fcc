import type { Change, NewAcceptance, NewEscalation, NewReplyCode, NewStage } from '../../cellar/change.ts'
import type { Transaction } from '../database.ts'
import { optionalInstant } from './values.ts'

/** One live climb for a matter: the second to open it changes nothing. */
export function openEscalation(tx: Transaction, e: NewEscalation) {
  return tx.$executeRaw`
    INSERT INTO escalation (id, matter_id, round, ladder, rung, loud, started_at)
    VALUES (${e.id}::uuid, ${e.matterId}::uuid, ${e.round}, '[]'::jsonb, 0, ${e.loud}, ${new Date(e.startedAt)})
    ON CONFLICT DO NOTHING`
}

export function moveEscalation(tx: Transaction, e: Extract<Change, { kind: 'escalation-moved' }>) {
  return tx.$executeRaw`
    UPDATE escalation SET round = ${e.round}, loud = ${e.loud}, ladder = '[]'::jsonb, rung = 0
     WHERE id = ${e.id}::uuid AND ended_at IS NULL`
}

export function keepLadder(tx: Transaction, { matterId, rungs }: Extract<Change, { kind: 'escalation-ladder' }>) {
  return tx.$executeRaw`
    UPDATE escalation SET ladder = ${JSON.stringify(rungs)}::jsonb WHERE matter_id = ${matterId}::uuid AND ended_at IS NULL`
}

export function endEscalation(tx: Transaction, { id, at, why }: Extract<Change, { kind: 'escalation-ended' }>) {
  return tx.$executeRaw`
    UPDATE escalation SET ended_at = ${new Date(at)}, ended_why = ${why} WHERE id = ${id}::uuid AND ended_at IS NULL`
}

/** Exactly one has it: the index allows a matter one acceptance that is not released. */
export function takeMatter(tx: Transaction, a: NewAcceptance) {
  return tx.$executeRaw`
    INSERT INTO acceptance (id, matter_id, manager_id, whom, number, how, accepted_at, deadline)
    VALUES (${a.id}::uuid, ${a.matterId}::uuid, ${a.managerId ?? null}::uuid, ${a.whom}, ${a.number ?? null}, ${a.how},
            ${new Date(a.acceptedAt)}, ${new Date(a.deadline)})
    ON CONFLICT DO NOTHING`
}

export function moveAcceptance(tx: Transaction, { id, deadline }: Extract<Change, { kind: 'acceptance-moved' }>) {
  return tx.$executeRaw`
    UPDATE acceptance SET deadline = ${new Date(deadline)} WHERE id = ${id}::uuid AND released_at IS NULL`
}

export function releaseMatter(tx: Transaction, { id, at, reason }: Extract<Change, { kind: 'matter-released' }>) {
  return tx.$executeRaw`
    UPDATE acceptance SET released_at = ${new Date(at)}, release_reason = ${reason}
     WHERE id = ${id}::uuid AND released_at IS NULL`
}

/** A stage's deadline may move while it is not reached; once it is, nothing moves it. */
export function setStage(tx: Transaction, s: NewStage) {
  return tx.$executeRaw`
    INSERT INTO matter_stage (id, matter_id, round, stage, deadline, reached_at)
    VALUES (${s.id}::uuid, ${s.matterId}::uuid, ${s.round}, ${s.stage}, ${new Date(s.deadline)}, ${optionalInstant(s.reachedAt)})
    ON CONFLICT (matter_id, round, stage) DO UPDATE SET deadline = excluded.deadline, reached_at = excluded.reached_at
     WHERE matter_stage.reached_at IS NULL`
}

export function giveCode(tx: Transaction, c: NewReplyCode) {
  return tx.$executeRaw`
    INSERT INTO reply_code (id, agency_id, local_date, code, target_kind, target_id, party_kind, party_id, expires_at)
    VALUES (${c.id}::uuid, ${c.agencyId}::uuid, ${c.localDate}::date, ${c.code}, ${c.target.kind}, ${c.target.id}::uuid,
            ${c.party.kind}, ${c.party.id ?? null}::uuid, ${new Date(c.expiresAt)})`
}
