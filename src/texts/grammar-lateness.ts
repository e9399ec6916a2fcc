/** How people say that they will be late, or on time, and when they will be there. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const LATENESS: readonly Entry<Fact>[] = [
  {
    tag: 'late',
    phrases: list(`
      late, running late, going to be late, (run|runs|ran) late, behind, running behind, behind schedule, delayed,
      delay, held up, (later|longer) than (planned|usual|normal|expected), late already, late again, lateness,
      running (slow|over time), not (make|making|made|get|be|getting) ~ on time,
      not (make|making) [it] [for|by] (#n|#c), not on time, over (#n|#d) late, come late, be late, will delay,
      running a bit over
    `),
  },
  {
    tag: 'late-maybe',
    phrases: list(`
    not sure [if] i (can|will), (might|may) not (make|get|be able|be able to), not know if i (can|will),
    not sure about, struggling to (get|make), may have to, might have to (miss|cancel|drop), not sure i am,
    not know how (late|long), no idea how (late|long), not sure how (late|long)
  `),
  },
  {
    tag: 'someone-late',
    phrases: list(`
    ,
    (bus|train|taxi|nurse|doctor|carer|lift|uber|tram|colleague|partner|delivery|chemist|double up|appointment) (has|is|was|are|been|has been|is running|running|will be) [running|about|already|still|over] [#d|#n] (late|delayed|behind|cancelled),
    (bus|train|nurse|doctor|carer|delivery|chemist) [also|still] (late|delayed|cancelled),
    (bus|train|nurse|taxi|doctor|carer|lift|uber|tram) (is|was|running|is running) [#d|#n] late
  `),
  },
  {
    tag: 'on-time',
    phrases: list(`
    (be|get|make|made|make it|be there|get there|there|arrive|back|am|running|still|all|here|bang) on time, on time,
    on schedule, on track, no (delay|delays), caught up, made up [the] time, not (late|delayed|behind),
    no longer (late|delayed|behind), no more late, running early, ahead of schedule, in good time, never late,
    not be late, not running late, not going to be late
  `),
  },
  {
    tag: 'not-before',
    phrases: list(`
    not ~ (until|till|before), not ~ (there|here|make it|get there|be there|with (her|him|@)) ~ (until|till|before),
    not ~ for another, not ~ (be|get|make) ~ for another, not ~ (be|get) ~ (there|with|to) ~ for another,
    not ~ (be|get) ~ (there|with|to) ~ (until|till|before), (be|get) (there|with|to) ~ (until|till|before)
  `),
  },
  {
    tag: 'arrive',
    phrases: list(`
      (be|get|getting|b) there, be (with|at) (her|him|them|@|you), (get|getting|getting over) to (her|him|them|@),
      with (her|him|them|@) (in|by|about|at|for|#c|#d), be here, (will|should|can) [be] there,
      there (in|by|about|at|for|now in), arrive, arriving, will reach, go reach, reaching, reach, be reaching,
      make it (by|for|at|in), eta, expected (at|by|in), #d away, #n away, #d out, away #d, (#n|#c) instead of,
      more like #c, sat nav says (#c|#d|#n), satnav says (#c|#d|#n), (google|maps|it) says (#c|#d),
      will be (#c|#c ish), to be (#c|#d), (be|make it|now|it is now) #c, will be #d,
      i will be (about|another|like|at least|probably|maybe) (#d|#n|#c),
      be (about|another|like|at least|probably|maybe) (#d|#c), for #c instead, (at|by|for) #c now, for #c (this time|today instead), another #d, #d more, #d from now, there (#d|#c), it is (#c) i will get there,
      @ #c now, @ now #c, (@|her|him|them) (will be|is now|is going to be|more like|nearer|about|pushed to|moved to) #c,
      #c (now|instead) for @, so #c i (reckon|think|guess), #c i (reckon|think|guess),
      come (at|by|in|about) (#c|#d|#n), coming (at|by|in|about) (#c|#d|#n),
      see (her|him|them|@) (at|by|in|about) (#c|#d|#n), on my way (#d|in #d|#n), (omw|coming|on way) #d,
      #d and i (will be|am) there, #d (till|until) i (am|get) there, nearer #c, before i (get|reach|arrive|am),
      (when|by the time) i (get|reach|arrive|will get), should be (about|#d|#c), (be|get) (in|by|about|to) (#c|#d),
      will be in #d, be to (her|him|@)
    `),
  },
]
