import type { Change, NewContact } from '../../cellar/change.ts'
import type { Transaction } from '../database.ts'
import { json, optionalInstant } from './values.ts'

/** One person learns one thing once: the same message about the same subject to the same party changes nothing. */
export function addContact(tx: Transaction, c: NewContact) {
  return tx.$executeRaw`
    INSERT INTO contact (id, agency_id, branch_id, matter_id, visit_id, party_kind, party_id, number, message, details, subject,
                         class, risk_at, created_at, next_due_at, valid_until)
    VALUES (${c.id}::uuid, ${c.agencyId}::uuid, ${c.branchId}::uuid, ${c.matterId ?? null}::uuid, ${c.visitId ?? null}::uuid,
            ${c.party.kind}, ${c.party.id ?? null}::uuid, ${c.number ?? null}, ${c.message}, ${JSON.stringify(c.details)}::jsonb, ${c.subject},
            ${c.class}, ${new Date(c.riskAt)}, ${new Date(c.createdAt)}, ${new Date(c.nextDueAt)}, ${optionalInstant(c.validUntil)})
    ON CONFLICT DO NOTHING`
}

export function moveContact(tx: Transaction, move: Extract<Change, { kind: 'contact-moved' }>) {
  const details = move.details === undefined ? null : JSON.stringify(move.details)
  return tx.$executeRaw`
    UPDATE contact SET next_due_at = ${new Date(move.nextDueAt)}, failures = 0,
                       exhausted_at = coalesce(${optionalInstant(move.exhaustedAt)}, exhausted_at),
                       details = coalesce(${details}::jsonb, details)
     WHERE id = ${move.id}::uuid AND told_at IS NULL AND dropped_at IS NULL`
}

/** Its planned attempt may be made for just as long. */
export async function moveValidity(
  tx: Transaction,
  { id, validUntil }: Extract<Change, { kind: 'contact-valid-until' }>,
) {
  const until = new Date(validUntil)
  await tx.contact.updateMany({ where: { id, toldAt: null, droppedAt: null }, data: { validUntil: until } })
  await tx.attempt.updateMany({ where: { contactId: id, state: 'planned' }, data: { validUntil: until } })
}

export function tellContact(tx: Transaction, told: Extract<Change, { kind: 'contact-told' }>) {
  return tx.contact.updateMany({
    where: { id: told.id, toldAt: null },
    data: {
      toldAt: new Date(told.at),
      toldWhom: told.whom,
      grade: told.grade,
      nextDueAt: null,
      ...(told.details === undefined ? {} : { details: json(told.details) }),
    },
  })
}

export function dropContact(tx: Transaction, dropped: Extract<Change, { kind: 'contact-dropped' }>) {
  return tx.contact.updateMany({
    where: { id: dropped.id, toldAt: null, droppedAt: null },
    data: { droppedAt: new Date(dropped.at), dropReason: dropped.reason, nextDueAt: null },
  })
}
