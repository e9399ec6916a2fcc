/** From a YAML file to a Flow, or to what is wrong with it. Pure: reading the folder is the caller's business. */
import { createHash } from 'node:crypto'
import { parseDocument, visit } from 'yaml'
import type { Document } from 'yaml'
import type { z } from 'zod'
import type { ActionName, ActionRequest } from './catalogue.ts'
import type { Answer, Flow, FlowFault, Step, StepName, Words } from './flow.ts'
import { branchStep, connectStep, endStep, listenStep, sayStep, writtenFlow } from './written-flow.ts'
import type { WrittenAnswer, WrittenSpeaking } from './written-flow.ts'

/** Reads one flow; every fault names file, step and remedy. A flow without faults here still has to pass checkFlow. */
export function readFlow(yamlText: string, file: string): { flow: Flow } | { faults: FlowFault[] } {
  const document = parseDocument(yamlText)
  if (document.errors.length > 0) return { faults: document.errors.map((error) => notYaml(file, error.message)) }
  if (hasAlias(document)) return { faults: [notYaml(file, 'an alias (*name) is used')] }
  const written = writtenFlow.safeParse(document.toJS())
  if (!written.success) return { faults: written.error.issues.map((issue) => asFault(file, undefined, issue)) }

  const steps: Record<StepName, Step> = {}
  const faults: FlowFault[] = []
  for (const [name, writtenStep] of Object.entries(written.data.steps)) {
    const read = readStep(writtenStep, file, name)
    if (Array.isArray(read)) faults.push(...read)
    else steps[name] = read
  }
  if (faults.length > 0) return { faults }
  const { always, languages, ...rest } = written.data
  return { flow: { ...rest, languages, always: present(always), steps, version: versionOf(yamlText) } }
}

function readStep(written: unknown, file: string, step: StepName): Step | FlowFault[] {
  const keys = typeof written === 'object' && written !== null ? Object.keys(written) : []
  const kinds = (['listen', 'branch', 'connect', 'end', 'next'] as const).filter((key) => keys.includes(key))
  const [kind, another] = kinds
  if (kind === undefined || another !== undefined) return [noOneKind(file, step, kinds)]
  switch (kind) {
    case 'next':
      return finish(sayStep.safeParse(written), file, step, (read) => ({
        ...spoken(read),
        kind: 'say',
        provesHeard: read.proves === 'heard',
        endsTurn: read['ends-turn'] || read.proves === 'heard',
        interruptible: read.interruptible,
        next: read.next,
      }))
    case 'listen':
      return finish(listenStep.safeParse(written), file, step, (read) => ({
        ...spoken(read),
        kind: 'listen',
        interruptible: read.interruptible,
        waitSeconds: read.listen['wait-seconds'],
        provesAnswered: read.proves === 'answered',
        answers: Object.fromEntries(
          Object.entries(read.listen.answers).map(([name, answer]) => [name, asAnswer(answer)]),
        ),
        ...(read.listen.number === undefined ? {} : { number: read.listen.number }),
        silence: read.listen.silence,
        unclear: read.listen.unclear,
      }))
    case 'branch':
      return finish(branchStep.safeParse(written), file, step, (read) => ({
        kind: 'branch',
        when: read.branch.map(({ if: fact, next }) => ({ fact, next })),
        otherwise: read.otherwise,
      }))
    case 'connect':
      return finish(connectStep.safeParse(written), file, step, (read) => ({
        ...spoken(read),
        kind: 'connect',
        to: read.connect.to,
        ringSeconds: read.connect['ring-seconds'],
        whisper: read.connect.whisper,
        accepted: read.connect.accepted,
        nobody: read.connect.nobody,
      }))
    case 'end':
      return finish(endStep.safeParse(written), file, step, (read) => ({ ...spoken(read), kind: 'end', end: read.end }))
  }
}

function finish<T>(
  parsed: z.ZodSafeParseResult<T>,
  file: string,
  step: StepName,
  make: (read: T) => Step,
): Step | FlowFault[] {
  return parsed.success ? make(parsed.data) : parsed.error.issues.map((issue) => asFault(file, step, issue))
}

function spoken(written: WrittenSpeaking) {
  const say: Words = Object.fromEntries(
    Object.entries(written.say).map(([language, texts]): [string, string[]] => [language, texts.flatMap(inSentences)]),
  )
  return {
    say,
    pauseSeconds: written['pause-seconds'],
    do: written.do.map(({ action, given }) => asRequest(action, given)),
    ...(written['at-most'] === undefined ? {} : { atMost: written['at-most'] }),
  }
}

/** Each sentence is said on its own, so that there can be a breath after it. */
function inSentences(text: string): string[] {
  return text.trim().split(/(?<=[.?!])\s+/u)
}

function asAnswer({ confirms, notes, ...answer }: WrittenAnswer): Answer {
  return { ...answer, ...(confirms === undefined ? {} : { confirms }), ...(notes === undefined ? {} : { notes }) }
}

/** checkFlow finds arguments that do not fit the catalogue before the request is ever made. */
function asRequest(name: ActionName, given: Record<string, string>): ActionRequest {
  return { name, with: given } as ActionRequest
}

function present(always: z.output<typeof writtenFlow>['always']): Flow['always'] {
  const { lost, machine, help, key } = always
  return {
    lost,
    ...(machine === undefined ? {} : { machine }),
    ...(help === undefined ? {} : { help }),
    ...(key === undefined ? {} : { key }),
  }
}

/** Aliases can make a small file endless; a flow needs none. */
function hasAlias(document: Document): boolean {
  let found = false
  visit(document, { Alias: () => ((found = true), visit.BREAK) })
  return found
}

/** The same words have the same version on every machine, whatever its line ends. */
function versionOf(yamlText: string): string {
  return createHash('sha256').update(yamlText.replaceAll('\r\n', '\n')).digest('hex').slice(0, 12)
}

function notYaml(file: string, message: string): FlowFault {
  const [what = message] = message.split('\n')
  return {
    file,
    what: `This is not YAML that can be read: ${what}`,
    remedy: 'Mend the place named; mind indents and quotes.',
  }
}

function noOneKind(file: string, step: StepName, kinds: readonly string[]): FlowFault {
  const what =
    kinds.length === 0 ? 'The step leads nowhere.' : `The step wants to be several things: ${kinds.join(', ')}.`
  return { file, step, what, remedy: 'Give it exactly one of next, listen, branch, connect or end.' }
}

function asFault(file: string, stepRead: StepName | undefined, issue: z.core.$ZodIssue): FlowFault {
  const [first, second, ...rest] = issue.path.map(String)
  const inSteps = stepRead === undefined && first === 'steps'
  const step = inSteps ? second : stepRead
  const place = inSteps ? rest : issue.path.map(String)
  const at = place.length === 0 ? '' : `${place.join(' → ')}: `
  return {
    file,
    ...(step === undefined ? {} : { step }),
    what: `${at}${issue.message}`,
    remedy: remedyFor(issue, place),
  }
}

const exitsAsked = ['next', 'silence', 'unclear', 'nobody', 'accepted', 'otherwise', 'start', 'lost']

function remedyFor(issue: z.core.$ZodIssue, place: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') return `Take out or correct: ${issue.keys.join(', ')}.`
  const part = place.at(-1) ?? 'flow'
  if (exitsAsked.includes(part)) return `Write "${part}: STEP" with the step that follows then.`
  return `Correct "${part}"; the other files in voice-flows show how it is written.`
}
