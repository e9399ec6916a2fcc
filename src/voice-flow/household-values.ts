/** What is spoken to a service user or their family. Part of the catalogue of values. */

export type Audience = 'service-user' | 'care-worker' | 'manager' | 'anyone'
/** Whoever a voice may reach. A machine keeps what it hears, and plays it to whoever comes home. */
export type Hearer = Audience | 'machine'

/** What a value is, who may hear it, and how long it can be. */
export interface ValueEntry {
  meaning: string
  type: 'name' | 'phrase' | 'clock-time' | 'phone-number'
  mayHear: readonly Hearer[]
  /** The longest that is reasonably to be expected; sentences are measured with it. */
  worstCase: string
}

export const householdValues = {
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
  'logged-in-time': {
    meaning: 'when a care worker logged in: a fact, and no promise',
    type: 'phrase',
    mayHear: ['service-user'],
    worstCase: 'twenty-five past eleven',
  },
  'logged-out-time': {
    meaning: 'when a care worker logged out',
    type: 'phrase',
    mayHear: ['service-user'],
    worstCase: 'twenty-five past eleven',
  },
  'next-time': {
    meaning: 'when the next visit is to start',
    type: 'clock-time',
    mayHear: ['service-user'],
    worstCase: 'twenty-five past eleven tomorrow morning',
  },
  'next-care-worker': {
    meaning: 'first name of whoever does the next visit',
    type: 'name',
    mayHear: ['service-user'],
    worstCase: 'Mary Jane',
  },
} as const satisfies Record<string, ValueEntry>
