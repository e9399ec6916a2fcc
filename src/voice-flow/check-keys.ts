/** Keys that never move, and the two different keys without which nothing is taken (design 1.3, 3.5). */
import { actions, keysForLife } from './catalogue.ts'
import type { Flow, FlowFault, StepName } from './flow.ts'
import { allExits, alwaysExits, entries } from './graph.ts'
import type { Exit } from './graph.ts'

type Fault = Omit<FlowFault, 'file'>

export function keyFaults(flow: Flow): Fault[] {
  return [...sharedKeys(flow), ...movedKeys(flow), ...oneKeyTakes(flow), ...earlyKeys(flow), ...keysLikeNumbers(flow)]
}

/** Where a number may be keyed, no figure but 0 can be an answer, and # ends the number. */
function keysLikeNumbers(flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([step, content]) => {
    if (content.kind !== 'listen' || content.number === undefined) return []
    const keys = Object.values(content.answers).flatMap((answer) => (answer.keys === 'any' ? ['any'] : answer.keys))
    return keys
      .filter((key) => key !== '0' && key !== '*')
      .map((key) => ({
        step,
        what: `The key ${key} could be part of the number.`,
        remedy: 'Where a number is asked for, use only 0 and * for answers.',
      }))
  })
}

/** A key that counts while the line speaks must lead somewhere, and no word may cut the news short. */
function earlyKeys(flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([step, content]) => {
    if (content.kind !== 'say' || content.interruptible === false) return []
    const forServiceUsers = flow.for === 'service-user' || flow.for === 'anyone'
    const bySpeech = content.interruptible === true && (forServiceUsers || content.endsTurn)
    const nowhere = content.endsTurn && flow.always.key === undefined
    return [
      ...(nowhere
        ? [{ step, what: 'A key pressed during these words leads nowhere.', remedy: 'Write always → key: STEP.' }]
        : []),
      ...(bySpeech
        ? [{ step, what: 'Speaking cuts these words short.', remedy: 'Write "interruptible: by-key".' }]
        : []),
    ]
  })
}

function sharedKeys(flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([step, content]) => {
    if (content.kind !== 'listen') return []
    const keys = Object.values(content.answers).flatMap((answer) => (answer.keys === 'any' ? ['any'] : answer.keys))
    const twice = keys.filter((key, index) => keys.indexOf(key) < index)
    return twice.map((key) => ({
      step,
      what: `The key ${key} has two answers.`,
      remedy: 'Give every answer its own key.',
    }))
  })
}

function movedKeys(flow: Flow): Fault[] {
  if (flow.for !== 'manager') return []
  return Object.entries(flow.steps).flatMap(([step, content]) => {
    if (content.kind !== 'listen') return []
    return Object.entries(content.answers).flatMap(([name, { keys }]) => {
      const given = keys === 'any' ? ['any'] : keys
      const own = Object.hasOwn(keysForLife, name) ? keysForLife[name] : undefined
      const taken = Object.entries(keysForLife).find(([other, key]) => other !== name && given.includes(key))
      if (own !== undefined && (given.length !== 1 || given[0] !== own)) {
        return [
          { step, what: `"${name}" has moved to ${given.join(', ') || 'no key'}.`, remedy: `It is ${own}, for life.` },
        ]
      }
      return taken === undefined
        ? []
        : [
            {
              step,
              what: `"${name}" uses ${taken[1]}, which is "${taken[0]}" for life.`,
              remedy: 'Choose another key.',
            },
          ]
    })
  })
}

/** Into a taking step only by a named key, from a step entered only by another named key. */
function oneKeyTakes(flow: Flow): Fault[] {
  const exits = [...allExits(flow), ...alwaysExits(flow)]
  return Object.entries(flow.steps).flatMap(([step, content]) => {
    const takes = content.kind !== 'branch' && content.do.some(({ name }) => actions[name].needsConfirmKey)
    return !takes || isConfirmed(flow, step, exits)
      ? []
      : [
          {
            step,
            what: 'Something is taken here without a key and a different key after it.',
            remedy: 'Lead here only from a confirming step, itself reached only by another key; no words, no "any".',
          },
        ]
  })
}

function isConfirmed(flow: Flow, step: StepName, exits: readonly Exit[]): boolean {
  const confirming = pressedInto(flow, step, exits)
  return (
    confirming !== undefined &&
    confirming.every(({ from, keys }) => {
      const first = pressedInto(flow, from, exits)
      return first !== undefined && first.every((press) => !press.keys.some((key) => keys.includes(key)))
    })
  )
}

/** The presses that lead into a step; undefined when anything else does, too. */
function pressedInto(
  flow: Flow,
  step: StepName,
  exits: readonly Exit[],
): { from: StepName; keys: readonly string[] }[] | undefined {
  if (entries(flow).includes(step)) return undefined
  const presses: { from: StepName; keys: readonly string[] }[] = []
  for (const { from, as } of exits.filter(({ to }) => to === step)) {
    const content = flow.steps[from]
    const answer = content?.kind === 'listen' && Object.hasOwn(content.answers, as) ? content.answers[as] : undefined
    const spoken = answer !== undefined && (answer.means.length > 0 || Object.keys(answer.words).length > 0)
    if (answer === undefined || answer.keys === 'any' || answer.keys.length === 0 || spoken) return undefined
    presses.push({ from, keys: answer.keys })
  }
  return presses
}
