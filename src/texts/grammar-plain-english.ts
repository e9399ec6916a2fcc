/** What people write who learned English late: verbs without endings, words without "the". */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const PLAIN_ENGLISH: readonly Entry<Fact>[] = [
  {
    tag: 'late',
    phrases: list(`
      #d of (late|delay|lateness), (#n|#d) after the time, after the time, (oversleep|overslept|over slept|over sleep), slept in, slept through my alarm, alarm did not (go off|ring|work), (phone|clock) alarm did not ring,
      (come|coming|reach|arrive) late, i late, late small, small late, i go late, will reach late, reaching late, i shall be late, delaying, got delayed, am delay, i delay, getting delay
    `),
  },
  {
    tag: 'arrive',
    phrases: list(`
      i (go|come|reach|start|arrive|reaching|coming|starting|arriving|will start|will reach|will come|will arrive|shall reach|shall come) [@|there|to @|at @|with @|in @] [at|by|for|around|about] #c,
      #c [hours] arrival, arrival [at|now|time] #c, #c start, be (in|to|at) @, (reach|reaching|come|coming|arrive|arriving|start|starting) (@|to @|at @|there|house|her|him) [at|by|for|around|about] (#c|#d|#n), (start|starting|begin) [at] #c, i go reach, go reach [@] [in|by] (#d|#c), she will see me [at] #c, #c she will see me, #c i (will be|am|be) there, #c i (reach|come|arrive|start)
    `),
  },
  {
    tag: 'arrived',
    phrases: list(`
      (already|just|now|have) (reach|reached|arrive|arrived|enter|entered), i (already|have already|just) (reach|reached|arrive|arrived|enter|come) [@|to @|there|here|the house], i reach [@|here|there|house|client house|place] (now|already|safely), i am reach [@]
    `),
  },
  {
    tag: 'left',
    phrases: list(`
      @ (finish|finished|is finish|is finished|done|complete|completed|is done), (finish|finished|done) @, i finish (now|already|here|there|with her|with him|the work|the call|the visit|work|call), i leave (now|her|him|@|the house|there|already)
    `),
  },
  {
    tag: 'on-my-way',
    phrases: list(`
      (going|coming|moving|driving|walking|running|rushing|heading) (there|over there|to there|to her|to him|to them) [now|just now|now now], i am going (there|now|now now), i dey go, coming (there|now|now now|right now), on road [now], on the road, i am (in|on|inside) [the] bus
    `),
  },
  {
    tag: 'missed',
    phrases: list(`
      (reporting|report|to report) [a] missed (call|visit|one), missed (call|visit) [at] #c, my [first|last|next|second|morning|evening|lunch] (client|visit|call|appointment|lady|man) [today|yesterday|at #c] ~ (was not|is not|not|never) (attended|done|visited|seen|covered|attend|visit), i not (attend|visit|see|do) (@|my|the|her|him), i no (attend|visit|see|do) (@|my|the|her|him), i forget (@|visit|client|call|house|her|him), i forget to (go|visit|attend|see|do)
    `),
  },
  {
    tag: 'cannot',
    phrases: list(`
      (@|today|tonight|tomorrow|evening|morning|work|shift) (no|is no) possible, @ not possible, (no|not) possible (@|today|tonight|tomorrow|for me|to come|to go|to work|to do|to attend), (get|find|arrange|organise|send|need|want|put) [a|some|another] cover [for] [all|the|my|@|this|tonight|today|tomorrow], (need|want|get|send|find) (another|other) (carer|person|staff|one|girl), i no (can|go|able|fit) [do|come|go|attend|make|reach|work|visit] [@|the|my|it|today|tonight|work|afternoon|morning|evening], i (can|could) not (do|go|come|attend|make|reach|work|visit) (the|my|@|today|tonight|tomorrow|afternoon|morning|evening),
      (please|kindly) (take|remove|reassign|cover|give) my (visits|calls|shift|clients|work|run)
    `),
  },
  {
    tag: 'sick',
    phrases: list(`
      (strong|high|bad|very strong|big|serious) (fever|cold|flu|headache|temperature|catarrh|malaria), (body|stomach|head|chest|belly|throat) (pain|paining|pains|running|run|ache|hot|aching|weak), (stomach|tummy|belly) [is] running, not (feeling|feel) fine, (no|not) feel [fine|well|good|ok], (doctor|gp|hospital) (give|gave|given|giving) me (sick|note|rest|leave|off|medical|#d|#n), medical (leave|certificate|note), (fever|flu|malaria|catarrh|typhoid) (catch|caught|got|hold|has) me, i am (sick|ill|unwell|poorly) [today|now|so], i have (sickness|illness|vomit|vomiting|fever|flu), i (vomit|vomited|throw up|threw up)
    `),
  },
  {
    tag: 'no-reply',
    phrases: list(`
      nobody (is|was) (opening|open|answering|coming|responding|there|here) [the|for] [door|me], nobody (open|opens|answer|come|response|respond|reply) [the|for|to] [door|me], (door|gate|house) [is] (lock|locked|close|closed|shut) [and] (nobody|no answer|no response), she (no|not) (open|opening|answer|answering) [the] [door], (he|she|client|they|@) (no|not) (open|opening|answer|answering|hear|hearing) [the|me|door|my|bell] [door|bell|knock]
    `),
  },
  {
    tag: 'frustrated',
    phrases: list(`
      (say|says|said|tell|tells|told) [me] [to] (go away|go home|go|leave|not come|no need|no thank you|not today), (she|he|client|@|they) (no|not) (want|like|accept|allow|agree|need) [me|care|wash|shower|today|it|to] [in|wash|shower|enter], not want today, (she|he|client|@) (refuse|refusing) [the|all|to|my|me|care] [care|wash|shower|food|enter|everything], not (allow|allowing|accept|accepting|agree|agreeing) [me|care|to] [in|enter|inside|wash|shower], (she|he|@|client) [is] (travel|travelled|gone) [to|with]
    `),
  },
  {
    tag: 'found-missed',
    phrases: list(`
      no (person|people|staff|carer|somebody|body) [come|came|was|has come|is come] (yesterday|last|since|all|this|today|at) [night|morning|day|lunch|evening], (yesterday|last) night no (person|people|staff|carer|body|one), (sleep|slept|sleeping) in [the|her|his] (chair|clothes|cloth|same), (staff|carer|person|girl|somebody) (no|not) (come|came) [yesterday|last night|this morning|since], nobody (come|came|visit|visited|attend|attended) [to] (her|him|@|here) [yesterday|last night|this morning|since]
    `),
  },
  {
    tag: 'more-time',
    phrases: list(`
      (add|give|put|allow) [me|another|extra] #d [for|with|more|to|at] [@|here|her|him|this], (she|he|@|client) (need|needs|want|wants) [another|about|extra|like] (#d|#n) (more|extra|longer), (not|no) finish [to|with|the|her|his] [eat|eating|wash|washing|yet|her|him|food], (need|needs) (more|extra|long|longer|plenty) (time|minutes|hour|hours), time (no|not) (reach|enough|do), (not|no) enough time
    `),
  },
  {
    tag: 'less-time',
    phrases: list(`
      (finish|finished|done|complete|completed) (before|early|earlier|quick|quickly|fast) [the] [time], #d (was|is) [more than] enough, (want|wants|need|needs|take|took) only (tea|food|meds|tablets|breakfast|lunch|dinner|small|little|#d|#n|half|wash), only (tea|food|breakfast|lunch|small time|little time|meds) (today|tonight|she want|he want|needed), (no|not) need [the] (all|full|whole|long) (time|hour|#d)
    `),
  },
  {
    tag: 'who',
    phrases: list(`
      who is [on] [the] duty [manager], (which|what) (number|person|manager) [i|to|can i|i can|should i|do i] [can|should|to|must] (call|ring|phone|contact) [for|to|at|in] [manager|the manager|on call|night|office|help], who (i|to|i can|i should|we) (call|ring|phone|contact|report), who is [the] (manager|boss|supervisor) (now|today|tonight|on duty|this night)
    `),
  },
  {
    tag: 'next',
    phrases: list(`
      (which|who|what) (client|visit|person|house|one|call) is (after|next|following|now), who is after, what is after, next (house|person|address) [please], which (client|house|visit|call) (next|now|after)
    `),
  },
  {
    tag: 'ok',
    phrases: list(
      `well received, received [well|ok|thanks|with thanks|and understood], message received, noted [with thanks|sir|ma|boss], copied, copy that, roger, ok (sir|ma|boss|madam|noted)`,
    ),
  },
]
