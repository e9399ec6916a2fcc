/** How people speak of coming, going, staying, being ill and not managing: regional, second-language and tired English. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const SPOKEN_ON_THE_RUN: readonly Entry<Fact>[] = [
  {
    tag: 'missed',
    phrases: list(`
      (@|call|visit|lunch|tea|she|he|breakfast|morning|teatime|bed) ~ (did not|never) get (done|seen|visited|attended|covered), did not get done, never got done,
      (call|visit|@) ~ got (skipped|missed|forgotten|left out), i (skipped|overlooked|forgot|missed) (@|the|my|a|her|his|one),
      (went|gone|been) clean out of my (head|mind), slipped my mind ~ (@|visit|call), (totally|completely|clean) slipped my mind,
      i (forget|forgot|forgotten) [to] (go|do|attend|visit|see) ~ (@|her|him|call|visit|house), did not (attend|do|make|visit|see|reach) @ ~ (yesterday|last|this morning|earlier|today),
      (did not|never) (attend|reach|do) [my|the|her|his] (<visit>|house|client) ~ (yesterday|last|this morning|earlier),
      drove past ~ without, (put|putting) (my|me) hands up ~ (missed|forgot|not), my fault ~ (missed|forgot) @, i (was|were) meant to (see|do|visit|go to) @ ~ (yesterday|earlier|this morning|last night),
      did not realise i had @, did not see @ on (my|the) (rota|list|app), @ was on my (rota|list|run) ~ (did not|never|missed|forgot)
    `),
  },
  {
    tag: 'cannot',
    phrases: list(`
      not a (chance|hope) [of|i|in], take @ off (me|my), (@|visit|call) [is|are] off the cards, no chance [of|i], (need|need to find|want|find|get) (someone|somebody|anyone|cover|another carer|a cover) ~ for (@|my|the), (you|will|would|you will) need (someone|somebody|cover|another) ~ (for|to do|to cover|to see) (@|my|the),
      no (car|wheels|transport|van) no (calls|work|visits|shift), count me out ~ (morning|tonight|today|tomorrow|evening|shift), (take|taking|pull|pulling) me off [the|my|tonight|todays] (rota|run|shift|calls|list),
      (take|move|give|pass|reassign|reallocate) (@|my #c|my calls|my visits|my shift|my run) ~ (someone|somebody|another|anyone|else), (@|my calls|my shift|my run|my visits) (needs|need) (covering|cover|reassigning|reallocating|picking up),
      can not (do|make|cover|manage|face|attend|finish|start) ~ (last #n|first #n|calls|visits|shift|run|round|rest|next #n|any of them|the others|tonight|today|tomorrow|morning|afternoon|evening),
      can not do my (last|first|next|final|remaining|other|afternoon|morning|evening|night|tea|lunch), will not be able ~ (do|make|attend|cover|get|come|visit|see|manage|reach|finish),
      not able to ~ (do|make|attend|cover|get|come|visit|see|manage|reach|finish) (@|my|the|it|there|any|today|tonight|tomorrow), (not|never) going to (make|manage|get to|reach|be able|do) ~ (@|it|my|the|there|today|tonight),
      (have|having|got) to (pull out|drop out|cancel|call off|bail|back out), pulling out of ~ (shift|visit|call|@|run|today|tonight), (calling|phoning|ringing) (off|out) ~ (today|tonight|shift|sick),
      (not|no) (come|coming|work|working|make|making|available) [to|in|for] (work|duty|shift|today|tonight|tomorrow|@), i no (go|fit|can) (come|reach|do|attend|work|make), no fit (come|reach|do|attend|work),
      not possible for me ~ (come|attend|do|reach|go|work|be), it is not possible ~ (come|attend|reach|go), i am not possible to, (not|never) attend (@|to @|my|the|duty|work|today|tomorrow),
      i (will|shall|must|have to) (miss|skip|cancel|drop) (@|my|the|her|his|today|tonight|tomorrow), no way i (can|will|am), (stuck|stranded|grounded|snowed in|iced in) ~ (no way|can not|not) ~ (get|come|reach|make|leave),
      (childcare|babysitter|nursery|nanny) ~ (let me down|fallen through|cancelled|fell through|closed), (let|letting) you down ~ (today|tonight|tomorrow|shift), (someone|anyone|somebody) ~ (do|cover|take|see|visit) @ ~ (instead|for me|please|today|tonight|tomorrow),
      (can|could|would|please) (you|someone|somebody|anyone) [please] (cover|take|do) (@|my|for me)
    `),
  },
  {
    tag: 'sick',
    phrases: list(`
      am badly, not at work (today|tomorrow|tonight), (walk in centre|walk in), (i am|am|feeling|feel|took|taken|been) (badly|bad) [today|again|tonight|this morning|all night|and|so|with], (am|i am) (no|not) (well|right|good|myself), (voice|throat) [is|has] gone, throat (is|like|feels) (like|razor blades|razors|glass|sandpaper|on fire),
      (chucking|puking|spewing|throwing|barfing|heaving|sicking|vomiting|honking|boaking|bringing) (my guts|my guts up|guts up|my ring|my ring up|ring up|up|everything up|it all up|my insides), (spewing|puking|chucking up|boaking|barfing|hurling), (head|face|arse|bum) (down|in|over|on) the (toilet|loo|bowl|pan),
      (got|have|caught|having|picked up|down with|gone down with|come down with|suffering with|suffering from|in bed with|laid up with|struck down with) ~ (bug|flu|cold|covid|virus|norovirus|tonsillitis|migraine|fever|malaria|typhoid|gastro|gastroenteritis|infection|shingles|sinusitis|bronchitis|pneumonia|food poisoning|stomach|d&v|the lurgy|lurgy|dreaded lurgy|sickness|diarrhea|chicken pox|vertigo|sciatica|cystitis|laryngitis|chest infection|the runs|the trots|kidney stones|hives|measles|mumps),
      (dying|poorly|laid up|tucked up) in bed, staying in bed, in bed (poorly|ill|sick|all day|with), can not (get out of|leave my) bed, (both ends|the trots|running tummy|running stomach|loose stomach|bad stomach|upset stomach|upset tummy|dodgy stomach|dodgy tummy|gippy tummy),
      (my|me) (stomach|belly|tummy|head|throat|back|chest|body|ear|tooth) [is|has|are] [really|so|not] (bad|killing me|in bits|upset|paining|paining me|hurting|aching|gone|not good|running|well|fine|ok|on fire|pounding|banging|splitting),
      back (has|is) (gone|out|in bits|done|knackered|spasm|killing), (put|done|pulled|ricked|tweaked|wrecked|knackered) (my|me) (back|neck|shoulder|knee|ankle), (body|i) no (well|strong|dey fine|fine), body (is|dey) (hot|paining|weak|not fine),
      (positive|tested positive|testing positive|two lines) [for|on] ~ (covid|corona|flow|test), (covid|lateral flow) [test] ~ positive, isolating, self isolating, (have|having|got|running) [a|high|very high|bad] (temperature|fever|temp),
      (woke|woken) [up] [feeling|with|this morning] ~ (sick|ill|rough|poorly|fever|temperature|migraine|throat|vomiting|dying|awful|terrible|dreadful), (lost|losing) my voice, (voice|throat) (has|is) gone, (feel|feeling|felt|been feeling) ~ (rotten|ropey|ropy|grim|dreadful|lousy|peaky|peely wally|manky|like crap|like shit|rough as|under the weather|wretched|proper poorly|like death),
      (signed|doctor signed|gp signed) [me] off, doctor (says|said|told me) ~ (rest|stay|off|no work|not work), (gp|doctor) ~ (signed|sign) me, sick note ~ (week|from|until|for), (off|out) (sick|ill|poorly) ~ (today|tonight|tomorrow|week|until|till|until), i (am|feel|feeling) not (fit|strong|fine|good|right|myself|100) [to|for|enough] ~ (work|come|drive|today|shift), not fit (for|to) (work|come|drive|duty), too (rough|weak|dizzy|hungover|poorly) to,
      (sprained|twisted|broke|broken|fractured|dislocated|injured|hurt) my (ankle|wrist|arm|leg|toe|foot|finger|knee|back|shoulder|hand), my period ~ (bad|killing|pain|heavy), period pains, (kidney|ear|tooth|dental|gum|eye|throat|sinus|urine|water) (infection|abscess|ache)
    `),
  },
  {
    tag: 'arrived',
    phrases: list(`
      in the (gaff|house|flat|bungalow|door) now, letting me in, (she|he|@) [is] let me in, (him|her|bob|@) let (me|us) in, let us in,
      (just|now|only just|i have|have|finally) (landed|pulled up|parked up|turned up|rocked up|got in|got here|got there|reached|arrived|come in|gone in|walked in|entered), pulled up (at|outside) (@|her|his|the), parked (up|outside) [at|@],
      (i|am|i am) (inside|in) [with] (@|her|him|now|the house|the flat|there), (i|am|i am) (reached|arrived|entered), (don|have don) (reach|arrive|land|enter), i (don|do) reach, (on|at) site [now], on scene, at (client|service user) (house|home|place|side),
      (started|starting|beginning|begun|beginning) (@|with @|her|his|the) [call|visit] [now], i (started|start) (@|with @), have (gone|come) in to @, finally (here|there|in|at @|with @|got here|made it)
    `),
  },
  {
    tag: 'left',
    phrases: list(`
      (that is|thats) (me|us|@|her|him|me and @) (done|out|finished|away|off|sorted|all done|finished up|clear), that is (@|her|him) (done|sorted|finished|fed|settled|tucked up|in bed), (@|her|him) [is] [all] (done|sorted|finished|settled|tucked up|tucked in|fed and watered) ~ (on|off|next|now|moving|leaving|going|heading),
      (out|off out) the door, i am (out|away|off) (of here|the door|now|from @|from here), done and dusted [at|with] [@], (washed|dressed|fed|changed) (and|dressed|fed) ~ (done|fed|sorted|out|leaving|left|off),
      (all|everything) (done|finished|sorted|complete|completed) (at|with|for|in) (@|her|his|here), (finished|finish|done|completed|complete|wrapped up|wrapping up|sorted|through) ~ (at|with|for) @, (moving|going|heading) on (from @|now|to next),
      (i|have|just|now) (leave|leaving|left|depart|departed|departing) (@|the client|client|the house|her house|his house|here|her|him|there), i (don|have don) (finish|comot|leave|do finish), (closed|locked|shut) (up|the door) and (left|gone|away), (signed|clocking|logging|checked) out ~ (@|now|of)
    `),
  },
  {
    tag: 'on-my-way',
    phrases: list(`
      [i am] in the car now, parking up, (just|now|i am|am|i have|have) (set off|setting out|set out|left home|leaving home|leaving now|left now|getting in the car|in the car|jumping in the car|on the bus|on bus|on the road|driving there|walking there|cycling|on route|enroute|en route|on the move|moving|coming to), (making|make) my way, on (my|me|the) (road|route),
      i (am|dey|de) (come|coming|road|way), dey (come|road|way), (nearly|almost|just about) (there|at @|with @|with her|with him|here), (outside|pulling up|parking) (now|soon|in a minute|in a sec), (two|a few|couple of) streets away, (on to|onto|off to|heading for|making for|next stop) @
    `),
  },
  {
    tag: 'more-time',
    phrases: list(`
      (want|wants|need|needs|take|takes|be) another (#d|#n) [on|with|at|here|for], (#d|#n) more (needed|required|here|with|at) [here], so plus (#d|#n), not enough ~ so (#d|#n) more, (will|going to|gonna) [be] take (longer|more|ages|a while), (take|takes|taking) longer than,
      (stopping|staying|stay|stop|here|need|needs|want|be|take|taking|spend|spending) [on|for|another|an extra|about|here|at least] #d (extra|longer|more|over), (need|needs|want|taking|be) #n (extra|more) (minutes|here|with|at), (run|running|going|gone|ran|will) [to] (over|on) (here|with @|at @|with her|with him|this one|a bit|abit),
      (going|gonna|set) to (run|go) (over|on), (this|call|visit|she|he|it|@|one) ~ (is going to|will|is) (run|running|go|going|take|taking) (over|longer|on|more time|ages|a while|a long time), need (a bit|bit|some|little|lot|much) ~ (longer|more time|extra time), (wont|will not|not|never|can not) ~ (fit|get|do|finish|manage|squeeze) ~ (in|everything|all|it all) in (#d|the time|time|the slot),
      (half an hour|#d) is (nowhere near|not|never) ~ (enough|long enough), (call|visit|slot|time) ~ (too short|not long enough|not enough|needs extending|needs longer|needs increasing), (extend|extending|lengthen|increase) (the|this|her|his|my|@) ~ (call|visit|time|slot|by), (call|visit) by #d, going to be (a while|longer|here ages|here a while|some time) ~ (with|here|at),
      (still|be) here (a while|longer|for a bit|a bit|another #d|#d more), be with (@|her|him) (longer|a while|another #d|#d more), more time (with|for|at|here|needed|required|please)
    `),
  },
  {
    tag: 'less-time',
    phrases: list(`
      (finished|done|out|all done|sorted|completed|in and out) ~ in (#d|#n|half the time|no time), (finished|done|sorted|leaving|left|completed|out) ~ (#d|#n) (early|ahead|sooner|before time|before the end), (left|leaving|finished|finish|done) ~ early, (away|off|sent off|released) early,
      (only|just) (wanted|want|wants|needed|needs|need|had|have|asked for|took|take|takes|stayed|stay|there|here) [for] [her|his|a|the] ~ (breakfast|meds|tablets|cuppa|cup of tea|sandwich|quick|chat|pad|#d|#n|check), (not|does not|did not|do not) (need|needs|want|require) (the|all|a|her|his|that|so) [full|whole|entire] (#d|hour|time|slot|half hour|long|much time),
      (sent|sends|told) me (off|home|away) early, (she|he|@) ~ (sent|let|told) me ~ early, (cut|cutting) ~ short, (shorter|short) (visit|call|today), (too|far too) long for (her|him|@), (hour|half hour|time|slot|#d) is too (long|much), (reduce|shorten|reducing|shortening|cut) (the|this|her|his|@) ~ (call|visit|time|slot)
    `),
  },
  {
    tag: 'who',
    phrases: list(`
      who is [the] (gaffer|chief|head honcho|manager|supervisor|senior|boss|duty manager|on duty|oncall|on call|in charge|on the desk) [on] [call|duty|tonight|today|now|this|please], who is on (tonight|today|duty|shift|the phone|the desk|the phones), which (manager|supervisor|senior) is (on|it|working), who (is|has|have) [got] (the on call|on call phone|on call duty|oncall), whos (on|manager|oncall),
      (name|number|phone) (of|for) [the|todays|tonights] (on call|oncall|manager|duty manager|supervisor), who (should|shall|do|can|must) i (ring|call|phone|contact|speak to|report to|inform), who on call, who dey on call
    `),
  },
  {
    tag: 'next',
    phrases: list(`
      where (am|do|should|must|shall) i ~ (off|going|go|next|heading|supposed) ~ (to|next|after|now), (where|who) (after|is after) (this|this one|her|him|@|that), who (is|have i|do i|am i) ~ (after|next), (whats|what is|who is) (my|the|up) next, (whos|who is) (next|my next|after this|up next), (next|following) (address|client|person|name|one|call) [please|is|who|where|what],
      what (have|do|is) i (got|have|doing|on) (next|after|now|left|today), (send|text|give|tell) me (my|the) (next|rota|list|calls|visits|schedule|run), (what|which) (visit|call|client|house|one) is next, where to (next|now|after)
    `),
  },
  {
    tag: 'undo',
    phrases: list(`
      (meant|meant to send|was meant|supposed to send) (that|it|this) ~ (for|to) (my|someone|somebody|another|him|her|a), (please|pls|kindly) disregard, (take|pay) no notice [of] [that|it|me], (kids|kid|toddler|son|daughter|baby) got hold of my phone, (please|pls) ignore [that|this|it|me|my last|my], ignore (that|this|my|my last|the last|last|previous) (text|message|one|msg), (forget|disregard|scrap|delete|cancel|scratch|bin|discard) (i said|that|it|what i|my last|last|the last|the above|above|previous), (not|was not|wasnt) [meant] for (you|this number|here|work), wrong (number|person|chat|group|message|text|recipient) ~ (sorry|oops|ignore),
      (sent|send|texted) (it|that|this) [to] ~ (wrong|mistake|accident|error), (sent|send) (in|by) (error|mistake|accident), (butt|bum|pocket) (dial|dialled|text|texted), (my|the) (kid|kids|toddler|son|daughter|baby|cat) (sent|pressed|typed|got hold), i take (that|it) back, was not (me|late) [after all] ignore, (false|false alarm|my bad) ~ (ignore|sorry|scrap), correction ignore
    `),
  },
  {
    tag: 'cannot-offer',
    phrases: list(`
      not that (one|day|shift|visit|call) [ta|thanks|sorry], not (this|that) one, no (ta|thanks|thank you|can do|sorry|way), (cant|can not|not) (do|take|help|cover|manage|sorry) [with] [that|this|it|one|today|tonight|this time], (give|giving) (it|that|this one|that one) a miss, (will|have to|gonna) (pass|decline|say no), (busy|working|booked|got plans|have plans|full|already working|at another) ~ (then|sorry|tonight|today|that day|cant), (too far|too late|too early|no thanks|leave it|not for me|count me out), pass on (that|this|it)
    `),
  },
  {
    tag: 'can-offer',
    phrases: list(`
      (yes|ok|yeah|sure|fine|course|happy|gladly|definitely|alright) [please] (i|ill|i will|can|will|to) [can] (do|take|cover|have) ~ (it|that|one|this), (go on then|go on|put me down|sign me up|count me in|ill have it|i am in|i am up for it|i am game), (mine|give it to me|give me that|send it to me|i want it|i will have that), (stick|put|pop|count) me (down|in|on), (i|can|will) (do|take|cover|have|manage) (that|it|that one|this one|this|them|the shift|the visit|the call), yes please
    `),
  },
]
