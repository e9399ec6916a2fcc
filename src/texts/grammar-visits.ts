/** What happened at a visit, or will not. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const VISITS: readonly Entry<Fact>[] = [
  {
    tag: 'missed',
    phrases: list(`
      missed, forgot to (go|get|see|visit|do|call) [to|on|in on|at|in] [@|her|him],
      missed (@|one|call|calls|visit|visits|a visit|a call|one of my <visit>|my <visit>|the <visit>|her|him|my #c),
      (forgot|forgotten) (@|to go|to do|to visit|to see|to call on|about @|about my|my <visit>|my #c|the <visit>|her <visit>|him|one of my|a <visit>|a call|to attend),
      (forgot|forgotten) [all] about (@|my|the <visit>|her|him), clean forgot,
      (completely|totally|clean) (forgot|forgotten|missed), did not (go|get) to (@|my|any|the|see|her|him),
      did not (do|attend|visit|see|make|make it to|manage|manage to see) (@|my <visit>|my #c|the <visit>|her <visit>|his <visit>|one of|my last|my tea|my lunch|it),
      did not do (@|her|his|the|my) ~ <visit>, never (went|got|made it) to (@|my|the|see|her|him),
      never (did|saw|visited) (@|my|the|her <visit>|his <visit>), (@|visit|call) was not done by me, left out @,
      skipped @, not been to @ [today|yesterday|this], did not turn up (to|for|at) (@|my|the),
      (@|visit|call) got missed, went past @ without, i not go [to] @ (yesterday|last|this morning),
      (did not|never) [even] (manage|managed|get|got|have time) [round] [to] [get|do|see|visit|go] [to] @,
      (did not|never) (get round|got round|make it|made it) to @, i (was supposed|was meant|should have) ~ gone to @
    `),
  },
  {
    tag: 'cannot',
    phrases: list(`
      cannot, can not, miss,
      can not (make|do|attend|cover|manage|reach|visit) (@|it|that|this|my|any|the|her|his|tomorrow|today|tonight|anything|all|one|either|both|#c|#n),
      can not (do|make|manage|attend|cover|reach) [it to] [my|the|her|his|any of my|any of the|all my] [first|next|last|morning|lunch|tea|evening|bed|#c|afternoon|night|am|pm|dinner|breakfast] (<visit>|one|@|#c|<day>),
      can not (get|go|come|make it|be) [to|in|into|for|there|with|out|over|here] [to] (@|there|work|my|any|the|today|tomorrow|tonight|her|him|shift|duty|next|house|this|#c),
      can not (come|make it) in, can not (get|be) in (today|tomorrow|tonight|to work|this),
      can not (come|work|attend|go|do it|make it|get there|get in to work|make them|do them),
      can not to (come|go|do|make),
      not [be] able to (make|do|attend|go|come|work|cover|get to|reach|get there|visit|manage|be at|be there),
      not going to [be able to] (make it|make @|get to|get there|do @|be able|manage @),
      not (make|making|doing|attending|going to) (it|@|my <visit>|my #c), not (make|making) it to,
      unable to (make|do|attend|go|come|work|cover|get|reach|visit),
      (will|would|going to|gonna|might|have to|am) ~ miss (@|my|the|her|him|it|that|this),
      miss (@|my next|my #c|next one|next call|this one), no way (i|i am) ~ (make|making|do|get|getting|be|reach),
      not coming (in|to work|today|tonight|tomorrow), not come (in|to work|today|tonight|tomorrow),
      but not (@|my #c|the #c), (all|everyone|everybody) (but|except|bar) (@|my #c|the #c), except (for) (@|my #c|the #c),
      not (be|going to be) in (today|tomorrow|tonight|this|on|for|till|until), will not be in,
      i not (go|come|do) [to] (@|today|tomorrow|house), not go [to] @, not (do|doing) (@|my <visit>|my #c),
      not be (doing|making|attending|going to|able to do|at) (@|my <visit>|my #c|any|the #c),
      (get|find|need|send) (someone|anyone) [else] to (do|cover|see|visit|take|go to|attend) (@|my|the|it|her|him),
      no (chance|hope|way) ~ (of|i) ~ (making|getting|doing|reaching|make|get|do|reach|seeing),
      (someone|anyone|anyone else|somebody) [else] (do|take|cover) (@|my <visit>|my #c),
      (need|needs) ~ (cover|covering) (for|at|on) (@|my|#c), (get|find) (cover|someone|someone else) for (@|my),
      can not (fit|squeeze) @ in, have to (drop|cancel) (@|my), calling in (sick|today), not (managing|reaching) @,
      will not (make|manage|get|reach) [it] [to] (@|my|any|the),
      not (think|thinking) ~ (make|get|do|reach|manage) [it|to] [to] (@|my|any|the), not coming, will not come,
      have to go home, going home (sick|ill|early), got to go home, cannot attend
    `),
  },
  {
    tag: 'sick',
    phrases: list(`
      sick, ill, poorly, unwell, not well,
      i am [too|really|so|very|quite|still|feeling|also|actually] (ill|sick|poorly|unwell|not well),
      too (ill|sick|poorly|unwell) to, (ill|sick|poorly) (today|tomorrow|tonight|again|so|and|sorry), signed me off,
      off (ill|poorly), (been|taken|taking) ill, not well enough, too unwell, ill with, sick with,
      not (feel|feeling) [very|too|at all|so|really|that] (well|good|great|right), under the weather,
      (feel|feeling) [really|so|a bit|very|absolutely] (sick|ill|rough|poorly|terrible|awful|dreadful|crap|unwell|rotten|like death),
      d and v, d v, throwing up, threw up, vomiting, being sick, been sick, sick bug, tummy bug, stomach bug, bug,
      d&v, diarrhea, the runs, loose motion, covid, corona, tested positive, flu, the flu, chest infection,
      tonsillitis, food poisoning, migraine, fever, having fever, (a|got|high|have) temperature, signed off,
      (hurt|done|put|pulled|bad|twisted|slipped a disc in) my (back|knee|ankle|foot|shoulder|neck),
      my back [has|is] (gone|went|out|bad), put my back out, bad back,
      (broke|broken|twisted|sprained) my (ankle|wrist|arm|leg|toe|foot|finger), shingles, norovirus, off sick,
      sick leave, shivering, lost my voice, tooth abscess, toothache, in bed ill, dizzy spells, conjunctivitis
    `),
  },
  {
    tag: 'arrived',
    phrases: list(`
      here, in, inside, landed, am here, here now, [i] [am] here (at|with) @, arrived, [have|just|i have] arrived [at|to|with] [@],
      [just] (got|gotten|made it) (here|there|in), [just|have] (got|made it) to (@|my|her|his),
      (i|am|i am|just|now|currently|also) (at|with|in with|inside) (@|mrs|mr), (at|with) @ (now|here|already),
      in with (@|her|him), (in|now) at @, inside (@|now|with), made it, [just] walked (in|into|in to) [to] [@],
      [just] got in to @, logged in, logging in, clocked in, checked in,
      (i|have|i have) (reached|reach) [@] [house] [now], (reached|reach) (@|house|there|here|now), am in, i am in,
      i have reached, at the (door|house) now, started (at|with) @, got to @, let myself in, with @ now, started @,
      at @, just got in, here with (her|him), there now, am there, at house
    `),
  },
  {
    tag: 'left',
    phrases: list(`
      done, all done, left, i have [just|now|already] left, i left, so i left, have left, finished, finish,
      finished up [at|with] [@], finished (here|now|at @|with @|@|there), done (here|now|at @|with @|@|there),
      all (finished|sorted) [here|at @|with @], left @, leaving @, leaving (her|him|here) now, out of @,
      left (her|him|there), [just] leaving (here|there), logged out, logging out, clocked out, checked out,
      (i am|i have|am|have|just) (finish|finished|done|left) [with|at] [@], finish with @,
      visit (done|finished|complete|completed), (completed|complete), call done, completed @, finish now
    `),
  },
  {
    tag: 'found-missed',
    phrases: list(`
      found, nobody [has|had|have] been (in|to|round|here|since|today|this|last|all),
      nobody [has|had|have|is] (been|came|come|turned up|showed up|visited|attended|here|called|done),
      nobody [has|had|did|have] [been|come|came|turned up|showed up] (to|in|at|for|last|this|yesterday|since|today) ~ (@|night|morning|lunch|yesterday|tea|breakfast|bed|teatime),
      nobody (did|done) [the|her|his|my] ~ (<visit>|<day>),
      nobody (came|come|been|visited|turned up|showed) [<day>|last night|this morning], no one been,
      (<visit>|<day>|breakfast|lunch|tea|bed|morning|evening|bedtime) (call|visit|one) [was|has] [not] (not done|not been done|missed|never done|not happened|not attended|did not happen),
      (call|visit) (was not|has not been|not|never) (done|attended|happened|made),
      (last|previous|earlier|morning|night|lunch|tea|breakfast|evening|bed) (call|visit|carer|one|girl) (never|did not|has not|was) (came|come|turned up|turn up|show|showed|happened|happen|been|missed|attend|done|not done|arrive|arrived|visit),
      (carer|staff|girl|girls) (never|did not|has not|not) (came|come|turned up|turn up|show|showed up|been|attend|arrive|arrived) ~ (<day>|last|this|lunch|tea|earlier|before),
      (carer|staff) (never|did not|has not) (came|come|turned up|turn up|show|showed|been|attend|arrive|arrived),
      no (visit|call|carer|one|entry|entries|log|record|carers) ~ (last night|this morning|yesterday|lunch|tea|breakfast|in the book|in book|at lunch|at tea|in the notes|before me|earlier),
      found (her|him|@) (in bed|not|unwashed|in the same|still), not been (seen|visited|attended) since,
      still in (bed|nightie|pyjamas|yesterdays clothes|same clothes|night clothes|the same),
      (has|had) not (had|been) (a visit|her visit|his visit|visited|seen|her call|his call) ~,
      looks like (they|she|he|it) (was|were) missed, was missed (last night|this morning|yesterday|earlier|at),
      (@|she|he) (was|were|has been|got|been) missed,
      (@|she|he|they) (did not|never|has not|have not) (get|got|had|have|receive|received) (her|his|a|any|the|their) ~ (call|visit|care|carer),
      (@|she|he|they) had (nobody|no one|no carer|no visit|no call) ~, no entry in [the] book, not one has been,
      nobody come yesterday, no one came
    `),
  },
  {
    tag: 'no-reply',
    phrases: list(`
      no reply, no answer, noreply, can not get [an|any|a] (answer|reply|response),
      can not get (her|him|@) to answer, no response,
      (not|never) (answering|answer|answered|answers) [the|his|her|my] [door|bell|me|knock|phone|buzzer|intercom],
      (not|no|never) (answering|answer|answered), (not|no|never) open [the|her|his] door,
      will not (answer|open|come to) [the|her|his] [door], (not|no) coming to [the|her|his] door,
      can not (get in|gain access|get access|get any answer), could not (get in|gain access|get an answer),
      can not get into @, knocked (and|#o|but|many|several|for|a few|three|twice|on), knocking,
      (rang|ringing|rung) (the|her|his) (bell|buzzer|doorbell) ~,
      nobody (in|home|at home|is in|is home|answering|answers|is answering|there|is at home|answered|opening),
      no one (in|home), nobody is (in|home), not (in|home|at home), not at the house, lights (off|are off) no answer,
      curtains ~ no answer,
      (keysafe|key safe) ~ (jammed|broken|empty|stuck|wrong code|not working|not open|not opening),
      no key in [the] (keysafe|key safe), no access, door ~ (locked|bolted), will not come to door,
      she no dey answer, no dey answer, door is not opening, not opening [the|her|his] [door]
    `),
  },
  {
    tag: 'frustrated',
    phrases: list(`
      refused, refusing, refuses,
      refused (care|entry|personal care|visit|call|wash|shower|everything|me|to let|her|his|all care), out, hospital,
      in hospital, (is|been|was|gone|went|taken|admitted|back) [in|into|to] hospital, admitted,
      (go|went|gone|going|goes|set) (off|out|away) ~ (with|in|to) (her|his|a|the|their), in a taxi with, (picked|taking|taken|took) (her|him|@) (up|out|off|away) ~,
      (gone|went|is|been|out|away) ~ (with|to) (her|his|their|the) (daughter|son|family|sister|brother|day centre|doctors|hospital|shops|church|club),
      (gone|went|out|is|at|attending) [to] [the|her|his] (day centre|daycentre|daughter|shops|church|hairdresser|hairdressers|club|doctors|gp|dentist|appointment|opticians|respite),
      gone out, is out, went out, been out all, day centre, in respite, respite,
      away (today|this week|on holiday|until|till|at), sent me (away|packing|home),
      told me to (go|leave|get lost|go away|clear off|bugger off|piss off),
      (not|no) want ~ (shower|wash|breakfast|lunch|tea|dinner|bath|help|carer|carers|bed|personal care) [today],
      not want (me|care|a visit|us|visit|anything|any care|the visit|the call|carers), not want ~ today,
      (did|does|do|would|will) not (need|want) (me|care|us|anything|the call|visit|the visit) [today|tonight|now],
      (would|will|did) not let me in, not letting me in, declined, turned me away, on holiday, family doing it,
      family (with her|with him|there|has done|have done|already),
      (daughter|son|wife|husband|family) (has|have|is|already|did) ~ (done|doing|did) (it|her|him|everything|the),
      cancelled at the door, at daughters, at her (daughter|son|sister), in the nursing home, moved out,
      gone into (hospital|respite|a home|care), taken (to|into) hospital,
      ambulance (took|taken|has taken) (her|him|@) to hospital
    `),
  },
  {
    tag: 'on-my-way',
    phrases: list(`
      on my way, on way, on the way, on my way [over|now] (to|2) (@|my|the|next|her|him), on [my|the] way to @,
      setting off, set off, [just] (left|leaving) (home|house|my house|the house|office|the office), left home,
      heading (over|to|out|there|off|now), heading [over|off|now] to @, heading to, driving (to|over|there|now),
      walking (to|over|there), going to @ (now|next), going [now] to @, go to @ [now], en route, coming, i am coming,
      am coming, coming now, nearly there, almost there, (just|right) round the corner, around the corner,
      still coming, coming in, will come, be there soon, not far [away|off], off to @,
      (leaving|left|setting off|off) for @, on me way, me way,
      (heading|going|driving|walking|running|nipping|popping) [over|round|straight|now] to @, with you soon,
      on the bus to, next stop @
    `),
  },
  {
    tag: 'more-time',
    phrases: list(`
      over, over (by) [about] (#n|#d), over (#n|#d), (running|run|gone|going|ran) over [by|about] (#n|#d),
      (running|run|gone|going|ran) over (at|with) @ [by] (#d|#n), over (at|with) @ by (#d|#n),
      (running|gone|going) over (at|with) @,
      need [another|an extra|about|extra|a further] #d [more|extra|longer] [here|with|at|minutes],
      need [another|an extra|about|extra|a further] #n [more|extra|longer] (here|with|at),
      (need|needs|needing|want|wants) ~ (longer|more time|extra time|more minutes), #d not (long enough|enough),
      (not|never|is not) [long|enough] (long enough|enough time), #d (is|was) not [long] enough,
      not enough (time|minutes), need (more|longer|extra), another #d (here|with|at|needed),
      #d (longer|extra|more) (here|with|at|needed|please|than planned|than usual|than normal|than expected|than scheduled), here [for] [about|another|at least|maybe] #d (longer|more),
      (be|going to be|will be|staying|stay|am) (here|with @|with her|with him) [for] [about|another|at least|maybe] #d (longer|more|extra) [than],
      staying (longer|on|an extra|another) ~,
      stay (longer|another|an extra) ~, going to be #d (over|longer), time is not enough, (call|visit) is too short,
      takes (longer|more) than, overrunning [by] (#d|#n)
    `),
  },
  {
    tag: 'less-time',
    phrases: list(`
      short, short (#n|#d), short (visit|call) ~, short by (#n|#d), (leaving|left|finished|finishing|done|off|away) early,
      (leaving|left|finished|finishing|done) #d early,
      only (needed|needs|wanted|wants|need|took|takes|stayed|there) [for] (#d|#n|half|a quarter|half the time),
      only needs half, (need|needs|wants|needed) less time,
      not need (the|a|her|his|my) (full|whole|entire) ~, not need (the full|all the|the whole|that long|so long|#d|all #d) ~, too long for (her|him|@), less time,
      cut (it|visit|the visit|call|the call) short, only #d needed, did not need (the full|all|the whole) ~
    `),
  },
]
