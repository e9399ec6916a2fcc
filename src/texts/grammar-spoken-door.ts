/** How people speak of a door that stays shut, a visit that cannot be done, and one that somebody else did not do. */

import type { Fact } from './grammar.ts'
import type { Entry } from './phrase-book.ts'
import { list } from './word-list.ts'

export const SPOKEN_AT_THE_DOOR: readonly Entry<Fact>[] = [
  {
    tag: 'no-reply',
    phrases: list(`
      nobody [is] letting (me|us) in, (phone|phones|mobile|landline) [is|are|just|keeps] ringing out, can not get (anything|owt|nothing|a word|a sound) out of (anybody|anyone|her|him|them|@),
      (shouted|shouting|shout|called|calling|yelled|hollered) ~ letterbox, (letterbox|letter box) ~ (nowt|nothing|nobody|no),
      (knocked|knock|banged|bang|hammered|tapped|rapped) ~ (window|windows|door|back door|front door),
      (knocked|banged|rang|rung|tried|buzzed|pressed) ~ (nowt|nothing|no joy|no luck|no one|nobody),
      no (joy|luck) ~ (door|bell|buzzer|answer|intercom), nobody ~ (come|coming|came|comes) to [the|her|his] door,
      not ~ (come|coming|came|comes) to [the|her|his] door, (no one|nobody) ~ (about|around) at (@|the house|the flat),
      (buzzer|bell|door|doorbell|intercom) ~ (no answer|no response|no reply|nothing|nowt|ignored|unanswered),
      (phone|phoned|rang|called) ~ (rings out|rang out|ringing out|voicemail|no answer|goes to voicemail),
      (will not|not|does not) (pick|picking) up [the] [phone|door], (house|flat|place|everywhere|everything) ~ (in darkness|dark|locked up|silent|dead quiet),
      can not (raise|rouse) (anyone|anybody), can not get (hold of|any sign of|a peep|any joy|in to|inside|into) [@|her|him|the house|the flat|the building|the block],
      stood (outside|at the door|on the doorstep), standing (outside|at the door|on the doorstep),
      (not|no) (letting|let) me in [to] ~ (nobody|no one), door [is|was] (locked|shut|not open|closed) [and] ~ (nobody|no one|nothing|no),
      no movement [inside], no sign of life, no lights on, (key|code|keycode|fob) [is|does|will] not (work|working|open|opening|fit|turn|there),
      wrong (key code|keycode|key safe code|keysafe code), (keysafe|key safe|key) ~ (empty|gone|missing|wont open|jammed|not there),
      (she|he|they|@|client|lady|man) ~ not ~ (answer|answering|open|opening|hear|hearing) ~ (door|bell|knock|knocking|buzzer|phone),
      no dey answer, no dey open, no gree open, not dey answer, they are not opening, door not open, no open door, no answering,
      no body (in|home|answer), not picking [her|his|the] [call|calls|phone], nobody answered me, not a soul in, no one about
    `),
  },
  {
    tag: 'frustrated',
    phrases: list(`
      (gone|going|went|staying|stay|stays|stopping|moved) ~ (to|at|with) (her|his|their) (sons|son|daughters|daughter|sisters|sister|brothers|brother|nieces|niece|nephews|family|mums|friends|friend|cousins),
      (put|kept|has) the chain on, (said|says|told me) not (tonight|today|now|this), admitted to, in [the] (royal|infirmary|general|county|ward|icu|coronary care), on [the] ward, (@|she|he) is in the (royal|infirmary|general|county),
      (hospital|patient) transport ~ (took|taken|collected|picked|here), (transport|ambulance car|taxi|minibus|bus) ~ (took|taken|collected|picked) (her|him|@),
      (took|taken|taking|rushed|admitted|whisked|carted) ~ (hospital|a&e|respite|surgery|clinic|appointment),
      (out|away|off) ~ (shopping|bingo|shops|town|pub|church|mosque|temple|lunch|day trip|walk|family|seaside|golf|appointment|dialysis|clinic|hairdressers|chiropodist|holiday),
      (gone|at|to|off to) [the] (shops|shop|bingo|town|pub|church|mosque|temple|dialysis|clinic|seaside|day care|daycare|club|hairdressers|barbers|bookies|market|library|memory clinic|eye clinic|dentist),
      (told|asked|telling|asking) me to (leave|go|get out|go home|come back|clear off), sent me (packing|off|back|home|away),
      (does|do|did|would|will) not (need|want|fancy|require|accept|allow|like) [any|me|us|the|her|his] (care|visit|call|carer|carers|help|shower|wash|bath|tonight|today|this morning|entry|in),
      (says|said|saying) [she|he|they] (is|are|was) (fine|ok|alright) and (does|do|did) not (need|want),
      (she|he|they|@) (says|said) no [thanks|thank you] [to] [care|today|everything|wash|shower],
      shut the door (on|in) (me|my), slammed the door (on|in), closed the door (on|in), would not (have|accept|entertain|see) (me|us|it|care),
      not having (it|any of it|me|a wash|care|a shower), (family|son|daughter|husband|wife|sister|niece|nephew) ~ (done|doing|did|doing it|sorted|covered|covering|dealing|seeing) ~ (it|her|him|already|today|call|visit|everything|breakfast|lunch|tea|meds),
      already (done|washed|dressed|fed|sorted|up and dressed|had her|had his) ~ (daughter|son|family|husband|wife|neighbour|sister),
      (@|she|he|client) (is|has been) [been] (discharged|transferred|moved) to, (gone|moved|gone in|gone into|went) [in|into|to] (a|the|nursing|care|respite) (home|hospice|care), in a hospice, in hospice,
      (refuse|refused|refuses|refusing|declined|declines|declining|rejected) [all|any|the|his|her|my|personal] (care|call|visit|help|entry|support|shower|wash|tea|dinner|lunch|breakfast|everything|again|today|me|service),
      (she|he|@|they) [is|has] (refused|declined|cancelled|canceled) [me|it|today|again|the call|the visit|her call|his call|her visit|his visit]
    `),
  },
  {
    tag: 'found-missed',
    phrases: list(`
      no (bugger|sod|soul|fucker|bleeder|beggar|living soul) [is|has] [been|come|came|was|near], (nobody|no one) [has] been (to|near|in to|round to) @,
      nobody (came|been|come|went|turned|got|near) ~ (near|to) (her|him|@|them), nobody near (her|him|@),
      (no|not a|nobody) (entry|entries|notes|note|record|records|log|signature|writing|write up) ~ (since|for|from|last|yesterday|this|tonight|the),
      (nothing|nowt|nothing written|not been written) [written] in (@|her|his|the) ~ (book|notes|log|folder|record|chart|file),
      (last|latest) (entry|note|notes|log|record) ~ (is|was|from|says) ~ (yesterday|last|<day>|monday|sunday|#n|#c|#o),
      (hes|he|she|they|@) [has|have] had (nobody|no one|no carer|no carers|no one in|nobody in|no visit|no call|no body),
      not think (anyone|anybody|someone) ~ (did|done|came|been|went), (anyone|anybody) did not ~ (call|visit),
      (did|has) not [been|get|got|had|have] (her|his|their|a|any) [<day>|bed|lunch|tea|morning|evening|night] (call|visit|carer|care|wash|breakfast|lunch|tea|supper|dinner|meds) [last|yesterday|this|today],
      (still|sat|sitting|lying|laid) in (last nights|yesterdays|yesterday|the same|same) ~ (clothes|pad|nightie|pyjamas|bed|chair),
      (pad|pads|nappy) ~ (since|from) (yesterday|last night|this morning|lunch|the morning), (pills|tablets|meds) [from] ~ (yesterday|last night|this morning|teatime|lunchtime) ~ (still|left|there|not),
      (teatime|lunchtime|lunch|tea|morning|evening|night|bedtime|breakfast|last night|yesterday|yesterdays|nights) (pills|tablets|meds) ~ (still|left|there|not|untouched),
      (lunch|breakfast|tea|dinner|supper|meal|sandwich|plate|cup) ~ (untouched|still there|from yesterday|not touched|not been touched),
      bed not (slept|been slept) in, (early|late|lunch|tea|morning|night|evening|bed|breakfast|previous|other|last|earlier) (girl|lad|carer|staff|one|shift|team|person|worker) ~ (not|never) ~ (turn|turned|came|come|show|showed|been|arrive|arrived|attend|do|done|did),
      (no one|nobody) [has] (attended|visited|seen|been to|been in to|washed|changed|fed) (her|him|@),
      (call|visit) [was|has] [been|got] (skipped|missed out|forgotten|not covered|never covered|uncovered) ~ (yesterday|last|this morning|earlier|by),
      (she|he|@) (says|said|reckons|tells me) ~ (nobody|no one|no carer) ~ (came|come|been|turned|showed|visited|near),
      no (carer|one|body|staff) (came|come|been|was here|did come|has come|don come) ~ (since|yesterday|last|morning|today|night|for|lunch),
      was not (seen|visited|attended) ~ (yesterday|last|this|since|at), missed by ~ (carer|girl|shift|staff|night|morning)
    `),
  },
]
