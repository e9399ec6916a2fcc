/** A flow as a picture: Mermaid for a page, a tree for the terminal. */
import type { BranchStep, Flow, Step, StepName } from './flow.ts'
import { exitsOf, fromAnywhere } from './graph.ts'

/** Mermaid flowchart text. */
export function drawFlow(flow: Flow): string {
  const numbers = new Map(Object.keys(flow.steps).map((name, index) => [name, `s${index}`]))
  const boxes = Object.entries(flow.steps).map(([name, step]) => `  ${numbers.get(name)}${box(flow, name, step)}`)
  const arrows = Object.entries(flow.steps).flatMap(([name, step]) =>
    exitsOf(name, step).map(({ as, to }) => `  ${numbers.get(name)} ${arrow(flow, step, as)} ${numbers.get(to)}`),
  )
  const always = fromAnywhere(flow).map(({ as, to }) => `  ${as}>"${as}, from anywhere"] -.-> ${numbers.get(to)}`)
  return [
    'flowchart TD',
    `  start(["${flow.name}, for ${flow.for}"]) --> ${numbers.get(flow.start)}`,
    ...boxes,
    ...arrows,
    ...always,
    '',
  ].join('\n')
}

/** The same as an indented tree; a step drawn before is only named. */
export function drawTree(flow: Flow): string {
  const lines = [`${flow.name}  (${flow.call}, for ${flow.for}, version ${flow.version})`]
  const drawn = new Set<StepName>()
  for (const { as, to } of [{ as: 'start', to: flow.start }, ...fromAnywhere(flow)]) {
    lines.push('', ...branchLines(flow, as, to, '', drawn))
  }
  return `${lines.join('\n')}\n`
}

function branchLines(flow: Flow, as: string, name: StepName, indent: string, drawn: Set<StepName>): string[] {
  const step = flow.steps[name]
  if (step === undefined || drawn.has(name)) return [`${indent}${as} → ${name} (above)`]
  drawn.add(name)
  const deeper = `${indent}   `
  return [
    `${indent}${as} → ${name}`,
    ...about(flow, step).map((line) => `${deeper}${line}`),
    ...exitsOf(name, step).flatMap((exit) => branchLines(flow, label(flow, step, exit.as), exit.to, deeper, drawn)),
  ]
}

/** What a step does, in a line each. */
function about(flow: Flow, step: Step): string[] {
  if (step.kind === 'branch') return []
  return [
    ...(step.say[flow.languages[0]] ?? []).map((sentence) => `“${sentence}”`),
    ...(step.pauseSeconds > 0 ? [`silence, ${step.pauseSeconds} s`] : []),
    ...step.do.map(({ name }) => `does ${name}`),
    ...(step.atMost === undefined ? [] : [`at most ${step.atMost.times}×`]),
    ...doing(step),
  ]
}

function doing(step: Exclude<Step, BranchStep>): string[] {
  switch (step.kind) {
    case 'say':
      return [
        ...(step.provesHeard ? ['proves: heard'] : []),
        ...(step.interruptible === false ? [] : ['a key counts meanwhile']),
      ]
    case 'listen':
      return [`listens ${step.waitSeconds} s${step.provesAnswered ? ', proves: answered' : ''}`]
    case 'connect':
      return [`rings ${step.to}, ${step.ringSeconds} s, whispering ${step.whisper}`]
    case 'end':
      return [`ends: ${step.end}`]
  }
}

function box(flow: Flow, name: StepName, step: Step): string {
  const label = [`<b>${name}</b>`, ...about(flow, step).map(plain)].join('<br/>')
  switch (step.kind) {
    case 'branch':
      return `{"${label}"}`
    case 'end':
      return `(["${label}"])`
    case 'connect':
      return `[["${label}"]]`
    case 'listen':
      return `[/"${label}"/]`
    case 'say':
      return `["${label}"]`
  }
}

function arrow(flow: Flow, step: Step, as: string): string {
  return step.kind === 'say' && as === 'then' ? '-->' : `-->|"${plain(label(flow, step, as))}"|`
}

/** An answer with what brings it about: its keys, and what may be said. */
function label(flow: Flow, step: Step, as: string): string {
  if (step.kind === 'listen' && as === 'number') return `number (${step.number?.is ?? ''}, said, or keyed and #)`
  const answer = step.kind === 'listen' && Object.hasOwn(step.answers, as) ? step.answers[as] : undefined
  if (answer === undefined) return as
  const keys = answer.keys === 'any' ? ['any key'] : answer.keys.map((key) => `key ${key}`)
  const words = answer.words[flow.languages[0]] ?? []
  const said = [...answer.means, ...answer.reads, ...words].map((word) => `“${word}”`)
  return `${as} (${[...keys, ...said].join(', ')})`
}

/** Mermaid takes quotes, brackets and hashes for its own. */
function plain(text: string): string {
  return text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')
}
