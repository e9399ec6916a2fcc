/**
 * Every name that a flow may use: what can be said, asked about, asked for and rung, each with its meaning.
 * The types below come from these tables, so that an action without a handler, or a value without a source,
 * does not compile. A new name starts here.
 */

export const languages = { en: 'English', cy: 'Welsh' } as const
export type Language = keyof typeof languages

export type Audience = 'service-user' | 'care-worker' | 'manager' | 'anyone'
/** Whoever a voice may reach. A machine keeps what it hears, and plays it to whoever comes home. */
export type Hearer = Audience | 'machine'

interface ValueEntry {
  meaning: string
  type: 'name' | 'phrase' | 'clock-time' | 'phone-number'
  mayHear: readonly Hearer[]
  /** The longest that is reasonably to be expected; sentences are measured with it. */
  worstCase: string
}

export const values = {
  agency: {
    meaning: 'the agency, as people know it',
    type: 'name',
    mayHear: ['service-user', 'care-worker', 'manager', 'anyone', 'machine'],
    worstCase: 'Upper Quillbrook and District Home Care',
  },
  'line-number': {
    meaning: 'the number of this line, said figure by figure',
    type: 'phone-number',
    mayHear: ['service-user', 'care-worker', 'manager', 'anyone', 'machine'],
    worstCase: '01632 960999',
  },
  listener: {
    meaning: 'title and surname of the person who is rung',
    type: 'name',
    mayHear: ['service-user'],
    worstCase: 'Mrs van Rensburg',
  },
  'care-worker-introduced': {
    meaning: 'the care worker when first mentioned: "your care worker, Anna"; to family "the care worker, Anna"',
    type: 'name',
    mayHear: ['service-user'],
    worstCase: 'your care worker, Mary Jane,',
  },
  'care-worker': {
    meaning: 'first name of the care worker; "your care worker" where nobody is named yet',
    type: 'name',
    mayHear: ['service-user'],
    worstCase: 'your care worker',
  },
  whom: {
    meaning: 'whom the care worker visits, as the listener says it: "you"; to family the title and surname',
    type: 'name',
    mayHear: ['service-user'],
    worstCase: 'Mrs Rensburg',
  },
  eta: {
    meaning: 'when the care worker will be there',
    type: 'clock-time',
    mayHear: ['service-user'],
    worstCase: 'twenty-five past eleven',
  },
  'planned-time': {
    meaning: 'when the visit was planned to start',
    type: 'clock-time',
    mayHear: ['service-user'],
    worstCase: 'twenty-five past eleven',
  },
  'ring-back-time': {
    meaning: 'by when somebody will ring back',
    type: 'clock-time',
    mayHear: ['service-user', 'care-worker', 'manager', 'anyone'],
    worstCase: 'twenty-five past eleven on Wednesday',
  },
  me: {
    meaning: 'first name of the care worker or manager on the phone',
    type: 'name',
    mayHear: ['care-worker', 'manager'],
    worstCase: 'Maximiliana',
  },
  caller: {
    meaning: 'who waits on the other end: a name we know, or "an unknown number"',
    type: 'name',
    mayHear: ['manager'],
    worstCase: "Mrs van Rensburg's daughter",
  },
  what: {
    meaning: 'one office item in one sentence, without a full stop',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: "Mrs van Rensburg's visit at twenty-five past eleven has nobody",
  },
  due: {
    meaning: 'by when the office item must be done',
    type: 'clock-time',
    mayHear: ['manager'],
    worstCase: 'twenty-five past eleven on Wednesday',
  },
} as const satisfies Record<string, ValueEntry>

interface FactEntry {
  meaning: string
}

export const facts = {
  'machine-reported': { meaning: 'the carrier believes that an answering machine took the call' },
  flagged: { meaning: 'the service user must not be left in doubt (cognitive impairment, or so flagged)' },
  'corrected-time': { meaning: 'this person was told another time before' },
  'planned-time-again': { meaning: 'the care worker comes at the planned time after all' },
  'number-withheld': { meaning: 'the caller hides their number, so nobody can ring them back' },
  'texts-reach-again': { meaning: 'texts to this number were stopped, and are not any more' },
  'office-will-ring': { meaning: 'no time can be given yet; the office rings by a clock time' },
} as const satisfies Record<string, FactEntry>

interface ActionEntry {
  meaning: string
  parameters: readonly string[]
  /** Only after a key and then a different key (design 1.3 and 3.5): a pocket must not take anything. */
  needsConfirmKey: boolean
}

export const actions = {
  'note-call': {
    meaning: 'Put the caller on the office list before anything else, so that hanging up cancels nothing.',
    parameters: [],
    needsConfirmKey: false,
  },
  'needs-help': {
    meaning: 'This person asked for help: somebody must act, whatever becomes of the call.',
    parameters: [],
    needsConfirmKey: false,
  },
  'promise-ring-back': {
    meaning: 'A person will ring back by the clock time that is being said.',
    parameters: [],
    needsConfirmKey: false,
  },
  'ring-back': {
    meaning: 'Put a call to this person on the office list.',
    parameters: ['why'],
    needsConfirmKey: false,
  },
  'stop-was-explained': {
    meaning: 'They know by voice that texts do not reach them: no phone rings about it.',
    parameters: [],
    needsConfirmKey: false,
  },
  'take-item': {
    meaning: 'This manager has taken the office item.',
    parameters: [],
    needsConfirmKey: true,
  },
  'pass-item': {
    meaning: 'This manager passes the office item on.',
    parameters: [],
    needsConfirmKey: false,
  },
  'accept-call': {
    meaning: 'The person who was rung takes the waiting caller.',
    parameters: [],
    needsConfirmKey: false,
  },
} as const satisfies Record<string, ActionEntry>

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
  'texts-stopped-call',
  'help-call',
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
