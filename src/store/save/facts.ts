import type { NewLateRecord, NewQuestion, NewVisitEvent } from '../../cellar/change.ts'
import type { DeliveryId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { Transaction } from '../database.ts'
import { json, optionalInstant } from './values.ts'

export function markProcessed(tx: Transaction, id: DeliveryId) {
  return tx.$executeRaw`UPDATE inbound_delivery SET processed_at = now() WHERE id = ${id}::uuid AND processed_at IS NULL`
}

/** A fact is stored once: the same source, reference and number again changes nothing. */
export function addEvent(tx: Transaction, e: NewVisitEvent) {
  return tx.$executeRaw`
    INSERT INTO visit_event (id, agency_id, branch_id, visit_id, kind, minutes, new_start, reason, care_worker_id, source, source_ref, n,
                             evidence, words, details, said_at, received_at, retracts_id)
    VALUES (${e.id}::uuid, ${e.agencyId}::uuid, ${e.branchId}::uuid, ${e.visitId ?? null}::uuid, ${e.kind}, ${e.minutes ?? null},
            ${optionalInstant(e.newStart)}, ${e.reason ?? null}, ${e.careWorkerId ?? null}::uuid, ${e.source}, ${e.sourceRef}, ${e.n},
            ${e.evidence}, ${e.words ?? null}, ${JSON.stringify(e.details ?? null)}::jsonb, ${optionalInstant(e.saidAt)},
            ${new Date(e.receivedAt)}, ${e.retracts ?? null}::uuid)
    ON CONFLICT DO NOTHING`
}

/**
 * The record's number is the branch's next. The branch is locked by a statement of its own: the next one then sees the
 * numbers that whoever held the lock before has given, which a lock within the same statement would not.
 */
export function openLateRecord(tx: Transaction, record: NewLateRecord) {
  const lock = tx.$queryRaw`SELECT id FROM branch WHERE id = ${record.branchId}::uuid FOR NO KEY UPDATE`
  const insert = tx.$executeRaw`
    INSERT INTO late_visit_record (id, agency_id, branch_id, visit_id, number, opened_at, definition_key, definition_version, late_minutes, action_to_be_taken, actioned_by)
    SELECT ${record.id}::uuid, ${record.agencyId}::uuid, ${record.branchId}::uuid, ${record.visitId}::uuid,
           coalesce((SELECT max(number) FROM late_visit_record WHERE branch_id = ${record.branchId}::uuid), 0) + 1,
           ${new Date(record.openedAt)}, ${record.definitionKey}, ${record.definitionVersion}, ${record.lateMinutes}, '', ''
    ON CONFLICT (visit_id) DO NOTHING`
  return Promise.all([lock, insert])
}

export function storeQuestion(tx: Transaction, question: NewQuestion) {
  return tx.awaitedAnswer.create({
    data: {
      ...question,
      details: json(question.details),
      askedAt: new Date(question.askedAt),
      expiresAt: new Date(question.expiresAt),
    },
  })
}

export function closeQuestion(tx: Transaction, id: string, at: Instant) {
  return tx.awaitedAnswer.updateMany({ where: { id, answeredAt: null }, data: { answeredAt: new Date(at) } })
}

export function learnNumber(
  tx: Transaction,
  number: PhoneNumber,
  fact: 'texts-stopped' | 'texts-again' | 'landline' | 'unreachable' | 'answered-by-key',
  at: Instant,
) {
  const when = new Date(at)
  const learned = {
    'texts-stopped': { textsStoppedAt: when },
    'texts-again': { textsStoppedAt: null },
    landline: { lineType: 'landline' },
    'answered-by-key': { testedAt: when, unreachableAt: null, unreachableWhy: null },
    unreachable: { unreachableAt: when, unreachableWhy: 'the carrier does not know the number' },
  }[fact]
  return tx.phoneNumber.upsert({ where: { e164: number }, create: { e164: number, ...learned }, update: learned })
}
