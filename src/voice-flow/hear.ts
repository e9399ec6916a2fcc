/** Which way a call goes on after what was heard. */
import type { Facts, NoteName } from './catalogue.ts'
import { isEmergency, numberHeard } from './hear-number.ts'
import type { Flow, ListenStep, StepName } from './flow.ts'
import { timesEntered } from './memory.ts'
import type { CallMemory, HeardNumber, Outcome } from './memory.ts'
import { isDoubted, understand } from './understand.ts'

export type Heard =
  | { kind: 'keys'; keys: string }
  /** `confidence` from 0 to 1; absent or 0 where the carrier gives none. */
  | { kind: 'words'; words: string; confidence?: number; read?: SpokenReading }
  | { kind: 'silence' }
  /** The words were said and nothing was listened for. */
  | { kind: 'continue' }
  /** The connecting is over. `accepted`: the whisper's key was pressed; nothing else counts. */
  | { kind: 'connected'; accepted: boolean }
  /** The carrier reports an answering machine while the call is up. */
  | { kind: 'machine' }

/** What the reader of texts makes of words: its kind, and minutes where they were said. */
export interface SpokenReading {
  kind: string
  /** read as a household's words, of which almost any may mean that nobody has come: a plain answer wins over it */
  household?: true
  minutes?: number
}

export interface ExitTaken {
  as: string
  to: StepName
  outcome: Outcome
  number?: HeardNumber
  note?: NoteName
}

export function exitTaken(flow: Flow, memory: CallMemory, heard: Heard, facts: Facts): ExitTaken {
  const step = Object.hasOwn(flow.steps, memory.step) ? flow.steps[memory.step] : undefined
  const machine = memory.outcome.machine || facts['machine-reported'] || heard.kind === 'machine'
  const outcome = { ...memory.outcome, machine }
  switch (step?.kind) {
    case 'say': {
      if (heard.kind === 'keys' && heard.keys !== '' && step.interruptible !== false && flow.always.key !== undefined)
        return { as: 'key', to: flow.always.key, outcome: { ...outcome, understood: true } }
      const proved = { ...outcome, heard: outcome.heard || (step.provesHeard && heard.kind !== 'machine') }
      return diverted(flow, memory, proved) ?? { as: 'continue', to: step.next, outcome: proved }
    }
    case 'listen':
      return afterListening(flow, memory, step, heard, outcome)
    case 'connect':
      return heard.kind === 'connected' && heard.accepted
        ? { as: 'accepted', to: step.accepted, outcome: { ...outcome, connected: true } }
        : { as: 'nobody', to: step.nobody, outcome }
    case 'branch':
    case 'end':
    case undefined:
      return { as: 'lost', to: flow.always.lost, outcome }
  }
}

function afterListening(flow: Flow, memory: CallMemory, step: ListenStep, heard: Heard, outcome: Outcome): ExitTaken {
  const meant = meaningOf(step, heard, memory)
  if (meant.as === 'help' && flow.always.help !== undefined) {
    return { as: 'help', to: flow.always.help, outcome: answeredBy(step, heard, outcome) }
  }
  if (meant.as === 'number' && step.number !== undefined) {
    return { as: 'number', to: step.number.next, outcome: answeredBy(step, heard, outcome), number: meant.number }
  }
  const answer = meant.as === 'answer' ? step.answers[meant.name] : undefined
  if (meant.as === 'answer' && answer !== undefined) {
    const note = answer.notes === undefined ? {} : { note: answer.notes }
    return { as: meant.name, to: answer.next, outcome: answeredBy(step, heard, outcome), ...note }
  }
  const spoiled = meant.as === 'machine' ? { ...outcome, machine: true } : outcome
  return (
    diverted(flow, memory, spoiled) ??
    (meant.as === 'silence'
      ? { as: 'silence', to: step.silence, outcome: spoiled }
      : { as: 'unclear', to: step.unclear, outcome: spoiled })
  )
}

/** A machine can say "yes" in its greeting; it cannot press a key. */
function answeredBy(step: ListenStep, heard: Heard, outcome: Outcome): Outcome {
  const proof = step.provesAnswered && (heard.kind === 'keys' || !outcome.machine)
  return { ...outcome, understood: true, answered: outcome.answered || proof }
}

/** To the machine's message, once, unless somebody has been understood before. */
function diverted(flow: Flow, memory: CallMemory, outcome: Outcome): ExitTaken | undefined {
  const already = memory.outcome.machine && timesEntered(memory.asked, flow.always.machine ?? '') > 0
  if (flow.always.machine === undefined || !outcome.machine || already || outcome.understood) return undefined
  return { as: 'machine', to: flow.always.machine, outcome }
}

type Meant = ReturnType<typeof understand> | { as: 'silence' } | { as: 'number'; number: HeardNumber }

function meaningOf(step: ListenStep, heard: Heard, memory: CallMemory): Meant {
  switch (heard.kind) {
    case 'keys':
      return heard.keys === '' ? { as: 'silence' } : keysMean(step, heard)
    case 'words':
      return heard.words.trim() === '' ? { as: 'silence' } : wordsMean(step, heard, memory)
    case 'silence':
    case 'continue':
    case 'connected':
    case 'machine':
      return { as: 'silence' }
  }
}

/** A cry for help is heard in any words; where a number or a reading is waited for, the reader of texts is asked first. */
function wordsMean(step: ListenStep, heard: Extract<Heard, { kind: 'words' }>, memory: CallMemory): Meant {
  const { read } = heard
  if (read?.kind === 'help') return { as: 'help' }
  if (read === undefined || !asksReader(step)) return understand(heard, step.answers, memory.language)
  const plain = read.household === true ? understand(heard, step.answers, memory.language) : undefined
  if (plain?.as === 'answer') return plain
  if (isDoubted(heard)) return understand(heard, step.answers, memory.language)
  const answer = Object.entries(step.answers).find(([, { reads }]) => reads.some((one) => one === read.kind))
  if (answer !== undefined) return { as: 'answer', name: answer[0] }
  const number = step.number === undefined ? undefined : numberHeard(step.number.is, heard)
  return number === undefined ? understand(heard, step.answers, memory.language) : { as: 'number', number }
}

function asksReader(step: ListenStep): boolean {
  return step.number !== undefined || Object.values(step.answers).some(({ reads }) => reads.length > 0)
}

/** A key that is named wins over a number, and over "any key". */
function keysMean(step: ListenStep, heard: Extract<Heard, { kind: 'keys' }>): Meant {
  const { keys } = heard
  const answers = Object.entries(step.answers)
  const named = answers.find(([, answer]) => answer.keys !== 'any' && answer.keys.includes(keys))
  if (named === undefined && step.number !== undefined) {
    const number = numberHeard(step.number.is, heard)
    if (isEmergency(keys)) return { as: 'help' }
    if (number !== undefined) return { as: 'number', number }
  }
  const found = named ?? answers.find(([, answer]) => answer.keys === 'any')
  return found === undefined ? { as: 'unclear' } : { as: 'answer', name: found[0] }
}
