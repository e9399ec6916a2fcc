/** Phrases that only look like a fact: they hide the words inside them. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const NOISE: readonly Entry<Fact>[] = [
  {
    tag: 'noise',
    phrases: list(`
      # late, but not a visit
      (the|my|your|her|his|this|a) late, late (calls|visits|shifts),
      late (reply|text|message|response|answer|notice|shift|shifts|night|nights|lunch|dinner|breakfast|supper|tea|start|starts|finish|visit|visits|one|duty|payment|fee|fees|notice|afternoon|evening|riser|friday|saturday|sunday|monday|tuesday|wednesday|thursday|home|to bed|for dinner|for tea),
      (for|sorry for|apologies for) [the|my|a] late (reply|text|message|response|call|answer|notice),
      (doing|on|do|work|working|did|does|have|got|want|another|extra) [a|the|my|some] (late|lates),
      (working|work|worked|stay|stayed|staying|up|sleep|slept|open|eat|eating|out|home|finish|finished|finishing|leave|go) late,
      too late,
      (paid|pay|payslip|wages|wage|money|payment|invoice|timesheet|rota|roster|parcel|delivery|post|milk|dinner|lunch|period|rent) [is|was|are|been|has been|were] [#d|#n|#o|always] late,
      (always|often|sometimes|usually|never|hate|hates|love|like|likes|being|about being|of being) [being] late,
      never been late, late (#n|#d) years, late on (friday|saturday|sunday|monday|tuesday|wednesday|thursday),
      of late, late (twenties|thirties|forties|fifties), late late late,
      (was|were|been) [#d|#n|a bit|so|very|always|running|about #d|over #d] late, (was|were) running [#d|#n] late,
      as late as, later,
      (before|until|till|when|once|by the time|after) i [can] (reach|get|arrive|got|arrived|finish|finished|leave),
      how late, late (20s|30s), lately, latest
      # missed, but not a visit
      ,
      missed [the|my|a|that|his|her] (bus|train|tram|turning|turn|connection|lift|exit|stop|point|boat|ferry|metro|junction|step|breakfast|lunch|bit|page|chance|meeting|training|appointment|delivery|postman|parcel|period|deadline|flight),
      missed (him|her|you|them|me|by), missed ~ <meds>, a missed call, missed (a|an) (call|text|message) (from|off),
      miss (him|her|them|us|me|home|it here|out), (bus|train) [was|is] missed, the bus went past,
      miss (the|my) (bus|train), not miss
      # can not, but not a visit
      ,
      can not (find|park|see|hear|remember|read|work out|understand|open|log|sign|access|use|believe|stop|afford|sleep|think|tell|say|promise|help|get hold|get through|lift|move|feel|wake|breathe|be bothered|find parking|find the|turn|reach the office|talk|speak|eat|walk|stand|send|download|see straight|text|answer|ring|call),
      can not do any more than, can not do any more [work|hours|shifts], can not thank, not miss (it|this|that),
      next @,
      can not (do|manage) (stairs|the stairs|the hoist|that buckle|buttons|her buttons|overtime|more|this any more),
      (@|she|he|they) can not (do|make|go|come|manage|walk|get|attend|cover|work),
      can not be (in|at) (two|#n|#o) places, can not be everywhere, can not (get|be) in two,
      can not get (over|on|the|her|him|up|it|my|this|hold|through|out|a|any)
      # sick, but not the sender
      sick (note|pay|leave form|line|days|building|joke), that is sick, home sick, sick as a parrot, sick with worry,
      car sick,
      (she|he|@|client|they|mum|dad|son|daughter|husband|wife|kids|baby|child|children|partner|colleague|dog|cat|boy|girl|little one|nan) [is|was|has|are|has been|been|is also|not|a bit|really|is very|were|is really] [been|being|not|also|very|off|so|really] (sick|ill|poorly|unwell|well|vomiting|throwing up),
      was (sick|ill|poorly|unwell|off sick) (last|yesterday|on|the other|before|at),
      ill (health|people|client|lady|man), bug (in|on) (the|my) (app|phone|system), terminally ill, mentally ill,
      seriously ill, (app|phone) bug, fever pitch, looks (ill|poorly|unwell)
      # here, left, done, found, out, over, short, next, but none of ours
      (new|lives|live|work|works|is it|come|came|not far from|been|still|over|down|round|up|in|near|from|leave) here,
      here (is|are|and there), is [anyone|anybody|someone|she|he|@] here, here for you, right here, here ~ new,
      nobody here, no one here, (snowing|raining|freezing|cold|hot|busy|foggy|icy) here,
      (turn|turned|on the|on my|to the|bear|keep|first|second) left,
      left (my|the|a|her|his|some|your|one|it|them|over|hand|side|leg|arm|foot|eye|ear|knee|hip|shoulder|right|turn|lane|door|message|note|notes|food|drink|on|in|behind|to do|by|handed|us|keys|key|early|#d ago),
      anything left, (#n|#d|nothing|time|no|any|minutes|battery|left) left, left (#d|#n|@) (miles|to go|left),
      (well|nicely|not|nearly|almost|be|get|got|getting|be all|have|has|half|when|is|been|they|will be|should be) done,
      done (my|the|her|his) (training|washing|shopping|form|forms|back|hair|meds|notes|online|course|timesheet|homework|dbs|mileage),
      done in (#d|#n), (be|get|nearly|almost|not|when i|when i have|once i have|once) (finished|finish|done),
      finished (my|the) (training|course|shopping),
      (finish|finishes|finished) (at|by|in|work|for the) [#c|#n|#d|day], what time do i finish,
      found (the|a|my|her|his|it|parking|some|out|that|this|you|your|somewhere|someone|keys|key|glasses),
      lost and found,
      (out|run out|ran out|sold) of (milk|credit|bread|gloves|pads|juice|aprons|bags|petrol|fuel|stock|hours|office|time|breath|order|interest|hospital|here|there|bed|date|charge|battery|data),
      out of hours,
      (fell|fallen|falling|fall) out with [her|his|the|their] [sister|brother|daughter|son|family|neighbour],
      (night|day|meal|going|eat|take|help|way|find|work|sort|print|hand|fill|cut|coming|come|check|watch|filled|sorted|put|got|get|worn|tired|chill|stressed|log|logged|sign|signed|clocked|clock|set|setting|just|carry|phone|rang|called|freaking|running|ran|run|throw|empty|wash|clean|cleaned|emptied|take the bins|bins|bin|bins put|rubbish) out,
      out (loud|there|here|of|in the|on the|for|about|and about|by), not [in] hospital,
      (is|was|now|back|just) out of [the] hospital, (good|fine|ok|quiet|well|alright) here,
      (waiting|sat|working|parked|standing|stuck|freezing|live|lives|long) here, next week i am,
      hospital (traffic|car park|appointment|bed|roundabout|road|bag|letter|transport|visit|job|hill|food|parking),
      (home|back|out|discharged|discharge|returned|released|coming home|come home) [home] [from|of] [the] hospital,
      (near|by|past|opposite|outside|work at|works at|behind|round) [the] hospital, i refuse to,
      over (the|there|here|it|to|and|my|your|her|his|weekend|christmas|night|time|#n people|#o|#n|half|done|with|a|all),
      (all|come|came|game|get|move|hand|handed|taken|take|carry|gone|think|look|way|shift|over|popped|pop|head|heading|moon) over,
      over (#n|#d) (people|late|staff|years|pounds),
      short (of|staffed|on|notice|and|story|walk|term|cut|break|hair|tempered|sleeve|while|list|for|staff),
      (in|too|cut|very|so|sort|nothing|fall|stopped|caught) short,
      next (week|month|year|time|day|to|door|of kin|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|shift|payday|few|rota|step|steps|morning),
      week after next
      # coming, going, ways
      ,
      (module|modules|training|course|paperwork|mileage|timesheet|homework|exam|test|elearning|e learning) [all] (done|finished|complete|completed),
      ,
      late (wife|husband|mother|father|mum|dad|mr|mrs|son|daughter|brother|sister|partner|nan|uncle|aunt), add #d to, (add|put) #d (to|on) (whatever|what|my|the),
      ,
      #n more (gloves|pads|bags|aprons|masks|wipes|pairs|boxes|forms|sheets|people|carers|hours|days|calls|visits|shifts|tablets|bottles|tins|packs|rolls|miles|sleeps|weeks|times),
      ,
      (i am|am|i) in (hospital|a&e|bed|a|my|an|pain|tears|trouble|town|need|charge|two|bits|agony|meeting|training|traffic|queue|bathroom|toilet|garage|surgery|court|school|church),
      ,
      (when|before|after|since|until|till|once|as|by the time|as soon as|if) [i|i have|i had|we] [only|just|have|had|finally] (got|get|arrived|arrive|came|come|walked|reached|went|left|finished|logged) [here|there|in|into|to|at],
      (reply|text|send|txt) (stop|yes|no|help) [to], stop to (opt|unsubscribe|end|cancel), to opt out, opt out of the (pension|scheme),
      on call (phone|manager|rota|pay|bag|laptop|book|charger) [charger|number] (is|was|has|took|taken|keeps|battery|charger|last),
      (who|someone) (took|has took|has taken|nicked|got|borrowed|left) (the|my),
      (can|will|happy to|able to|ok for|ok to|fine for) [still] (do|make|manage|cover|@) [@] [and] [@] but,
      as planned, as normal, as usual, as arranged, sick about [it|this|that], feel sick about, (sick|ill) (of|to) (worrying|the back teeth),
      (is|are|was|when is|what time is) [she|he|they|anyone|the|nurse|second] ~ (coming|on her way|on his way|on their way|on the way),
      (she|he|they|nurse|carer|doctor|someone|man|aa|engineer|daughter|son|family|gp|district nurse|plumber|delivery|it|police|help) [is|are|was|not] [on|also|now] (coming|on (her|his|its|their|the) way|on way|on the way|here|out),
      (her|his|its|their) way, (by|in|any|no|this|which|long|half|one|other|either|all the|going|wrong|right) way,
      not on my way, (christmas|summer|winter|holiday|payday|weekend|storm|snow|baby) is coming,
      coming (along|on well|up|back|soon|off|out|from|apart|round|into), (up and|keep|keeps) coming,
      (has|have|is|did|when|until|till|if|once|before|after|will|says|said) ~ arrived,
      arrived (yet|yesterday|home|back|in the post|today in the post),
      (parcel|delivery|meds|package|post|letter|bed|hoist|pads|equipment|dosette|daughter|son|nurse|doctor|family|shopping|food) [has|have|had|is|are|now] [not|just|all] arrived,
      when i ~ arrived, head (ache|over heels|office),
      going to (be|do|get|make|have|need|try|ask|take|see|run|bed|sleep|start|stop|miss|ring|call|go|leave|say|tell|give)
      # ok, good, who and others
      not [so|very|too|feeling|that] (good|great|ok|fine|alright|well), (a|had|have) good,
      good (for|at|as|with|god|grief|lord|job|afternoon|one),
      (is|are) (she|he|they|it|that|this|you|everyone|@) (ok|alright|fine), ok if, ok to,
      who (did|does|made|said|told|cares|wrote|has|had|was|wants|can|will|took|is that|is this|is late|is covering|is doing|is in|gave|took|works|left|knows|are|put|is #n|is #o),
      i am on call, who is @, yes but, next door [has|have|neighbour] [the] [key], answer (is|was|me|the|my|this|to),
      no (reply|answer|response) (on|from|at) [the|my] (office|on call|oncall|manager|boss|hr|text|message|email|you|your|ur|anyone),
      no (reply|answer|response) (needed|required|necessary|to my|about|regarding), the answer, a reply, get a reply,
      reply (to|from|needed|with), mistake (in|on|with) (the|my|her|his), no mistake, make no mistake,
      nobody (told|tells|said|knows|cares|likes|ever|wants|listens|asked|rang|is perfect|died|hurt|informed|mentioned),
      behind (the|a|her|his|my) (door|curtain|sofa|chair|bus|tractor|lorry|car|house|bin|pot|plant|tv|bed|fridge),
      (far|left|way|be) behind me, behind on (my|the|paperwork|notes|training|rent),
      behind with (my|the|paperwork|notes), held up well, no delay, flight delayed, duvet cover,
      cover (letter|the|up|story|for|her|him|note|all), under cover, car cover, what cover,
      take (care|paracetamol|away|that|it|the|her|him|my|time|off|over|out|a|some|me|no notice|two|tablets|pills),
      ignore (previous|all|the|any|instructions|everything), stop (at|by|off|and|for|the|it|her|him|on|here|there),
      bus stop, non stop, home time, not [be] (sick|ill|poorly|unwell), not undo
    `),
  },
]
