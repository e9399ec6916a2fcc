/** Every name used is in the catalogue, with what it needs, and may be heard by whoever listens. */
import { actions, values } from './catalogue.ts'
import type { Hearer } from './catalogue.ts'
import type { Flow, FlowFault, Step } from './flow.ts'
import { isValueName, slotsIn } from './utterances.ts'

type Fault = Omit<FlowFault, 'file'>

export function nameFaults(flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([step, content]) => [
    ...unknownValues(content).map((fault) => ({ step, ...fault })),
    ...privateValues(content, flow.for).map((fault) => ({ step, ...fault })),
    ...argumentFaults(content).map((fault) => ({ step, ...fault })),
  ])
}

/** The values of a step that a hearer must not hear. */
export function privateValues(step: Step, hearer: Hearer): Fault[] {
  return slots(step)
    .filter(isValueName)
    .filter((name) => !(values[name].mayHear as readonly Hearer[]).includes(hearer))
    .map((name) => ({
      what: `{${name}} (${values[name].meaning}) is not for ${hearer === 'machine' ? 'a machine' : hearer} to hear.`,
      remedy: 'Take it out, or change who may hear it in the catalogue.',
    }))
}

function unknownValues(step: Step): Fault[] {
  return slots(step)
    .filter((name) => !isValueName(name))
    .map((name) => ({
      what: `There is no value {${name}}.`,
      remedy: `Use one of the catalogue (${Object.keys(values).join(', ')}), or add it there with its source.`,
    }))
}

function argumentFaults(step: Step): Fault[] {
  const requests = step.kind === 'branch' ? [] : step.do
  return requests.flatMap((request) => {
    const wanted: readonly string[] = actions[request.name].parameters
    const given = Object.keys(request.with)
    const missing = wanted.filter((one) => !given.includes(one)).map((one) => `needs "${one}"`)
    const unknown = given.filter((one) => !wanted.includes(one)).map((one) => `knows no "${one}"`)
    return [...missing, ...unknown].map((what) => ({
      what: `The action ${request.name} ${what}.`,
      remedy: wanted.length === 0 ? 'Write it without "with".' : `Write "with:" and ${wanted.join(', ')}.`,
    }))
  })
}

function slots(step: Step): string[] {
  return step.kind === 'branch' ? [] : [...new Set(Object.values(step.say).flat().flatMap(slotsIn))]
}
