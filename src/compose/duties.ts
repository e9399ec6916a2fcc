import type { Logger } from 'pino'
import {
  attemptId,
  branchId,
  carrierAccountId,
  contactId,
  deliveryId,
  handOverId,
  matterId,
  officeItemId,
  visitId,
} from '../cellar/ids.ts'
import type { Clock } from '../cellar/ports.ts'
import { brief } from '../queue/complaints.ts'
import type { Handlers, JobName } from '../queue/catalogue.ts'
import { createSender } from '../queue/sender.ts'
import { claimSlot, type ClaimedAttempt } from '../store/claim-slot.ts'
import type { Database } from '../store/database.ts'
import { databaseFault } from '../store/database.ts'
import { dueIds, nextOfSender, waitingAccounts } from '../store/due.ts'
import { recordFailure, type FailingKind } from '../store/record-failure.ts'
import type { Acts } from './acts.ts'
import type { Wake } from './wakes.ts'

export interface DutyDeps {
  database: Database
  acts: Acts
  /** tells a worker that a row has something due now */
  wake: Wake
  clock: Clock
  log: Logger
  /** how a sender waits for its slot; a story's clock does not move by itself */
  pause?: (ms: number) => Promise<boolean>
}

/** What a worker does: a handler for every job, the sweeps that find what no job told of, and the sender. */
export function createDuties({ database, acts, wake, clock, log, pause }: DutyDeps) {
  const sender = createSender<ClaimedAttempt>({
    claim: (account, channel, now) => claimSlot(database, carrierAccountId(account), channel, now),
    send: (attempt) => acts.send(attempt),
    clock,
    log,
    ...(pause === undefined ? {} : { pause }),
  })

  /** What throws is tried again later, for ever; at the third time a human is told (design 1.2). */
  async function guarded<Result>(kind: FailingKind, id: string, step: () => Promise<Result>): Promise<Result | void> {
    try {
      return await step()
    } catch (error) {
      const failures = await recordFailure(database, kind, id, clock.now())
      log.error(
        { ...brief(error), ...databaseFault(error), step: kind, row: id, failures },
        'a step failed and will be tried again',
      )
    }
  }

  const handlers: Handlers = {
    inbound: async (id) => {
      const kind = await guarded('inbound', id, () => acts.receiveDelivery(id))
      if (kind !== 'text') return
      // another text of the sender that came while this one was being read had to wait for it; its own wake has gone by
      const next = await nextOfSender(database, id, clock.now())
      if (next !== undefined) wake('inbound', deliveryId(next))
    },
    contact: (id) => guarded('contact', id, () => acts.progressContact(id)),
    'attempt-ended': (id) => guarded('attempt-ended', id, () => acts.attemptEnded(id)),
    'look-up': (id) => guarded('look-up', id, () => acts.lookUp(id)),
    matter: (id) => guarded('matter', id, () => acts.matterDue(id)),
    visit: (id) => guarded('visit', id, () => acts.visitDue(id)),
    'hand-over': (id) => guarded('hand-over', id, () => acts.handOverDue(id)),
    'on-call': (id) => guarded('on-call', id, () => acts.lookAtOnCall(id)),
    'branch-visits': (id) => guarded('branch-visits', id, () => acts.lookOverBranch(id)),
    'office-item': (id) => guarded('office-item', id, () => acts.ringItem(id)),
    'send-calls': (id) => sender.wake(id, 'call'),
    'send-texts': (id) => sender.wake(id, 'text'),
  }

  const sweeps = {
    inbound: () => dueIds(database, 'inbound', clock.now()),
    contact: () => dueIds(database, 'contact', clock.now()),
    'attempt-ended': () => dueIds(database, 'attempt-ended', clock.now()),
    'look-up': () => dueIds(database, 'look-up', clock.now()),
    matter: () => dueIds(database, 'matter', clock.now()),
    'office-item': () => dueIds(database, 'office-item', clock.now()),
    visit: () => dueIds(database, 'visit', clock.now()),
    'hand-over': () => dueIds(database, 'hand-over', clock.now()),
    'on-call': () => dueIds(database, 'on-call', clock.now()),
    'branch-visits': () => dueIds(database, 'branch-visits', clock.now()),
    'send-calls': () => waitingAccounts(database, 'call', clock.now()),
    'send-texts': () => waitingAccounts(database, 'text', clock.now()),
  }

  /** A worker that has planned a send wakes its own sender: no queue stands between the two. False: it is for the queue. */
  function sendHere(name: JobName, id: string): boolean {
    if (name !== 'send-calls' && name !== 'send-texts') return false
    handlers[name](carrierAccountId(id)).catch((error: unknown) =>
      log.error({ ...brief(error), ...databaseFault(error) }, 'no slot could be claimed; the loop tries again'),
    )
    return true
  }

  return {
    sender,
    handlers,
    sweeps,
    sendHere,
    handle: (name: keyof typeof sweeps, id: string) => handle(handlers, name, id),
  }
}

function handle(handlers: Handlers, name: keyof Handlers, id: string): Promise<void> {
  switch (name) {
    case 'inbound':
      return handlers.inbound(deliveryId(id))
    case 'contact':
      return handlers.contact(contactId(id))
    case 'attempt-ended':
      return handlers['attempt-ended'](attemptId(id))
    case 'look-up':
      return handlers['look-up'](attemptId(id))
    case 'matter':
      return handlers.matter(matterId(id))
    case 'office-item':
      return handlers['office-item'](officeItemId(id))
    case 'hand-over':
      return handlers['hand-over'](handOverId(id))
    case 'branch-visits':
      return handlers['branch-visits'](branchId(id))
    case 'on-call':
      return handlers['on-call'](branchId(id))
    case 'visit':
      return handlers.visit(visitId(id))
    case 'send-calls':
      return handlers['send-calls'](carrierAccountId(id))
    case 'send-texts':
      return handlers['send-texts'](carrierAccountId(id))
  }
}
