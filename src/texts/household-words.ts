/** What service users and families write. Almost any text of theirs is a report that nobody has come. */

import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export type HouseholdFact = 'nobody' | 'arrived' | 'cancel' | 'thanks' | 'ok' | 'greeting' | 'tame'

export const HOUSEHOLD: readonly Entry<HouseholdFact>[] = [
  {
    tag: 'nobody',
    phrases: list(`
      nobody, no one, no carer, no carers, no sign, no show,
      not ~ (come|came|arrived|here|turned up|been|showed|shown|turn up|show up|appeared|coming|visited),
      (is|has|have|did|was|are) not come, not come why, (staff|carer|lady|girl|worker|nurse|people) (not|no) come,
      never (came|come|turned up|showed|arrived), still (waiting|not|no), waiting,
      where ~ (carer|is|are|she|he|they|anna), when ~ (coming|come|someone|carer|she|he), what time, late,
      forgotten (me|us|mum|dad|him|her), forgot (me|us|mum|dad|him|her), has she forgotten,
      is (anyone|anybody|someone|she|he|the carer) ~ (coming|here|on), was due, should have been,
      supposed to (be|come), no <staff>, has she left, would be here, not here, not been, who is coming, missed,
      again nobody, has [not] (anyone|anybody), any (news|sign|idea), is there (a|any) carer
    `),
  },
  {
    tag: 'arrived',
    phrases: list(`
      ,
      (she|he|carer|@|they|girl|lady|someone|nurse|helper) [has|is|have] [just|now|finally] (here|arrived|came|turned up|walked in|got here|been),
      (she|he|carer|they|girl|lady|someone|nurse|helper) (has|is|have) [just|now|finally] come,
      (is|has|have|just|now|are) [just|now|finally] (here|arrived|come|came|turned up|walked in|got here), here now,
      just (walked|come|came|got|turned), carer (here|arrived|came), arrived
    `),
  },
  {
    tag: 'cancel',
    phrases: list(`
      ,
      not (send|need|want|require) [a|any|the] (anyone|anybody|carer|someone|visit|call|them|her|him|you|to come|one|no one|nobody),
      not (send|need|want) ~ (today|tonight|tomorrow|this|now), not come (today|tonight|tomorrow|this|to),
      not (today|tonight|this morning), no need, do not (bother|come|send), not bother coming,
      no (carer|carers|visit|call|one) (needed|required|today please|tonight please|necessary|tomorrow), cancel,
      cancelled, cancelling, (stop|please stop) (coming|the carers|carers|visits|calls|sending),
      away (until|till|today|tomorrow|this|for|from|next), going (away|out), taking (mum|dad|him|her) out,
      (at|to) my (sisters|sister|sons|son|daughters|daughter|brothers), in hospital, hospital, respite,
      (come|call|visit) [at|a bit|an hour|half an hour|#d] (later|earlier), come ~ (later|earlier),
      (come|visit|call) ~ instead, (change|move|swap|rearrange) ~ (time|visit|call|appointment|to),
      (can|could|will) (she|he|they|you|someone) [please] come,
      (can|could) (we|i|you|mum|dad) ~ (earlier|later|early|change|move|swap), different time, earlier call,
      later call, i am (with|staying with) (mum|dad|her|him),
      sort (her|him|mum|dad|it|myself) ~ (myself|ourselves|today), wait until (tomorrow|monday), day off,
      skip ~ (today|tonight|visit|call), will not be (in|here|home|at home), not be (in|here|home|at home),
      a&e, no point [in] [anyone|anybody|her|him|them|you|sending|the carer] (coming|come|sending), not worth coming, doing it (myself|ourselves), without ~ (carer|call|visit) today
    `),
  },
  {
    tag: 'thanks',
    phrases: list(`
    thanks, thank you, ta, cheers, lovely, wonderful, grateful, appreciated, appreciate, god bless, bless you,
    very kind, brilliant, marvellous, much obliged, letting me know
  `),
  },
  {
    tag: 'ok',
    phrases: list(`
    ok, fine, alright, no problem, no worries, understood, good, great, right, that is fine, no rush, will wait,
    do not worry, not to worry, yes, received
  `),
  },
  {
    tag: 'greeting',
    phrases: list(`happy (christmas|new year|birthday|easter), merry christmas, wrong number, good night`),
  },
  {
    tag: 'tame',
    phrases: list(`
    good morning, good afternoon, good evening, no thanks, not (ok|fine|good|great|alright|lovely|right),
    not a problem
  `),
  },
]
