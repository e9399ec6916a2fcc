/**
 * Every name that a flow may use: what can be said, asked about, asked for and rung, each with its meaning.
 * The types below come from these tables, so that an action without a handler, or a value without a source,
 * does not compile. A new name starts here.
 */

import type { actions } from './known-actions.ts'
import type { facts } from './spoken-facts.ts'
import type { values } from './spoken-values.ts'

export const languages = { en: 'English', cy: 'Welsh' } as const
export type Language = keyof typeof languages

export { actions } from './known-actions.ts'
export { facts } from './spoken-facts.ts'
export { values } from './spoken-values.ts'
export type { Audience, Hearer } from './spoken-values.ts'

interface NumberEntry {
  meaning: string
  /** anything below or above was misheard, or is no such number: 999 is never minutes */
  least: number
  most: number
}

/** What a caller may say or key as a number. */
export const numbers = {
  'minutes-late': { meaning: 'minutes after the planned start', least: 1, most: 240 },
  'minutes-from-now': { meaning: 'minutes from now until the visit starts', least: 1, most: 240 },
} as const satisfies Record<string, NumberEntry>

/** What words may be read as, by the reader of texts; an answer may ask for such readings. */
export const readings = {
  'no-show-report': 'nobody has come',
  arrived: 'the care worker is there',
  late: 'the care worker is late, with or without minutes',
  'on-my-way': 'the care worker is on the way',
  missed: 'a past visit was not done',
  'found-missed': 'an earlier visit by somebody did not happen',
  'cannot-attend': 'a coming visit will not be done by this care worker',
  'no-reply': 'nobody answers at the door',
  frustrated: 'the visit could not be done',
  sick: 'the care worker cannot work',
  'who-is-on-call': 'who is on call',
  next: 'which visits are to come',
} as const

/** What a caller chose, for later steps. */
export const notes = {
  'first-person': 'it is the first care worker of this number',
  'second-person': 'it is the second care worker of this number',
  'first-visit': 'the first of two visits is meant',
  'second-visit': 'the second of two visits is meant',
} as const

interface DestinationEntry {
  meaning: string
}

export const destinations = {
  person: { meaning: 'the office while it is open, otherwise whoever is on call' },
} as const satisfies Record<string, DestinationEntry>

/** The flows the program asks for by name; a start without one of them fails. */
export const neededFlows = [
  'eta-call',
  'person-line',
  'accept-call',
  'office-call',
  'escalation-call',
  'texts-stopped-call',
  'help-call',
  'care-worker-line',
  'no-show-line',
  'ring-back-call',
  'hand-over-call',
  'care-worker-check',
  'not-logged-in-call',
] as const

/** Design 3.5: these keys never move. An answer of this name has this key, in every flow for managers. */
export const keysForLife: Readonly<Record<string, string>> = { take: '4', pass: '5', again: '*', confirm: '3' }

/** What makes a sentence the safety sentence, by language. */
export const safetyWords: Readonly<Partial<Record<Language, string>>> = { en: 'nine nine nine' }

/** Never said to a service user: pronouns guess and confuse (care-practice 3.4), and nobody is "missed" (3.3). */
export const wordsNeverSaid: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['he', 'she', 'him', 'her', 'his', 'hers', 'missed', 'client', 'carer', 'patient'],
}

export type ValueName = keyof typeof values
export type FactName = keyof typeof facts
export type NumberName = keyof typeof numbers
export type ReadingName = keyof typeof readings
export type NoteName = keyof typeof notes
export type ActionName = keyof typeof actions
export type DestinationName = keyof typeof destinations
export type NeededFlow = (typeof neededFlows)[number]

export type Values = Partial<Record<ValueName, string>>
export type Facts = Record<FactName, boolean>

export type ActionParameter<N extends ActionName> = (typeof actions)[N]['parameters'][number]
export type ActionArguments<N extends ActionName> = Record<ActionParameter<N>, string>
export type ActionRequest = { [N in ActionName]: { name: N; with: ActionArguments<N> } }[ActionName]

/** One handler for every action, or it does not compile. */
export type ActionHandlers<Context, Result> = {
  [N in ActionName]: (given: ActionArguments<N>, context: Context) => Result
}
/** One source for every value, or it does not compile; undefined where this call has no such thing. */
export type ValueSources<Context> = { [N in ValueName]: (context: Context) => string | undefined }
