import { z } from 'zod'

/** What can be made to go wrong, and where. Each fault strikes `times` times and is then used up. */
export const restOperations = [
  'calls.create',
  'calls.update',
  'calls.fetch',
  'calls.list',
  'messages.create',
  'messages.update',
  'messages.fetch',
  'messages.list',
  'account.fetch',
  'numbers.list',
  'lookup.fetch',
] as const
export type RestOperation = (typeof restOperations)[number]

const restKinds = [
  'timeout-before',
  'timeout-after',
  '429',
  '500',
  '503',
  'html',
  'reset',
  'slow',
  'answer-after-callback',
] as const
const callbackKinds = ['doubled', 'late', 'lost', 'out-of-order'] as const
const webhookKinds = ['doubled', 'late', 'lost', 'slow'] as const
const deliveryKinds = ['undelivered', 'failed'] as const

const common = {
  times: z.number().int().min(1).max(100_000).default(1),
  match: z
    .strictObject({ to: z.string().optional(), from: z.string().optional(), status: z.string().optional() })
    .default({}),
}

const RestFault = z.strictObject({
  on: z.enum([...restOperations, 'rest']),
  kind: z.enum(restKinds),
  /** The request is carried out although its answer is spoilt (always so for timeout-after). */
  accepted: z.boolean().default(false),
  seconds: z.number().min(0).max(3600).default(5),
  ...common,
})
const CallbackFault = z.strictObject({
  on: z.literal('callback'),
  kind: z.enum(callbackKinds),
  seconds: z.number().min(0).max(86_400).default(30),
  ...common,
})
const WebhookFault = z.strictObject({
  on: z.literal('webhook'),
  kind: z.enum(webhookKinds),
  seconds: z.number().min(0).max(86_400).default(20),
  ...common,
})
const DeliveryFault = z.strictObject({
  on: z.literal('delivery'),
  kind: z.enum(deliveryKinds),
  errorCode: z.number().int().default(30_005),
  ...common,
})

export const Fault = z.discriminatedUnion('on', [RestFault, CallbackFault, WebhookFault, DeliveryFault])
export type Fault = z.infer<typeof Fault>
type Struck<On extends Fault['on']> = Extract<Fault, { on: On }>

export interface FaultSubject {
  to?: string | undefined
  from?: string | undefined
  status?: string | undefined
}

export interface Faults {
  /** Replaces what was still waiting to strike. */
  set(faults: Fault[]): void
  waiting(): Fault[]
  rest(operation: RestOperation, subject: FaultSubject): z.infer<typeof RestFault> | undefined
  callback(subject: FaultSubject): Struck<'callback'> | undefined
  webhook(subject: FaultSubject): Struck<'webhook'> | undefined
  delivery(subject: FaultSubject): Struck<'delivery'> | undefined
}

export function createFaults(): Faults {
  let waiting: Fault[] = []

  function strike<F extends Fault>(fits: (fault: Fault) => fault is F, subject: FaultSubject): F | undefined {
    const fault = waiting.filter(fits).find((each) => matches(each, subject))
    if (fault === undefined) return undefined
    fault.times -= 1
    if (fault.times <= 0) waiting = waiting.filter((each) => each !== fault)
    return fault
  }

  return {
    set: (faults) => {
      waiting = faults.map((fault) => ({ ...fault }))
    },
    waiting: () => waiting.map((fault) => ({ ...fault })),
    rest: (operation, subject) =>
      strike((fault): fault is z.infer<typeof RestFault> => fault.on === operation || fault.on === 'rest', subject),
    callback: (subject) => strike((fault) => fault.on === 'callback', subject),
    webhook: (subject) => strike((fault) => fault.on === 'webhook', subject),
    delivery: (subject) => strike((fault) => fault.on === 'delivery', subject),
  }
}

function matches(fault: Fault, subject: FaultSubject): boolean {
  const { to, from, status } = fault.match
  return (
    (to === undefined || to === subject.to) &&
    (from === undefined || from === subject.from) &&
    (status === undefined || status === subject.status)
  )
}
