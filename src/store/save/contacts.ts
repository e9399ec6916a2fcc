import type { Change, NewContact } from '../../cellar/change.ts'
import type { Transaction } from '../database.ts'
import { json, optionalInstant } from './values.ts'

/** One person learns one thing once: the same message about the same subject to the same party changes nothing. */
export function addContact(tx: Transaction, contact: NewContact) {
  const { party, number, ...rest } = contact
  return tx.contact.createMany({
    skipDuplicates: true,
    data: {
      ...rest,
      matterId: contact.matterId ?? null,
      visitId: contact.visitId ?? null,
      partyKind: party.kind,
      partyId: party.id ?? null,
      number: number ?? null,
      details: json(contact.details),
      riskAt: new Date(contact.riskAt),
      createdAt: new Date(contact.createdAt),
      nextDueAt: new Date(contact.nextDueAt),
      validUntil: optionalInstant(contact.validUntil),
    },
  })
}

export function moveContact(tx: Transaction, move: Extract<Change, { kind: 'contact-moved' }>) {
  return tx.contact.updateMany({
    where: { id: move.id, toldAt: null, droppedAt: null },
    data: {
      nextDueAt: new Date(move.nextDueAt),
      failures: 0,
      ...(move.exhaustedAt === undefined ? {} : { exhaustedAt: new Date(move.exhaustedAt) }),
      ...(move.details === undefined ? {} : { details: json(move.details) }),
    },
  })
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
