import { z } from 'zod'
import {
  attemptId,
  branchId,
  carrierAccountId,
  contactId,
  deliveryId,
  handOverId,
  type Id,
  isIdText,
  matterId,
  officeItemId,
  visitId,
} from '../cellar/ids.ts'

/** So many rows may be named by one job: what is woken together is written together. */
export const MOST_IDS = 4

/**
 * Every kind of job: what it carries, and its limits. A job is a wake and nothing more: it names rows by their ids, the
 * handler locks each row and looks again. It may come twice, late, or never (the loop over due rows then does the work).
 */
const jobs = {
  /** a text, call event or callback was stored and is not processed yet */
  inbound: job(deliveryId, { lane: 'decide', maxSeconds: 30 }),
  /** a person must learn something, now or on another channel */
  contact: job(contactId, { lane: 'decide', maxSeconds: 30 }),
  'attempt-ended': job(attemptId, { lane: 'decide', maxSeconds: 30 }),
  matter: job(matterId, { lane: 'decide', maxSeconds: 30 }),
  'office-item': job(officeItemId, { lane: 'decide', maxSeconds: 30 }),
  /** the phone is to go from one manager to the next */
  'hand-over': job(handOverId, { lane: 'decide', maxSeconds: 30 }),
  /** a shift begins, or it is time to look at the nights to come */
  'on-call': job(branchId, { lane: 'decide', maxSeconds: 30 }),
  /** a branch's visits are to be looked over as a whole */
  'branch-visits': job(branchId, { lane: 'decide', maxSeconds: 30 }),
  /** the rota has changed a visit that somebody was told of */
  visit: job(visitId, { lane: 'decide', maxSeconds: 30 }),
  /** the carrier is asked what became of an attempt */
  'look-up': job(attemptId, { lane: 'carrier', maxSeconds: 60 }),
  /** planned calls of a carrier account may have a free slot */
  'send-calls': job(carrierAccountId, { lane: 'carrier', maxSeconds: 60, oneAtATime: true }),
  'send-texts': job(carrierAccountId, { lane: 'carrier', maxSeconds: 60, oneAtATime: true }),
}

export type JobName = keyof typeof jobs
export type JobId<Name extends JobName = JobName> = {
  [N in Name]: z.output<(typeof jobs)[N]['schema']>['ids'][number]
}[Name]
export type Handlers = { [Name in JobName]: (id: JobId<Name>) => Promise<void> }

/**
 * Two lanes, so that a slow carrier holds up no decision. Each lane is one queue and one worker.
 */
export type Lane = 'decide' | 'carrier'
export const lanes: readonly Lane[] = ['decide', 'carrier']

export interface Limits {
  lane: Lane
  /** A handler that takes longer is no longer waited for; the row is still due and comes again. */
  maxSeconds: number
  /** Wakes for the same id wait as one, behind the one that runs. For ids that are woken many times a second. */
  oneAtATime?: true
}

export const catalogue: { readonly [Name in JobName]: Job<JobId<Name>> } = jobs

export const jobNames: readonly JobName[] = Object.keys(jobs).filter(isJobName)

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name)
}

interface Job<Made extends Id<string>> extends Limits {
  schema: z.ZodType<{ ids: Made[] }>
}

function job<Made extends Id<string>>(make: (text: string) => Made, limits: Limits): Job<Made> {
  const id = z.string().refine(isIdText).transform(make)
  return { ...limits, schema: z.strictObject({ ids: z.array(id).min(1).max(MOST_IDS) }) }
}
