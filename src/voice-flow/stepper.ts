/**
 * One turn of a call: what was heard goes in with the call's memory, what to say and do next comes out.
 * Pure; the memory is plain JSON that the caller stores with the turn (design section 2, "Calls have no memory").
 */
import type { ActionRequest, Facts, Language } from './catalogue.ts'
import type { End, Flow, Step, StepName } from './flow.ts'
import { exitTaken } from './hear.ts'
import type { Heard } from './hear.ts'
import { timesEntered } from './memory.ts'
import type { CallMemory, Outcome } from './memory.ts'
import { nextThing } from './then.ts'
import type { Then } from './then.ts'
import { utterancesOf } from './utterances.ts'
import type { Utterance } from './utterances.ts'

export interface Turn {
  memory: CallMemory
  utterances: Utterance[]
  then: Then
  /** In order; their effects belong in the same transaction as the turn. */
  actions: ActionRequest[]
  /** Which exit was taken, for the record: the answer's name, `silence`, `unclear`, `machine`, `help` ... */
  heardAs: string
}

/** The first turn of a call. A language that the flow does not offer becomes its first one. */
export function begin(flow: Flow, language: Language, facts: Facts): Turn {
  const memory: CallMemory = {
    flow: flow.name,
    version: flow.version,
    step: flow.start,
    asked: {},
    language: flow.languages.includes(language) ? language : flow.languages[0],
    outcome: { heard: false, answered: false, machine: facts['machine-reported'], understood: false, connected: false },
  }
  return walk(flow, memory, flow.start, facts, 'start')
}

/**
 * The next turn. Never throws for what a caller does: an unknown step leads to the flow's `lost` step,
 * and a call that has ended stays ended without asking for anything again.
 */
export function advance(flow: Flow, memory: CallMemory, heard: Heard, facts: Facts): Turn {
  if (memory.outcome.end !== undefined) return over(memory, memory.outcome.end)
  const exit = exitTaken(flow, memory, heard, facts)
  const kept = {
    ...memory,
    outcome: exit.outcome,
    ...(exit.number === undefined ? {} : { number: exit.number }),
    ...(exit.note === undefined ? {} : { notes: [...(memory.notes ?? []), exit.note] }),
  }
  return walk(flow, kept, exit.to, facts, exit.as)
}

/** Whether news of an answering machine should be acted upon now (by `advance` with `machine`, on the live call). */
export function machineMatters(flow: Flow, memory: CallMemory): boolean {
  const { outcome } = memory
  const connecting = Object.hasOwn(flow.steps, memory.step) && flow.steps[memory.step]?.kind === 'connect'
  const settled = outcome.end !== undefined || outcome.machine || outcome.understood
  return flow.always.machine !== undefined && !connecting && !settled
}

/** A flow proved by checkFlow never walks this far without listening, connecting or ending. */
const mostStepsInATurn = 200

function walk(flow: Flow, before: CallMemory, to: StepName, facts: Facts, heardAs: string): Turn {
  const asked = { ...before.asked }
  const utterances: Utterance[] = []
  const requested: ActionRequest[] = []
  let name = to
  for (let walked = 0; walked < mostStepsInATurn; walked += 1) {
    const step = stepNamed(flow, name)
    if (step.kind !== 'branch' && step.atMost !== undefined && timesEntered(asked, name) >= step.atMost.times) {
      name = step.atMost.otherwise
      continue
    }
    asked[name] = timesEntered(asked, name) + 1
    if (step.kind === 'branch') {
      name = step.when.find(({ fact }) => facts[fact])?.next ?? step.otherwise
      continue
    }
    requested.push(...step.do)
    utterances.push(...utterancesOf(flow, name, step, before.language))
    if (step.kind === 'say' && !step.endsTurn) {
      name = step.next
      continue
    }
    const memory = { ...before, version: flow.version, step: name, asked, outcome: outcomeAt(step, before.outcome) }
    return { memory, utterances, then: nextThing(step, before.language), actions: requested, heardAs }
  }
  throw new Error(
    `Flow ${flow.name}, step ${to}: walked ${mostStepsInATurn} steps without a stop. Run "lateline flows check".`,
  )
}

function outcomeAt(step: Step, outcome: Outcome): Outcome {
  return step.kind === 'end' ? { ...outcome, end: step.end } : outcome
}

function stepNamed(flow: Flow, name: StepName): Step {
  const step = Object.hasOwn(flow.steps, name) ? flow.steps[name] : undefined
  if (step === undefined) throw new Error(`Flow ${flow.name} has no step ${name}. Run "lateline flows check".`)
  return step
}

function over(memory: CallMemory, end: End): Turn {
  return {
    memory,
    utterances: [],
    then: { kind: end === 'joined' ? 'put-through' : 'hang-up' },
    actions: [],
    heardAs: 'over',
  }
}

export type { Heard } from './hear.ts'
export type { CallMemory } from './memory.ts'
export type { Then } from './then.ts'
export type { Utterance } from './utterances.ts'
