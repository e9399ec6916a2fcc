/**
 * Cries for help. When in doubt a phrase belongs among them: a person who is rung for nothing loses a minute.
 * The lists are for a care manager to review; no program shortens them.
 */

import { EMERGENCY_CRIES } from './emergency-cries.ts'
import { PERSON_CRIES } from './person-cries.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export type Cry = 'emergency' | 'person' | 'bereavement'

export const CRIES: readonly Entry<Cry>[] = [
  { tag: 'emergency', phrases: EMERGENCY_CRIES },
  { tag: 'person', phrases: PERSON_CRIES },
  {
    // all contact with the household pauses until a person has spoken to them
    tag: 'bereavement',
    phrases: list(`
      (<who>|@) (has|have|had) left us, <who> left us, passed away, past away, pass away, passing away,
      (<who>|@) (has|have) (passed|past), (<who>|@) passed (on|this|last|in|peacefully|yesterday|away|at),
      passed peacefully, (went|gone|slipped away|left us|died) ~ peacefully, peacefully (at|in|this|last),
      passed on (last|this|yesterday|peacefully), sadly passed, (<who>|@) ~ died,
      died (last|this|in|at|yesterday|today|on|peacefully|during), has died, sadly died, no longer with us,
      not with us any more, rip, r i p, rest in peace, deceased, has gone to (heaven|god|jesus|the lord),
      with the (lord|angels), in a better place, slipped away, lost (<kin>|my <kin>|our <kin>|her|him|@),
      bereavement, bereaved, death of, (is|has) dead this morning, has been called home, found at peace,
      passed to glory, (gone|went|go) [to be|to] with (jesus|god|the lord|the angels|her maker|his maker),
      (with|to) (jesus|his maker|her maker), no more with us,
      (<who>|@) (is|has) [now|sadly] (gone to sleep for|gone peacefully|at rest), peacefully (died|passed|went),
      funeral (is|was|on|will be) for (@|<who>),
      (<who>|@) (is|are) no more, expired, (last|final) breath, popped (her|his) clogs,
      (kicked the|kick the) bucket, snuffed it, pegged it, pegged out, croaked, gave up the ghost, pushing up daisies,
      (gone|crossed|passed|went) to the other side, (gone|passed|crossed) over to the, rainbow bridge,
      (not|never) (make|made) it through the night, (not|never) [wake up|woke up] (this|from) (morning|sleep),
      heart (gave out|gave up|stopped), gone to sleep for good, gone for good, (met|meet) (her|his) maker,
      (gained|got|grown) (her|his) wings, promoted to glory, called to glory, (<who>|@) (is|has) gone to glory,
      lost (her|his) (battle|fight), (we|family|they) [have] [just] lost (@|her|him|mum|dad),
      (just|just called|says|said|that) (@|<who>) (is|has) gone, left this world, departed this, (dying|died) in,
      undertaker, undertakers, coroner, funeral director, sudden death, gone cold and
    `),
  },
]
