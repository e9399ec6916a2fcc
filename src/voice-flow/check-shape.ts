/** Every exit leads somewhere, every step is reachable, and every call comes to an end. */
import type { Flow, FlowFault, StepName } from './flow.ts'
import { allExits, alwaysExits, entries, exitsOf, fromAnywhere, ownExits, reachableFrom } from './graph.ts'
import type { Exit } from './graph.ts'

type Fault = Omit<FlowFault, 'file'>

export function targetFaults(flow: Flow): Fault[] {
  const known = (name: StepName) => Object.hasOwn(flow.steps, name)
  const everywhere = [{ as: 'start', to: flow.start }, ...fromAnywhere(flow)]
  return [
    ...everywhere.filter(({ to }) => !known(to)).map(({ as, to }) => leadsNowhere(as, to)),
    ...allExits(flow)
      .filter(({ to }) => !known(to))
      .map(({ from, as, to }) => ({ step: from, ...leadsNowhere(as, to) })),
  ]
}

function leadsNowhere(as: string, to: StepName): Fault {
  return {
    what: `"${as}" leads to ${to}, and there is no such step.`,
    remedy: `Correct the name, or write the step ${to}.`,
  }
}

export function shapeFaults(flow: Flow): Fault[] {
  return [...unreachable(flow), ...endless(flow), ...unboundLoops(flow)]
}

function unreachable(flow: Flow): Fault[] {
  const reached = reachableFrom(entries(flow), allExits(flow))
  return Object.keys(flow.steps)
    .filter((name) => !reached.has(name))
    .map((step) => ({ step, what: 'No call ever comes to this step.', remedy: 'Lead an exit to it, or take it out.' }))
}

function endless(flow: Flow): Fault[] {
  const backwards = allExits(flow).map(({ from, as, to }) => ({ from: to, as, to: from }))
  const ends = Object.keys(flow.steps).filter((name) => flow.steps[name]?.kind === 'end')
  const ending = reachableFrom(ends, backwards)
  return Object.keys(flow.steps)
    .filter((name) => !ending.has(name))
    .map((step) => ({
      step,
      what: 'From here no end is ever reached.',
      remedy: 'Lead one of its exits towards an end.',
    }))
}

/**
 * Once every bound is used up, a step with a bound has only its "too often" exit. If nothing goes round
 * in what is left, no call goes round for ever.
 */
function unboundLoops(flow: Flow): Fault[] {
  const help = alwaysExits(flow).filter(({ as }) => as === 'help' || as === 'key')
  const left = Object.entries(flow.steps).flatMap(([name, step]) => {
    const bounded = step.kind !== 'branch' && step.atMost !== undefined
    const own = [...ownExits(name, step), ...help.filter(({ from }) => from === name)]
    return bounded ? exitsOf(name, step).filter(({ as }) => as === 'too often') : own
  })
  return Object.keys(flow.steps)
    .filter((name) => goesRound(name, left))
    .map((step) => ({
      step,
      what: 'This step is in a loop that has no bound.',
      remedy: 'Give a step of the loop "at-most: { times: 2, otherwise: STEP }", with a STEP outside the loop.',
    }))
}

function goesRound(name: StepName, exits: readonly Exit[]): boolean {
  const next = exits.filter(({ from }) => from === name).map(({ to }) => to)
  return reachableFrom(next, exits).has(name)
}
