/**
 * How a call may be left. For each step it is worked out what every way there has made sure of:
 * an end may only be claimed where all ways to it have earned it.
 */
import { actions, values } from './catalogue.ts'
import { serviceUserEnds } from './flow.ts'
import type { BranchStep, End, Flow, FlowFault, Step, StepName } from './flow.ts'
import { alwaysExits, allExits, entries } from './graph.ts'
import type { Exit } from './graph.ts'
import { isValueName, slotsIn } from './utterances.ts'

type Fault = Omit<FlowFault, 'file'>

type Earned = (typeof EARNED)[number]
const EARNED = ['person', 'promise', 'all-is-well', 'machine', 'heard', 'number', 'confirmed', 'reported'] as const

export function endFaults(flow: Flow): Fault[] {
  const before = earnedBefore(flow)
  return Object.entries(flow.steps).flatMap(([name, step]) => {
    const here = union(earnedBySaying(flow, step), new Set(reports(step) ? ['reported'] : []))
    const earned = union(before.get(name) ?? new Set(), here)
    return [
      ...(step.kind === 'end' ? [...unearned(name, step.end, earned), ...wrongEnd(flow, name, step.end)] : []),
      ...(step.kind === 'end' ? takenFaults(name, step) : []),
      ...unheardAnswers(name, step, before.get(name) ?? new Set()),
      ...unconfirmedNumbers(flow, name, step, before.get(name) ?? new Set()),
    ]
  })
}

/** Must-analysis: starts from "everything" and takes away what some way there does not bring. */
function earnedBefore(flow: Flow): Map<StepName, Set<Earned>> {
  const everything = (): Set<Earned> => new Set(EARNED)
  const before = new Map(Object.keys(flow.steps).map((name) => [name, everything()]))
  for (const name of entries(flow)) before.set(name, new Set(name === flow.always.machine ? ['machine'] : []))
  const exits = [...allExits(flow), ...alwaysExits(flow).filter(({ as }) => as !== 'machine')]
  for (let changed = true; changed;) {
    changed = false
    for (const exit of exits) {
      const step = flow.steps[exit.from]
      const target = before.get(exit.to)
      if (step === undefined || target === undefined) continue
      const brought = earnedBy(flow, step, exit, before.get(exit.from) ?? new Set())
      const kept = new Set([...target].filter((one) => brought.has(one)))
      changed ||= kept.size < target.size
      before.set(exit.to, kept)
    }
  }
  return before
}

function earnedBy(flow: Flow, step: Step, exit: Exit, before: ReadonlySet<Earned>): Set<Earned> {
  if (exit.as === 'too often' || exit.as === 'key') return new Set(before)
  const earned = union(before, earnedBySaying(flow, step))
  if (exit.as === 'number') {
    earned.add('number')
    earned.delete('confirmed')
  }
  if (step.kind === 'listen' && answerNamed(step, exit.as)?.confirms === 'number') earned.add('confirmed')
  if (reports(step)) earned.add('reported')
  if (step.kind === 'connect' && exit.as === 'accepted') earned.add('person')
  if (step.kind === 'listen' && answerNamed(step, exit.as)?.confirms === 'all-is-well') earned.add('all-is-well')
  if (step.kind === 'say' && step.provesHeard) earned.add('heard')
  return earned
}

function answerNamed(step: Extract<Step, { kind: 'listen' }>, name: string) {
  return Object.hasOwn(step.answers, name) ? step.answers[name] : undefined
}

/** A promise is a clock time, said in every language; cut short it is none. */
function earnedBySaying(flow: Flow, step: Step): Set<Earned> {
  if (step.kind === 'branch' || mayBeCutShort(step)) return new Set()
  const saysTime = flow.languages.every((language) =>
    (step.say[language] ?? []).flatMap(slotsIn).some((name) => isValueName(name) && values[name].type === 'clock-time'),
  )
  return new Set<Earned>(saysTime ? ['promise'] : [])
}

/** Where a turn ends with words, a key that cuts them short takes an exit of its own. */
function mayBeCutShort(step: Exclude<Step, BranchStep>): boolean {
  if (step.kind === 'say') return step.interruptible !== false && !(step.endsTurn && step.interruptible === 'by-key')
  return step.kind === 'listen' && step.interruptible
}

