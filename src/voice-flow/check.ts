/** Proves a flow before it is used (design section 6). What is found stops the start, with file, step and remedy. */
import { neededFlows } from './catalogue.ts'
import { endFaults } from './check-ends.ts'
import { keyFaults } from './check-keys.ts'
import { machineFaults } from './check-machine.ts'
import { nameFaults } from './check-names.ts'
import { careWorkerFaults, serviceUserFaults } from './check-service-user.ts'
import { shapeFaults, targetFaults } from './check-shape.ts'
import { wordFaults } from './check-words.ts'
import type { Flow, FlowFault } from './flow.ts'
import { readFlow } from './load.ts'

export function checkFlow(flow: Flow, file: string): FlowFault[] {
  const lost = targetFaults(flow)
  const found =
    lost.length > 0
      ? lost
      : [
          ...shapeFaults(flow),
          ...nameFaults(flow),
          ...wordFaults(flow),
          ...endFaults(flow),
          ...keyFaults(flow),
          ...machineFaults(flow),
          ...serviceUserFaults(flow),
          ...careWorkerFaults(flow),
        ]
  return found.map((fault) => ({ file, ...fault }))
}

/** All flows of a folder, read and proved together: also that each one asked for by name is there. */
export function readFlows(
  files: readonly { file: string; text: string }[],
): { flows: Map<string, Flow> } | { faults: FlowFault[] } {
  const faults: FlowFault[] = []
  const flows = new Map<string, Flow>()
  for (const { file, text } of files) {
    const read = readFlow(text, file)
    if ('faults' in read) {
      faults.push(...read.faults)
      continue
    }
    faults.push(...checkFlow(read.flow, file), ...fileNameFaults(read.flow, file))
    flows.set(read.flow.name, read.flow)
  }
  faults.push(...togetherFaults(flows))
  return faults.length > 0 ? { faults } : { flows }
}

export function explainFault({ file, step, what, remedy }: FlowFault): string {
  return `${file}${step === undefined ? '' : `, step ${step}`}: ${what} ${remedy}`
}

function fileNameFaults(flow: Flow, file: string): FlowFault[] {
  const plain = file.split('/').at(-1)
  return plain === `${flow.name}.yaml`
    ? []
    : [
        {
          file,
          what: `The flow is named ${flow.name}.`,
          remedy: `Name the file ${flow.name}.yaml, or the flow as the file.`,
        },
      ]
}

function togetherFaults(flows: ReadonlyMap<string, Flow>): FlowFault[] {
  const missing = neededFlows
    .filter((name) => !flows.has(name))
    .map((name) => ({
      file: `${name}.yaml`,
      what: 'The line needs this flow, and it is not there.',
      remedy: 'Put it back.',
    }))
  const whispers = [...flows.values()].flatMap((flow) =>
    Object.entries(flow.steps).flatMap(([step, { kind, ...rest }]) =>
      kind === 'connect' && 'whisper' in rest && flows.get(rest.whisper)?.call !== 'whisper'
        ? [
            {
              file: `${flow.name}.yaml`,
              step,
              what: `${rest.whisper} is no whisper flow.`,
              remedy: 'Name a flow with "call: whisper".',
            },
          ]
        : [],
    ),
  )
  return [...missing, ...whispers]
}
