/** A flow is a conversation as data. These are its parts, as they stand after loading. */
import type { Interruptible } from '../cellar/ports.ts'
import type {
  ActionRequest,
  Audience,
  DestinationName,
  FactName,
  Language,
  NoteName,
  NumberName,
  ReadingName,
} from './catalogue.ts'
import type { AnswerMeaning } from './vocabulary.ts'

export type StepName = string

export interface Flow {
  name: string
  /** Short hash of the file's text. */
  version: string
  /** Who rings whom; a whisper is heard by the person who is being put through. */
  call: 'outbound' | 'inbound' | 'whisper'
  for: Audience
  languages: readonly [Language, ...Language[]]
  start: StepName
  always: Always
  steps: Readonly<Record<StepName, Step>>
}

/** Where a call goes from any step. */
export interface Always {
  /** The place of the call is not known any more (design 3.7: never dead air). */
  lost: StepName
  /** A machine took the call. */
  machine?: StepName
  /** A cry for help was heard, whatever had been asked. */
  help?: StepName
  /** A key was pressed while the line spoke and had not asked for anything yet. */
  key?: StepName
}

export type Step = SayStep | ListenStep | BranchStep | ConnectStep | EndStep

interface Speaking {
  /** Sentences by language; {names} are values of the catalogue. */
  say: Words
  /** Silence after the words. */
  pauseSeconds: number
  do: readonly ActionRequest[]
  atMost?: Bound
}
export type Words = Readonly<Partial<Record<Language, readonly string[]>>>
/** The step is entered so many times; after that the call goes elsewhere. */
export interface Bound {
  times: number
  otherwise: StepName
}

export interface SayStep extends Speaking {
  kind: 'say'
  /** Once these words are through, the whole message was heard (grade B). */
  provesHeard: boolean
  /** The program is asked anew before the next step, whose words are therefore made then. */
  endsTurn: boolean
  /** `by-key`: a key counts while these words are said. Where the turn goes on to a question, it answers that. */
  interruptible: Interruptible
  next: StepName
}

export interface ListenStep extends Speaking {
  kind: 'listen'
  interruptible: boolean
  waitSeconds: number
  /** An understood answer here is an answer to the message (grade A). */
  provesAnswered: boolean
  answers: Readonly<Record<string, Answer>>
  /** A number that may be said or keyed here, within the bounds of the catalogue; anything else is unclear. */
  number?: { is: NumberName; next: StepName }
  silence: StepName
  unclear: StepName
}

export interface Answer {
  keys: readonly string[] | 'any'
  means: readonly AnswerMeaning[]
  words: Words
  /** Words that the reader of texts takes for this. */
  reads: readonly ReadingName[]
  confirms?: 'all-is-well' | 'number'
  notes?: NoteName
  next: StepName
}

export interface BranchStep {
  kind: 'branch'
  /** The first fact that holds decides. */
  when: readonly { fact: FactName; next: StepName }[]
  otherwise: StepName
}

export interface ConnectStep extends Speaking {
  kind: 'connect'
  to: DestinationName
  ringSeconds: number
  /** The flow heard by whoever picks up, before the two are joined. */
  whisper: string
  accepted: StepName
  nobody: StepName
}

export interface EndStep extends Speaking {
  kind: 'end'
  end: End
}

/** Ends that service users may be left with, and those of staff. */
export const serviceUserEnds = ['person', 'promise', 'all-is-well', 'machine'] as const
export const staffEnds = [
  'taken',
  'passed',
  'not-taken',
  'joined',
  'not-joined',
  'informed',
  'reported',
  'answered',
] as const
export type End = (typeof serviceUserEnds)[number] | (typeof staffEnds)[number]

export interface FlowFault {
  file: string
  step?: StepName
  what: string
  remedy: string
}
