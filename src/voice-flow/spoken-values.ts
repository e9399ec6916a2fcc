/** Every value that a flow may speak: what it is, who may hear it, and how long it can be. Part of the catalogue. */

import { householdValues, type ValueEntry } from './household-values.ts'

export type { Audience, Hearer } from './household-values.ts'

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
  ...householdValues,
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
  'first-name': {
    meaning: 'first name of one care worker who may be ringing from this number',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Maximiliana',
  },
  'second-name': {
    meaning: 'first name of the other care worker who may be',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Maximiliana',
  },
  'visit-person': {
    meaning: 'whom the visit is to: first name and initial',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Bartholomew W',
  },
  'visit-time': {
    meaning: 'when that visit is planned to start',
    type: 'clock-time',
    mayHear: ['care-worker'],
    worstCase: 'twenty-five past eleven tomorrow',
  },
  'new-time': {
    meaning: 'when the visit will start by the minutes that were said or keyed',
    type: 'clock-time',
    mayHear: ['care-worker'],
    worstCase: 'twenty-five past eleven tomorrow',
  },
  'first-person': {
    meaning: 'whom the first of two visits is to',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Bartholomew W',
  },
  'first-time': {
    meaning: 'when the first of two visits is planned to start',
    type: 'clock-time',
    mayHear: ['care-worker'],
    worstCase: 'twenty-five past eleven',
  },
  'second-person': {
    meaning: 'whom the second of two visits is to',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Bartholomew W',
  },
  'second-time': {
    meaning: 'when the second of two visits is planned to start',
    type: 'clock-time',
    mayHear: ['care-worker'],
    worstCase: 'twenty-five past eleven',
  },
  'next-visits': {
    meaning: 'up to three visits to come: first name and initial, clock time',
    type: 'phrase',
    mayHear: ['care-worker'],
    worstCase: 'Bartholomew W at twenty-five past eleven, then Bartholomew W at twenty-five past twelve',
  },
  'on-call-person': {
    meaning: 'who is rung first when a person is needed now',
    type: 'name',
    mayHear: ['care-worker'],
    worstCase: 'Maximiliana van Rensburg',
  },
  'on-call-number': {
    meaning: 'their number, figure by figure',
    type: 'phone-number',
    mayHear: ['care-worker'],
    worstCase: '01632 960998',
  },
  'on-call-until': {
    meaning: 'when the shift of the manager who is rung ends',
    type: 'clock-time',
    mayHear: ['manager'],
    worstCase: 'twenty-five past eleven on Wednesday',
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
  'matter-what': {
    meaning: 'what is wrong, and about whom, in one sentence without a full stop',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: "Nobody has logged in at Mrs van Rensburg's visit, planned twenty-five past eleven",
  },
  'matter-risk': {
    meaning: 'why this person comes before another, in a few words',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: 'Lives alone, cognitive impairment, no informal back-up, insulin',
  },
  'matter-clock': {
    meaning: 'how long it is overdue',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: 'Two hours and twenty-five minutes overdue',
  },
  'matter-history': {
    meaning: 'who had it before, and what was not done, in one sentence without a full stop',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: 'Maximiliana Achebe took it at twenty-five past eleven and nobody has said who is going',
  },
  'matter-details': {
    meaning: 'how whoever has taken it learns whom to ring: by text, or their number figure by figure',
    type: 'phrase',
    mayHear: ['manager'],
    worstCase: 'Their number is 0 1 6 3 2, 9 6 0 9 9 8',
  },
  'matter-holder': {
    meaning: 'who has the matter now',
    type: 'name',
    mayHear: ['manager'],
    worstCase: 'Maximiliana van Rensburg',
  },
  due: {
    meaning: 'by when the office item must be done',
    type: 'clock-time',
    mayHear: ['manager'],
    worstCase: 'twenty-five past eleven on Wednesday',
  },
} as const satisfies Record<string, ValueEntry>
