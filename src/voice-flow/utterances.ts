/** The words of a step, sentence by sentence; the values are filled in at the last moment. */
import type { Interruptible, Spoken } from '../cellar/ports.ts'
import { values as valueCatalogue } from './catalogue.ts'
import type { Language, ValueName, Values } from './catalogue.ts'
import type { BranchStep, Flow, Step, StepName } from './flow.ts'

/** One sentence with its {values} still open, or silence. `slow`: about nine tenths of the usual speed. */
export type Utterance =
  { say: string; step: StepName; interruptible: Interruptible; slow: boolean } | { pauseSeconds: number }
/** Between two sentences for people who need time (care-practice 4.8: 700 to 1,000 ms). */
const breathSeconds = 1

export function utterancesOf(
  flow: Flow,
  name: StepName,
  step: Exclude<Step, BranchStep>,
  language: Language,
): Utterance[] {
  const slow = flow.for === 'service-user' || flow.for === 'anyone'
  const interruptible = step.kind === 'listen' || step.kind === 'say' ? step.interruptible : false
  const sentences = step.say[language] ?? []
  const spoken = sentences.flatMap((say, index): Utterance[] => {
    const isLast = index === sentences.length - 1
    const pauseSeconds = isLast ? Math.max(step.pauseSeconds, breathOf(step, slow)) : slow ? breathSeconds : 0
    const sentence = { say, step: name, interruptible, slow }
    return pauseSeconds > 0 ? [sentence, { pauseSeconds }] : [sentence]
  })
  return spoken.length === 0 && step.pauseSeconds > 0 ? [{ pauseSeconds: step.pauseSeconds }] : spoken
}

/** After the last sentence only where more words follow: a listener must not wait to be heard. */
function breathOf(step: Exclude<Step, BranchStep>, slow: boolean): number {
  return slow && step.kind === 'say' && !step.endsTurn ? breathSeconds : 0
}

/** A value that a turn needs was not given: a fault of the program, named so that it can be mended. */
export class MissingValue extends Error {
  constructor(flow: string, step: StepName, value: string) {
    super(`Flow ${flow}, step ${step}: no value for {${value}}. Give it a source before this flow is used.`)
    this.name = 'MissingValue'
  }
}

const slot = /\{([^{}]*)\}/g

/** Fills the values into the sentences of a turn. Throws MissingValue. Values must be clean for speech already. */
export function fill(
  turn: { memory: { flow: string; language: Language }; utterances: readonly Utterance[] },
  values: Values,
): Spoken[] {
  return turn.utterances.map((utterance) => {
    if ('pauseSeconds' in utterance) return utterance
    const { say, step, interruptible, slow } = utterance
    const filled = say.replace(slot, (_whole, name: string) => {
      const value = isValueName(name) ? values[name] : undefined
      if (value === undefined || value.trim() === '') throw new MissingValue(turn.memory.flow, step, name)
      return value
    })
    return { say: withCapital(filled), language: turn.memory.language, interruptible, slow }
  })
}

/** The names in the slots of a sentence, as they stand: they may be unknown. */
export function slotsIn(sentence: string): string[] {
  return [...sentence.matchAll(slot)].map((match) => match[1] ?? '')
}

/** Every value that a flow may speak, so that they can be had before the first word is said. */
export function valuesSpoken(flow: Flow): ValueName[] {
  const sentences = Object.values(flow.steps).flatMap((step) =>
    step.kind === 'branch' ? [] : Object.values(step.say).flat(),
  )
  return [...new Set(sentences.flatMap(slotsIn))].filter(isValueName)
}

export function isValueName(name: string): name is ValueName {
  return Object.hasOwn(valueCatalogue, name)
}

function withCapital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