function unearned(step: StepName, end: End, earned: ReadonlySet<Earned>): Fault[] {
  switch (end) {
    case 'person':
      return earned.has('person') ? [] : [fault(step, 'a person', 'Lead only the "accepted" exit of a connect here.')]
    case 'promise':
      return earned.has('promise')
        ? []
        : [fault(step, 'a promise', 'Say a clock time, as in {ring-back-time}, on every way here.')]
    case 'all-is-well':
      return earned.has('all-is-well')
        ? []
        : [fault(step, 'a confirmed all-is-well', 'Lead only an answer with "confirms: all-is-well" here.')]
    case 'machine':
      return earned.has('machine') ? [] : [fault(step, 'a machine', 'Lead only always → machine here.')]
    case 'informed':
      return earned.has('heard')
        ? []
        : [fault(step, 'one who was told', 'Say it in a step with "proves: heard" on every way here.')]
    case 'reported':
      return earned.has('reported')
        ? []
        : [fault(step, 'one who has reported', 'Ask for report-late on every way here.')]
    case 'answered':
    case 'taken':
    case 'passed':
    case 'not-taken':
    case 'joined':
    case 'not-joined':
      return []
  }
}

function fault(step: StepName, what: string, remedy: string): Fault {
  return { step, what: `The call ends here as ${what}, and not every way here has one.`, remedy }
}

function wrongEnd(flow: Flow, step: StepName, end: End): Fault[] {
  const forServiceUsers = flow.for === 'service-user' || flow.for === 'anyone'
  if (forServiceUsers && !serviceUserEnds.some((allowed) => allowed === end)) {
    return [
      {
        step,
        what: `A service user is left with "${end}".`,
        remedy: 'End with a person, a promise with a clock time, or a confirmed all-is-well.',
      },
    ]
  }
  const joins = end === 'joined' || end === 'not-joined'
  return joins === (flow.call === 'whisper')
    ? []
    : [
        {
          step,
          what: `The end "${end}" does not fit a call of the kind ${flow.call}.`,
          remedy: 'A whisper ends joined or not-joined, and only a whisper.',
        },
      ]
}

/** Said to be taken, and taken: never the one without the other. */
function takenFaults(step: StepName, content: Extract<Step, { kind: 'end' }>): Fault[] {
  const takes = content.do.some(({ name }) => actions[name].needsConfirmKey)
  return takes === (content.end === 'taken')
    ? []
    : [
        {
          step,
          what: 'The end and what is asked for differ.',
          remedy: 'End "taken" exactly where take-item is asked for.',
        },
      ]
}

function unheardAnswers(step: StepName, content: Step, before: ReadonlySet<Earned>): Fault[] {
  return content.kind === 'listen' && content.provesAnswered && !before.has('heard')
    ? [
        {
          step,
          what: 'An answer is taken as proof here, and the message may not have been heard yet.',
          remedy: 'Put a step with "proves: heard" before it on every way.',
        },
      ]
    : []
}

/** A time moves only after a number, and after that number was read back with the name of whoever says it. */
function unconfirmedNumbers(flow: Flow, step: StepName, content: Step, before: ReadonlySet<Earned>): Fault[] {
  const moves = reports(content) && !(before.has('number') && before.has('confirmed'))
  const confirms =
    content.kind === 'listen' && Object.values(content.answers).some((answer) => answer.confirms === 'number')
  const readBack = flow.languages.every((language) => {
    const said = content.kind === 'branch' ? [] : (content.say[language] ?? []).flatMap(slotsIn)
    return said.includes('me') && said.includes('new-time')
  })
  return [
    ...(moves
      ? [
          {
            step,
            what: 'A time is moved here, and not every way here has a number that was confirmed.',
            remedy: 'Lead here only from an answer with "confirms: number", after the step that asks for the number.',
          },
        ]
      : []),
    ...(confirms && !(readBack && before.has('number'))
      ? [
          {
            step,
            what: 'A number is confirmed here that was not read back.',
            remedy: 'Ask for the number on every way here, and say {me} and {new-time} in this step.',
          },
        ]
      : []),
  ]
}

function reports(step: Step): boolean {
  return step.kind !== 'branch' && step.do.some(({ name }) => 'needsConfirmedNumber' in actions[name])
}

function union(one: ReadonlySet<Earned>, other: ReadonlySet<Earned>): Set<Earned> {
  return new Set([...one, ...other])
}
