import type { AddressInfo } from 'node:net'
import express from 'express'
import { createPages } from '../../src/pages/pages.ts'
import type { LateVisits } from '../../src/pages/late-visits.ts'
import { lateVisitRecord, type LateVisitRecord } from '../../src/record/late-visit-record.ts'
import type { ContactFacts } from '../../src/contact/attempt-facts.ts'
import type { VisitFacts } from '../../src/rota/visit-facts.ts'
import { aContact, anAttempt, anEvent, at, aVisit, late, plan, sam, stored } from '../record/a-late-visit.ts'
import { LINE } from './stub-simulator.ts'
import { loadWords } from '../../src/compose/words.ts'

const { reasons } = loadWords()

export const CALL_ID = 'CA0123456789abcdef0123456789abcdef'
const CALL_BEFORE = 'CAfedcba9876543210fedcba9876543210'
const NOTICE_ID = 'SM00112233445566778899aabbccddeeff'
const said = { saidStart: at('09:20') }

const engaged = anAttempt('a1', { providerId: CALL_BEFORE, outcome: 'engaged', grade: 'F' })
const heard = anAttempt('a2', {
  providerId: CALL_ID,
  placedAt: at('08:42'),
  endedAt: at('08:43'),
  grade: 'A',
  proof: 'answered',
  said,
})

/** The service user is being rung, and was rung in vain before. */
export const beingTold = aContact('eta', [
  engaged,
  { ...heard, state: 'ringing', grade: undefined, outcome: undefined, endedAt: undefined, said: undefined },
])
/** She answered, and spoke after the message. */
export const hasBeenTold = aContact('eta', [engaged, heard], {
  toldAt: at('08:43'),
  toldWhom: 'Brenda Trundle',
  details: said,
})
const noticeTold = aContact(
  'late-notice',
  [
    anAttempt('n1', {
      providerId: NOTICE_ID,
      channel: 'text',
      party: { kind: 'manager', id: 'rosa' },
      outcome: 'delivered',
      grade: 'D',
    }),
  ],
  { party: { kind: 'manager', id: 'rosa' }, toldAt: at('08:41'), toldWhom: 'Rosa Achebe' },
)

/** The record of one visit, in which the given facts differ. */
export function aRecord(
  number: number,
  contacts: readonly ContactFacts[],
  changes: Partial<VisitFacts> = {},
): LateVisitRecord {
  const events = [late('e1', '08:40', 20, { reason: 'traffic', words: 'LATE 20 traffic' })]
  return lateVisitRecord(
    aVisit({ events, ...changes }),
    [...contacts, noticeTold],
    { ...stored, number },
    at('08:45'),
    reasons,
  )
}

/** Four late visits as a morning has them: told, being told, out of reach, taken back. */
export function aMorning(): LateVisitRecord[] {
  const named = (title: string, firstName: string, lastName: string): VisitFacts['serviceUser'] => ({
    ...aVisit().serviceUser,
    title,
    firstName,
    lastName,
  })
  const undone = [late('e1', '08:40', 20), anEvent('e2', 'undo', '08:43', { retracts: late('e1', '08:40', 20).id })]
  const overnight = plan(1, '09:00', '09:30', {
    plannedStart: at('07:30', '2026-11-23'),
    plannedEnd: at('08:15', '2026-11-23'),
  })
  return [
    aRecord(4, [hasBeenTold]),
    aRecord(3, [beingTold], {
      serviceUser: named('Mr', 'Peter', 'Ashdown'),
      allocations: [
        { slot: 1, careWorker: aVisit().allocations[0]?.careWorker, runOrder: 1, fromAt: 0, untilAt: 1 },
        { slot: 1, careWorker: sam, runOrder: 1, fromAt: 1, untilAt: undefined },
      ],
    }),
    aRecord(2, [{ ...beingTold, attempts: [engaged], exhaustedAt: at('08:44') }], {
      serviceUser: named('Mrs', 'Estelle', 'Rosenthal'),
    }),
    aRecord(1, [aContact('eta', [], { droppedAt: at('08:43'), dropReason: 'they know the time' })], {
      events: undone,
      plans: [overnight],
      serviceUser: named('Mr', 'Gwilym', 'Lefèvre-Featherstonehaugh'),
    }),
  ]
}

/** The pages over records that a test can change, on a free port of the loopback address. */
export async function servePages(records: LateVisitRecord[]) {
  const shown = { records, broken: false }
  const lateVisits: LateVisits = {
    list: async () => {
      if (shown.broken) throw new Error('database away: Mrs Brenda Trundle')
      return shown.records
    },
    one: async (number) => (await lateVisits.list()).find((record) => record.number === number),
  }
  const app = express().use(
    createPages({
      agencyName: 'Quillbrook Home Care',
      health: { alive: () => true, ready: async () => ({ ok: true, checks: {} }), metrics: async () => '' },
      phones: { lineNumber: LINE, suggestion: async () => undefined, story: async () => undefined },
      lateVisits,
    }),
  )
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    shown,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
