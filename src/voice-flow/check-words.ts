/** There are words in every language offered, and somebody can be understood in it. */
import { safetyWords } from './catalogue.ts'
import type { Language } from './catalogue.ts'
import type { Answer, Flow, FlowFault, Step, StepName } from './flow.ts'
import { vocabularies } from './vocabulary.ts'

type Fault = Omit<FlowFault, 'file'>

export function wordFaults(flow: Flow): Fault[] {
  return Object.entries(flow.steps).flatMap(([name, step]) => [
    ...flow.languages.flatMap((language) => [
      ...sayFaults(name, step, language),
      ...answerFaults(name, step, language),
    ]),
    ...unofferedFaults(flow, name, step),
    ...braceFaults(name, step),
    ...safetyFaults(name, step),
  ])
}

/** Speaking steps must speak; a step that says something says it in every language. */
function sayFaults(step: StepName, content: Step, language: Language): Fault[] {
  if (content.kind === 'branch' || (content.say[language] ?? []).length > 0) return []
  const silentOnPurpose =
    Object.keys(content.say).length === 0 && (content.kind === 'connect' || content.kind === 'end')
  return silentOnPurpose
    ? []
    : [
        {
          step,
          what: `There are no words in "${language}".`,
          remedy: `Write say → ${language}, or offer the flow without it.`,
        },
      ]
}

function answerFaults(step: StepName, content: Step, language: Language): Fault[] {
  if (content.kind !== 'listen') return []
  return Object.entries(content.answers).flatMap(([name, answer]) => {
    const common = answer.means.length > 0 && vocabularies[language] === undefined
    const own = Object.keys(answer.words).length > 0 && (answer.words[language] ?? []).length === 0
    const deaf = answer.keys.length === 0 && !canBeSaid(answer, language)
    return common || own || deaf
      ? [
          {
            step,
            what: `The answer "${name}" cannot be understood in "${language}".`,
            remedy: `Give it words → ${language} (or means, with a vocabulary of that language).`,
          },
        ]
      : []
  })
}

export function canBeSaid(answer: Answer, language: Language): boolean {
  return answer.means.length > 0 || answer.reads.length > 0 || (answer.words[language] ?? []).length > 0
}

function unofferedFaults(flow: Flow, step: StepName, content: Step): Fault[] {
  const written = content.kind === 'branch' ? [] : Object.keys(content.say)
  return written
    .filter((language) => !flow.languages.some((offered) => offered === language))
    .map((language) => ({
      step,
      what: `There are words in "${language}", which the flow does not offer.`,
      remedy: `Add ${language} to languages, or take the words out.`,
    }))
}

function braceFaults(step: StepName, content: Step): Fault[] {
  const sentences = content.kind === 'branch' ? [] : Object.values(content.say).flat()
  return sentences
    .filter((sentence) => /[{}]/.test(sentence.replaceAll(/\{[^{}]+\}/g, '')))
    .map((sentence) => ({ step, what: `A brace is left open in "${sentence}".`, remedy: 'Write values as {name}.' }))
}

/** Nobody may talk over the sentence that may save a life. */
function safetyFaults(step: StepName, content: Step): Fault[] {
  if ((content.kind !== 'listen' && content.kind !== 'say') || content.interruptible === false) return []
  const spoken = Object.entries(safetyWords).flatMap(([language, words]) =>
    Object.entries(content.say).flatMap(([said, sentences]) =>
      said === language ? sentences.filter((sentence) => sentence.toLowerCase().includes(words)) : [],
    ),
  )
  return spoken.map((sentence) => ({
    step,
    what: `The safety sentence "${sentence}" can be interrupted here.`,
    remedy: 'Write "interruptible: false", or say it in a step of its own that does not listen.',
  }))
}
