/** What service users can use on the telephone (care-practice 4.8): short sentences, one question, no needed key. */
import { values, wordsNeverSaid } from './catalogue.ts'
import type { Language } from './catalogue.ts'
import { canBeSaid } from './check-words.ts'
import type { Flow, FlowFault, ListenStep, Step, StepName } from './flow.ts'
import { allExits, reachableFrom } from './graph.ts'
import type { Exit } from './graph.ts'
import { isValueName } from './utterances.ts'

type Fault = Omit<FlowFault, 'file'>

const mostWordsInASentence = 12
const mostChoices = 2
const leastWaitSeconds = 8

export function serviceUserFaults(flow: Flow): Fault[] {
  if (flow.for !== 'service-user' && flow.for !== 'anyone') return []
  const inSteps = Object.entries(flow.steps).flatMap(([step, content]) => [
    ...flow.languages.flatMap((language) => wordFaults(content, language).map((fault) => ({ step, ...fault }))),
    ...(content.kind === 'listen' ? listenFaults(flow, content).map((fault) => ({ step, ...fault })) : []),
  ])
  return [...helpFaults(flow), ...inSteps]
}

/** A care worker who rings is never left by silence or by a word that nobody understood: a person is tried first. */
export function careWorkerFaults(flow: Flow): Fault[] {
  if (flow.for !== 'care-worker' || flow.call !== 'inbound') return []
  const unheard = Object.entries(flow.steps).flatMap(([step, content]) =>
    content.kind === 'listen' && (endsUnheard(flow, content, 'unclear') || endsUnheard(flow, content, 'silence'))
      ? [{ step, what: 'Silence or unclear speech ends the call.', remedy: 'Ask again, then put them through.' }]
      : [],
  )
  return [...helpFaults(flow), ...unheard]
}

function wordFaults(step: Step, language: Language): Fault[] {
  const sentences = step.kind === 'branch' ? [] : (step.say[language] ?? [])
  const questions = sentences.join(' ').split('?').length - 1
  const tooMany =
    questions > 1 ? [{ what: `${questions} questions are asked at once.`, remedy: 'Ask one question a step.' }] : []
  return [
    ...tooMany,
    ...sentences.filter((sentence) => wordsIn(sentence) > mostWordsInASentence).map(tooLong),
    ...sentences.flatMap((sentence) => neverSaid(sentence, language)),
  ]
}

/** Words, with every value at its longest. */
function wordsIn(sentence: string): number {
  const filled = sentence.replaceAll(/\{([^{}]*)\}/g, (whole, name: string) =>
    isValueName(name) ? values[name].worstCase : whole,
  )
  return filled.split(/\s+/u).filter((word) => /[\p{L}\p{N}{]/u.test(word)).length
}

function tooLong(sentence: string): Fault {
  return {
    what: `"${sentence}" can have ${wordsIn(sentence)} words.`,
    remedy: `Make two sentences of it: at most ${mostWordsInASentence} words, values at their longest.`,
  }
}

function neverSaid(sentence: string, language: Language): Fault[] {
  const spoken = sentence
    .replaceAll(/\{[^{}]*\}/g, ' ')
    .toLowerCase()
    .split(/[^\p{L}']+/u)
  return (wordsNeverSaid[language] ?? [])
    .filter((word) => spoken.includes(word))
    .map((word) => ({ what: `"${word}" is said.`, remedy: 'Say the name; say "not here yet"; say "care worker".' }))
}

function listenFaults(flow: Flow, step: ListenStep): Fault[] {
  const answers = Object.entries(step.answers)
  const onlyByKey = answers.filter(([, answer]) => !flow.languages.every((language) => canBeSaid(answer, language)))
  return [
    ...(answers.length > mostChoices
      ? [{ what: `There are ${answers.length} choices.`, remedy: 'Offer two at most.' }]
      : []),
    ...onlyByKey.map(([answer]) => ({
      what: `"${answer}" needs a key.`,
      remedy: 'Give it words or means as well: nobody must have to press anything.',
    })),
    ...(step.waitSeconds < leastWaitSeconds
      ? [{ what: `Only ${step.waitSeconds} seconds are left to answer.`, remedy: `Wait at least ${leastWaitSeconds}.` }]
      : []),
    ...(endsUnheard(flow, step)
      ? [{ what: 'Unclear speech ends the call.', remedy: 'Ask again, or put the person through.' }]
      : []),
  ]
}

/** Whether speech that is never understood can bring a call to its end without a person having been tried. */
function endsUnheard(flow: Flow, step: ListenStep, how: 'unclear' | 'silence' = 'unclear'): boolean {
  const onlyUnclear = beforeAPerson(flow).filter(
    ({ from: other, as }) => flow.steps[other]?.kind !== 'listen' || as === how || as === 'too often',
  )
  return reachesAnEnd(flow, step[how], onlyUnclear)
}

/** A cry for help, and a call that lost its place, have a person tried before anything ends. */
function helpFaults(flow: Flow): Fault[] {
  const listens = Object.values(flow.steps).some(({ kind }) => kind === 'listen')
  const { help, lost, key } = flow.always
  if (listens && help === undefined) {
    return [
      { what: 'A cry for help leads nowhere.', remedy: 'Write always → help, with a step that leads to a connect.' },
    ]
  }
  return [...new Set([help, lost, key])]
    .filter((step) => step !== undefined)
    .filter((step) => reachesAnEnd(flow, step, beforeAPerson(flow)))
    .map((step) => ({
      step,
      what: 'Help or a lost place leads here, and the call can end without a person having been tried.',
      remedy: 'Lead it to a connect first.',
    }))
}

function beforeAPerson(flow: Flow): Exit[] {
  return allExits(flow).filter(({ from }) => flow.steps[from]?.kind !== 'connect')
}

function reachesAnEnd(flow: Flow, from: StepName, exits: readonly Exit[]): boolean {
  return [...reachableFrom([from], exits)].some((name) => flow.steps[name]?.kind === 'end')
}
