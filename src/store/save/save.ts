import type { Change } from '../../cellar/change.ts'
import type { Transaction } from '../database.ts'
import { keptBy } from '../load/kept.ts'
import { moveAttempt, planAttempt } from './attempts.ts'
import { endCall, noteMachine, openCall, storeTurn } from './calls.ts'
import { noteBranchLook, setCheck } from './checks.ts'
import {
  endEscalation,
  giveCode,
  keepLadder,
  moveAcceptance,
  moveEscalation,
  openEscalation,
  releaseMatter,
  setStage,
  takeMatter,
} from './climb.ts'
import { addContact, dropContact, moveContact, moveValidity, tellContact } from './contacts.ts'
import { addEvent, closeQuestion, learnNumber, markProcessed, openLateRecord, storeQuestion } from './facts.ts'
import { closeMatter, moveMatter, openMatter } from './matters.ts'
import { openMissedRecord } from './missed-records.ts'
import { addPackageStatus, reallocate } from './rota-facts.ts'
import { addHandOver, moveHandOver, noteOnCallLook } from './on-call.ts'
import { addOfficeItem, finishItemsAbout, moveOfficeItem } from './office-items.ts'

/**
 * Writes what was decided, in order, within the transaction that loaded and locked it. The only writer of these rows.
 * Single written statements that follow each other are sent together; the server takes them in their order.
 */
export async function save(tx: Transaction, changes: readonly Change[]): Promise<void> {
  const kept = keptBy(tx)
  kept?.visits.clear()
  kept?.ladders.clear()
  let together: Promise<unknown>[] = []
  for (const change of changes) {
    if (!ONE_STATEMENT.has(change.kind)) {
      await Promise.all(together)
      together = []
      await write(tx, change)
    } else together.push(write(tx, change))
  }
  await Promise.all(together)
}

/** Kinds that are written by SQL of ours and nothing that waits for an answer in between. */
const ONE_STATEMENT: ReadonlySet<Change['kind']> = new Set([
  'delivery-processed',
  'event-added',
  'visit-check-set',
  'matter-opened',
  'matter-moved',
  'contact-added',
  'contact-moved',
  'attempt-planned',
  'late-record-opened',
])

function write(tx: Transaction, change: Change): Promise<unknown> {
  switch (change.kind) {
    case 'delivery-processed':
      return markProcessed(tx, change.id)
    case 'event-added':
      return addEvent(tx, change.event)
    case 'late-record-opened':
      return openLateRecord(tx, change.record)
    case 'missed-record-opened':
      return openMissedRecord(tx, change.record)
    case 'branch-looked-over':
      return noteBranchLook(tx, change)
    case 'visit-check-set':
      return setCheck(tx, change)
    case 'asked':
      return storeQuestion(tx, change.question)
    case 'question-closed':
      return closeQuestion(tx, change.id, change.at)
    case 'number-learned':
      return learnNumber(tx, change.number, change.fact, change.at)
    case 'package-status-added':
      return addPackageStatus(tx, change.status)
    case 'visit-reallocated':
      return reallocate(tx, change)
    case 'matter-opened':
      return openMatter(tx, change.matter)
    case 'matter-moved':
      return moveMatter(tx, change)
    case 'matter-closed':
      return closeMatter(tx, change)
    case 'escalation-opened':
      return openEscalation(tx, change.escalation)
    case 'escalation-moved':
      return moveEscalation(tx, change)
    case 'escalation-ladder':
      return keepLadder(tx, change)
    case 'escalation-ended':
      return endEscalation(tx, change)
    case 'matter-taken':
      return takeMatter(tx, change.acceptance)
    case 'acceptance-moved':
      return moveAcceptance(tx, change)
    case 'matter-released':
      return releaseMatter(tx, change)
    case 'stage-set':
      return setStage(tx, change.stage)
    case 'code-given':
      return giveCode(tx, change.code)
    case 'contact-added':
      return addContact(tx, change.contact)
    case 'contact-moved':
      return moveContact(tx, change)
    case 'contact-valid-until':
      return moveValidity(tx, change)
    case 'contact-told':
      return tellContact(tx, change)
    case 'contact-dropped':
      return dropContact(tx, change)
    case 'attempt-planned':
      return planAttempt(tx, change.attempt)
    case 'attempt-moved':
      return moveAttempt(tx, change.id, change.to)
    case 'call-opened':
      return openCall(tx, change.call)
    case 'call-turned':
      return storeTurn(tx, change.turn)
    case 'call-machine':
      return noteMachine(tx, change.attempt, change.answeredBy)
    case 'call-ended':
      return endCall(tx, change.id, change.at)
    case 'hand-over-added':
      return addHandOver(tx, change.handOver)
    case 'hand-over-moved':
      return moveHandOver(tx, change.id, change.to)
    case 'on-call-looked-at':
      return noteOnCallLook(tx, change)
    case 'office-item-added':
      return addOfficeItem(tx, change.item)
    case 'office-items-done':
      return finishItemsAbout(tx, change)
    case 'office-item-moved':
      return moveOfficeItem(tx, change.id, change.to)
  }
}
