/** A machine keeps what it hears: it may hear the agency's name and number, nothing else (design 3.4). */
import type { Flow, FlowFault, StepName } from './flow.ts'
import { privateValues } from './check-names.ts'
import { allExits, exitsOf, reachableFrom } from './graph.ts'

type Fault = Omit<FlowFault, 'file'>

/** So long the carrier has to tell a machine from a person before any detail is said. */
const leastPauseSeconds = 3

export function machineFaults(flow: Flow): Fault[] {
  if (flow.call !== 'outbound') return []
  if (flow.always.machine === undefined) {
    return [{ what: 'We ring, and a machine may answer: there is no step for it.', remedy: 'Write always → machine.' }]
  }
  const toMachine = reachableFrom([flow.always.machine], allExits(flow))
  const early = flow.for === 'manager' ? new Set<StepName>() : beforeThePause(flow)
  return [...new Set([...toMachine, ...early])].flatMap((step) => {
    const content = flow.steps[step]
    if (content === undefined) return []
    const told = privateValues(content, 'machine')
    return toMachine.has(step)
      ? told.map((fault) => ({ step, ...fault }))
      : told.map(({ what }) => tooEarly(step, what))
  })
}

/** The steps whose words may come before the first pause that ends a turn. */
function beforeThePause(flow: Flow): Set<StepName> {
  const exits = Object.entries(flow.steps).flatMap(([name, step]) =>
    step.kind === 'say' && step.endsTurn && step.pauseSeconds >= leastPauseSeconds ? [] : exitsOf(name, step),
  )
  return reachableFrom([flow.start], exits)
}

function tooEarly(step: StepName, what: string): Fault {
  return {
    step,
    what: `${what} It may be said before the line knows who listens.`,
    remedy: `First say {agency} in a step with "pause-seconds: ${leastPauseSeconds}" and "ends-turn: true".`,
  }
}
