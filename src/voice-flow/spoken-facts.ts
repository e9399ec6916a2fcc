/** Every fact that a flow may branch on. Part of the catalogue. */

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
  'shared-number': { meaning: 'several people may be ringing from this number' },
  'second-care-worker': { meaning: 'two care workers may be ringing from this number' },
  'no-visit': { meaning: 'the rota shows no visit that this care worker could be late for' },
  'several-visits': { meaning: 'the rota leaves open which of two visits is meant' },
  'time-has-passed': { meaning: 'the plan and the minutes that were said come to a time that is over' },
  'household-is-told': { meaning: 'the household is being told, or has been told, of the time just reported' },
  'late-is-noted': { meaning: 'the time just reported is stored, and nobody need be told of it' },
  'nobody-on-call': { meaning: 'no number is known to ring when a person is needed' },
  'somebody-is-there': { meaning: 'whom the watch had not found logged in is there now' },
  'log-in-is-missing': { meaning: 'whoever was to come has not logged in, and nobody knows why' },
  'matter-closed': { meaning: 'the matter is closed with evidence: nobody need do anything' },
  'somebody-has-it': { meaning: 'somebody else has taken the matter and is within their deadline' },
  'taken-before': { meaning: 'somebody took the matter before, and what there was to do was not done in time' },
  'office-will-ring': { meaning: 'no time can be given yet; the office rings by a clock time' },
  'rang-just-now': { meaning: 'the same number rang within the last ten minutes' },
  'nothing-may-be-told': {
    meaning: 'this caller may not be told, or the household is to hear nothing from the line now',
  },
  'somebody-logged-in': { meaning: 'a care worker has logged in at the visit that is meant' },
  'somebody-logged-out': { meaning: 'a care worker has just been, and has logged out' },
  'running-late': { meaning: 'the care worker has given a time, and it is still to come' },
  'not-coming': { meaning: 'the care worker has said that they do not come' },
  'nobody-yet': { meaning: 'the visit has begun by its plan, and nobody has logged in' },
  'office-is-told': { meaning: 'the visit is late by its contract: what this call reports has a person rung' },
  'care-worker-is-asked': { meaning: 'this call has the care worker asked by text where they are' },
  'next-visit-known': { meaning: 'a visit is to come within a day and a half' },
  'next-care-worker-known': { meaning: 'somebody is down for it' },
  'choice-can-be-kept': { meaning: 'a late time was given, and a person can be rung: wait, or someone else?' },
  'several-people': { meaning: 'the number is that of several service users, or of a contact of several' },
  'another-person': { meaning: 'one of them has not been told of yet' },
  'somebody-is-missing': { meaning: 'of one of them at least the line cannot say that somebody is there or coming' },
} as const satisfies Record<string, FactEntry>
