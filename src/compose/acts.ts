import type { AttemptId } from '../cellar/ids.ts'
import type { Carrier, DeliveryKind, DeliveryReading, NewId } from '../cellar/ports.ts'
import { createLookUp } from '../contact/act/look-up.ts'
import { createAttemptEnded, createProgressContact } from '../contact/act/progress-contact.ts'
import { createSend } from '../contact/act/send.ts'
import type { WrittenWords } from '../contact/text-for.ts'
import { createCloseAtTheDesk, createTakeAtTheDesk } from '../matter/act/at-the-desk.ts'
import { withFirstSteps } from '../matter/act/first-steps.ts'
import { createMatterDue } from '../matter/act/matter-due.ts'
import { createVisitDue } from '../matter/act/visit-due.ts'
import { createReceiveDelivery } from '../matter/act/receive-delivery.ts'
import type { Store } from '../matter/act/store.ts'
import { createLookOverBranch } from '../watch/act/look-over-branch.ts'
import { createReceiveLogIn } from '../log-in/act/receive-log-in.ts'
import { createRingItem } from '../office-list/act/ring-item.ts'
import { createHandOverDue } from '../on-call/act/hand-over-due.ts'
import { createLookAtOnCall } from '../on-call/act/look-at-on-call.ts'
import type { Understand } from '../texts/act/context.ts'
import type { WebAddresses } from '../twilio/web-addresses.ts'
import { createReceiveCall } from '../voice-flow/act/receive-call.ts'
import { createTakeTurn, type Flows } from '../voice-flow/act/take-turn.ts'

export interface ActDeps {
  store: Store
  carrier: Carrier
  addresses: WebAddresses
  flows: Flows
  words: WrittenWords
  understand: Understand
  newId: NewId
  read: (kind: DeliveryKind, raw: Record<string, string>) => DeliveryReading
}

export type Acts = ReturnType<typeof createActs>

/** Every act of the line, each given what it needs: the table of contents of what the program can do. */
export function createActs({ carrier, addresses, flows, words, understand, newId, read, ...deps }: ActDeps) {
  const store = withFirstSteps(deps.store, newId)
  const callbacks = {
    answer: (attempt: AttemptId) => addresses.answer(attempt),
    callStatus: (attempt: AttemptId) => addresses.callStatus(attempt),
    machine: (attempt: AttemptId) => addresses.machine(attempt),
    textStatus: (attempt: AttemptId) => addresses.textStatus(attempt),
  }
  return {
    receiveDelivery: createReceiveDelivery({ store, read, understand, newId }),
    progressContact: createProgressContact({ store, newId }),
    attemptEnded: createAttemptEnded({ store, newId }),
    lookUp: createLookUp({ store, carrier, newId }),
    matterDue: createMatterDue({ store, newId }),
    visitDue: createVisitDue({ store, newId }),
    lookAtOnCall: createLookAtOnCall({ store, newId }),
    takeAtTheDesk: createTakeAtTheDesk({ store, newId }),
    closeAtTheDesk: createCloseAtTheDesk({ store, newId }),
    handOverDue: createHandOverDue({ store, newId }),
    lookOverBranch: createLookOverBranch({ store, newId }),
    receiveLogIn: createReceiveLogIn({ store, newId }),
    ringItem: createRingItem({ store, newId }),
    send: createSend({ store, carrier, addresses: callbacks, words, newId }),
    receiveCall: createReceiveCall({ store, flows, understand, newId }),
    takeTurn: createTakeTurn({ store, flows, understand, newId }),
  }
}
