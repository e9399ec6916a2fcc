/** What people say about visits, as data. A phrase inside a longer one does not count: "left my phone" is not "left". */

import { LATENESS } from './grammar-lateness.ts'
import { VISITS } from './grammar-visits.ts'
import { PLAIN_ENGLISH } from './grammar-plain-english.ts'
import { SPOKEN_AT_THE_DOOR } from './grammar-spoken-door.ts'
import { SPOKEN_ON_THE_RUN } from './grammar-spoken-run.ts'
import { TALK } from './grammar-talk.ts'
import { NOISE } from './grammar-noise.ts'
import type { Entry } from './phrase-book.ts'

export type Fact =
  | 'late'
  | 'late-maybe'
  | 'on-time'
  | 'someone-late'
  | 'not-before'
  | 'arrive'
  | 'missed'
  | 'cannot'
  | 'cannot-offer'
  | 'sick'
  | 'arrived'
  | 'left'
  | 'found-missed'
  | 'no-reply'
  | 'frustrated'
  | 'on-my-way'
  | 'more-time'
  | 'less-time'
  | 'ok'
  | 'who'
  | 'next'
  | 'undo'
  | 'stop'
  | 'thanks'
  | 'chatter'
  | 'noise'
  | 'can-offer'
  | 'cover'

export const GRAMMAR: readonly Entry<Fact>[] = [
  ...LATENESS,
  ...VISITS,
  ...SPOKEN_AT_THE_DOOR,
  ...SPOKEN_ON_THE_RUN,
  ...PLAIN_ENGLISH,
  ...TALK,
  ...NOISE,
]
