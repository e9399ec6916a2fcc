/** A flow as steps and the exits between them. */
import type { Flow, Step, StepName } from './flow.ts'

export interface Exit {
  from: StepName
  /** What happened: an answer's name, `silence`, `accepted` ... */
  as: string
  to: StepName
}

/** The exits of one step, its bound included; not those that hold everywhere (see alwaysExits). */
export function exitsOf(name: StepName, step: Step): Exit[] {
  const bound =
    step.kind === 'branch' || step.atMost === undefined ? [] : [exit(name, 'too often', step.atMost.otherwise)]
  return [...ownExits(name, step), ...bound]
}

/** The exits a step has while its bound is not used up. */
export function ownExits(name: StepName, step: Step): Exit[] {
  switch (step.kind) {
    case 'say':
      return [exit(name, 'then', step.next)]
    case 'listen':
      return [
        ...Object.entries(step.answers).map(([answer, { next }]) => exit(name, answer, next)),
        ...(step.number === undefined ? [] : [exit(name, 'number', step.number.next)]),
        exit(name, 'silence', step.silence),
        exit(name, 'unclear', step.unclear),
      ]
    case 'branch':
      return [
        ...step.when.map(({ fact, next }) => exit(name, `if ${fact}`, next)),
        exit(name, 'otherwise', step.otherwise),
      ]
    case 'connect':
      return [exit(name, 'accepted', step.accepted), exit(name, 'nobody', step.nobody)]
    case 'end':
      return []
  }
}

/** The steps from which a flow's `always` exits can be taken, and where they lead. */
export function alwaysExits(flow: Flow): Exit[] {
  return Object.entries(flow.steps).flatMap(([name, step]) => {
    const help = flow.always.help !== undefined && step.kind === 'listen' ? [exit(name, 'help', flow.always.help)] : []
    const stops = step.kind === 'listen' || (step.kind === 'say' && step.endsTurn)
    const machine = flow.always.machine !== undefined && stops ? [exit(name, 'machine', flow.always.machine)] : []
    const early = flow.always.key !== undefined && step.kind === 'say' && step.endsTurn && step.interruptible !== false
    const key = early && flow.always.key !== undefined ? [exit(name, 'key', flow.always.key)] : []
    return [...help, ...machine, ...key]
  })
}

export function allExits(flow: Flow): Exit[] {
  return Object.entries(flow.steps).flatMap(([name, step]) => exitsOf(name, step))
}

/** The places that can be come to from anywhere, by what leads there. */
export function fromAnywhere({ always: { lost, machine, help, key } }: Flow): { as: string; to: StepName }[] {
  const places = { lost, machine, help, key }
  return Object.entries(places).flatMap(([as, to]) => (to === undefined ? [] : [{ as, to }]))
}

/** Steps where a call may find itself without coming from another step. */
export function entries(flow: Flow): StepName[] {
  return [flow.start, ...fromAnywhere(flow).map(({ to }) => to)]
}

export function reachableFrom(starts: readonly StepName[], exits: readonly Exit[]): Set<StepName> {
  const seen = new Set<StepName>()
  const waiting = [...starts]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    waiting.push(...exits.filter((one) => one.from === name).map((one) => one.to))
  }
  return seen
}

function exit(from: StepName, as: string, to: StepName): Exit {
  return { from, as, to }
}
