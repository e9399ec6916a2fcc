/** Everything that a flow may ask for. Part of the catalogue: each has its handler in `act/effects.ts`. */

interface ActionEntry {
  meaning: string
  parameters: readonly string[]
  /** Only after a key and then a different key (design 1.3 and 3.5): a pocket must not take anything. */
  needsConfirmKey: boolean
  /** Only after a number was said or keyed, read back by name, and confirmed (design 3.9). */
  needsConfirmedNumber?: true
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
  'note-asked': {
    meaning: 'Keep, before a word is said, that they rang about the visit that is due, with all that follows from it.',
    parameters: [],
    needsConfirmKey: false,
  },
  'next-person': {
    meaning: 'From here on it is about the next service user of this number.',
    parameters: [],
    needsConfirmKey: false,
  },
  'said-there': {
    meaning: 'Keep that the household says that somebody is there.',
    parameters: [],
    needsConfirmKey: false,
  },
  'said-nobody-came': {
    meaning: 'Keep that they say that nobody has come, also against a log-in: a person finds out.',
    parameters: [],
    needsConfirmKey: false,
  },
  'chose-to-wait': {
    meaning: 'Keep that they wait for the care worker (P-141): nobody else is sent.',
    parameters: [],
    needsConfirmKey: false,
  },
  'chose-someone-else': {
    meaning: 'Keep that they would like someone else (P-141), and have a person see to it.',
    parameters: [],
    needsConfirmKey: false,
  },
  'stop-was-explained': {
    meaning: 'They know by voice that texts do not reach them: no phone rings about it.',
    parameters: [],
    needsConfirmKey: false,
  },
  'report-late': {
    meaning: 'The visit starts so much later: what the text LATE does, with everything that follows.',
    parameters: [],
    needsConfirmKey: false,
    needsConfirmedNumber: true,
  },
  'promise-word': {
    meaning: 'The office rings whoever waits by the clock time that is being said, unless somebody has come by then.',
    parameters: [],
    needsConfirmKey: false,
  },
  'report-arrived': {
    meaning: 'The care worker is there: what the text HERE does.',
    parameters: [],
    needsConfirmKey: false,
  },
  'report-cannot-come': {
    meaning: 'The care worker does not come: what the text CANT does.',
    parameters: [],
    needsConfirmKey: false,
  },
  'note-unconfirmed': {
    meaning: 'A number was said and not confirmed yet: somebody learns of it should the call break off.',
    parameters: [],
    needsConfirmKey: false,
  },
  'care-worker-said': {
    meaning: 'Put what the care worker said on the office list; done once a person has taken the call by key.',
    parameters: ['why'],
    needsConfirmKey: false,
  },
  'take-item': {
    meaning: 'This manager has taken the office item.',
    parameters: [],
    needsConfirmKey: true,
  },
  'take-matter': {
    meaning: 'This manager has the matter, unless somebody else has it already.',
    parameters: [],
    needsConfirmKey: true,
  },
  'pass-item': {
    meaning: 'This manager passes the office item on.',
    parameters: [],
    needsConfirmKey: false,
  },
  'take-phone': {
    meaning: 'This manager has the on-call phone from now on.',
    parameters: [],
    needsConfirmKey: true,
  },
  'refuse-phone': {
    meaning: 'This manager cannot take the on-call phone: whoever has it keeps it.',
    parameters: [],
    needsConfirmKey: false,
  },
  'accept-call': {
    meaning: 'The person who was rung takes the waiting caller.',
    parameters: [],
    needsConfirmKey: false,
  },
} as const satisfies Record<string, ActionEntry>
