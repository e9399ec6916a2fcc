/** Two small flows without a fault, to be spoiled in one place at a time. */
import { stringify } from 'yaml'
import { checkFlow } from '../../src/voice-flow/check.ts'
import type { FlowFault } from '../../src/voice-flow/flow.ts'
import { readFlow } from '../../src/voice-flow/load.ts'

// The shape of what is written is the very thing under test, so nothing is said about it here.
export interface Written {
  [key: string]: unknown
  always: Record<string, unknown>
  steps: Record<string, Record<string, unknown>>
}

export const forServiceUsers = (): Written => ({
  name: 'small',
  call: 'outbound',
  for: 'service-user',
  languages: ['en'],
  start: 'greeting',
  always: { lost: 'help', help: 'help', machine: 'machine' },
  steps: {
    greeting: { say: { en: 'This is {agency}.' }, 'pause-seconds': 3, 'ends-turn': true, next: 'news' },
    news: { say: { en: '{care-worker} will be with you by {eta}.' }, proves: 'heard', next: 'question' },
    question: {
      say: { en: 'Do you need help?' },
      'at-most': { times: 2, otherwise: 'help' },
      proves: 'answered',
      listen: {
        'wait-seconds': 8,
        answers: {
          yes: { keys: 'any', means: ['yes'], next: 'help' },
          no: { means: ['no'], confirms: 'all-is-well', next: 'well' },
        },
        silence: 'bye',
        unclear: 'question',
      },
    },
    help: {
      do: ['needs-help'],
      say: { en: 'I will put you through.' },
      connect: { to: 'person', 'ring-seconds': 25, whisper: 'accept-call', accepted: 'spoken', nobody: 'promise' },
    },
    spoken: { end: 'person' },
    promise: {
      say: { en: ['Somebody will ring you by {ring-back-time}.', 'Or dial nine nine nine.'] },
      end: 'promise',
    },
    well: { say: { en: 'Goodbye.' }, end: 'all-is-well' },
    bye: { say: { en: 'Goodbye.' }, end: 'promise' },
    machine: { say: { en: 'Please ring us on {line-number}.' }, end: 'machine' },
  },
})

export const forManagers = (): Written => ({
  name: 'small',
  call: 'outbound',
  for: 'manager',
  languages: ['en'],
  start: 'item',
  always: { lost: 'left', machine: 'left' },
  steps: {
    item: {
      say: { en: '{what}. Press 4 to take it.' },
      'at-most': { times: 3, otherwise: 'left' },
      listen: {
        'wait-seconds': 10,
        answers: { take: { keys: ['4'], next: 'confirm' } },
        silence: 'left',
        unclear: 'item',
      },
    },
    confirm: {
      say: { en: 'Press 3.' },
      listen: {
        'wait-seconds': 10,
        answers: { confirm: { keys: ['3'], next: 'taken' } },
        silence: 'item',
        unclear: 'item',
      },
    },
    taken: { do: ['take-item'], say: { en: 'You have it.' }, end: 'taken' },
    left: { end: 'not-taken' },
  },
})

export function faultsOf(written: Written): FlowFault[] {
  const read = readFlow(stringify(written), 'small.yaml')
  return 'faults' in read ? read.faults : checkFlow(read.flow, 'small.yaml')
}

/** Changes part of one step, and keeps the rest. */
export function inStep(written: Written, step: string, change: Record<string, unknown>): Written {
  return { ...written, steps: { ...written.steps, [step]: without({ ...written.steps[step], ...change }) } }
}

/** Changes what a step listens for, and keeps the rest. */
export function inListening(written: Written, step: string, change: Record<string, unknown>): Written {
  const listen = written.steps[step]?.['listen']
  return inStep(written, step, { listen: without({ ...(typeof listen === 'object' ? listen : {}), ...change }) })
}

function without(all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

/** A care worker rings, says a number, confirms it, and it is reported. */
export const forCareWorkers = (): Written => ({
  name: 'small',
  call: 'inbound',
  for: 'care-worker',
  languages: ['en'],
  start: 'minutes',
  always: { lost: 'through', help: 'through' },
  steps: {
    minutes: {
      say: { en: 'How many minutes?' },
      'at-most': { times: 2, otherwise: 'through' },
      listen: {
        'wait-seconds': 6,
        number: { is: 'minutes-late', next: 'right' },
        answers: { sick: { reads: ['sick'], next: 'through' }, person: { keys: ['0'], next: 'through' } },
        silence: 'through',
        unclear: 'minutes',
      },
    },
    right: {
      say: { en: '{me}, that is {new-time}. Right?' },
      'at-most': { times: 2, otherwise: 'through' },
      listen: {
        'wait-seconds': 6,
        answers: {
          yes: { keys: ['1'], means: ['yes'], confirms: 'number', next: 'reported' },
          no: { keys: ['2'], means: ['no'], next: 'minutes' },
        },
        silence: 'through',
        unclear: 'right',
      },
    },
    reported: { do: ['report-late'], say: { en: 'Thank you.' }, end: 'reported' },
    through: {
      say: { en: 'I will put you through.' },
      connect: { to: 'person', 'ring-seconds': 25, whisper: 'accept-call', accepted: 'spoken', nobody: 'promise' },
    },
    spoken: { end: 'person' },
    promise: { say: { en: 'Somebody will ring you by {ring-back-time}.' }, end: 'promise' },
  },
})
