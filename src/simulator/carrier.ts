import type { Call } from './call.ts'
import type { CarrierSettings } from './carrier-settings.ts'
import type { Deliver } from './deliver.ts'
import type { EventQueue, SimulatorClock } from './event-queue.ts'
import type { Faults } from './faults.ts'
import type { Handsets } from './handset.ts'
import type { CarrierLog } from './log.ts'
import type { Message } from './message.ts'
import type { SlotRow } from './slots.ts'

/** A number of ours at the carrier, and where the carrier turns when it is rung or texted. */
export interface Line {
  number: string
  name: string
  smsUrl: string
  voiceUrl: string
  /** Told when a call to this line has ended. */
  statusCallback?: string
  /** Asked instead when a webhook fails or answers nonsense. */
  fallbackUrl?: string
}

/** What the parts of the stand-in carrier share. */
export interface Carrier {
  accountSid: string
  authToken: string
  clock: SimulatorClock
  queue: EventQueue
  log: CarrierLog
  faults: Faults
  settings: CarrierSettings
  lines: Map<string, Line>
  handsets: Handsets
  calls: Map<string, Call>
  messages: Map<string, Message>
  /** "handset line" pairs that sent an opt-out word. */
  stopped: Set<string>
  callSlots: SlotRow
  textSlots: SlotRow
  deliver: Deliver
}

const kept = 50_000

/** A demonstration may run for weeks: the oldest record gives way. */
export function forgetOldest(records: Map<string, unknown>): void {
  if (records.size <= kept) return
  for (const oldest of records.keys()) {
    records.delete(oldest)
    return
  }
}
