/** Phrases that only look like a cry for help. Exact where they can be; a cry that is not wholly explained by one stays a cry. */

import { list } from './word-list.ts'

/** From anybody. */
export const HARMLESS: readonly string[] = list(`
  # falling that is none
  (fell|fallen|falling|fall) (asleep|behind|through|out with|in love|pregnant|off the radar),
  (<who>|@|i) [has|is|have|had|just|did] [just] (fallen|fell) asleep, nothing fallen,
  snow (fallen|falling|fell|fall), rain (falling|fell), tree [has|is] (fallen|fell|down), fallen tree, fallen trees,
  night fall, no falls, no fall, any falls, not ~ had any falls, no further falls, no recent falls, not had a fall,
  not had any fall, not fallen, not fell, not fall,
  falls (risk|assessment|mat|sensor|alarm|team|clinic|prevention|training), fall (alarm|sensor|mat),
  (ground|first|1st|second|2nd|third|3rd|fourth|top|bottom|upper|lower|#o|#n|same|which|what) floor,
  floor (is|was) (wet|clean|dirty|slippy|slippery|sticky),
  (wet|clean|dirty|slippy|sticky|kitchen|bathroom|wooden) floors,
  (mopped|mop|mopping|swept|sweep|sweeping|hoovered|hoover|hoovering|cleaned|clean|cleaning|washed|wash|washing|scrubbed|wiped) [up|all] [the|her|his|kitchen|bathroom] [kitchen|bathroom] (floor|floors),
  floor (plan|mat|cleaner|tiles|number), floors, shop floor, on the #o floor, rip off, ripped off, rip (that|it|the),
  going over (the|to|my|her|his|there|now), gone over (the|to|my|her|his|there|it|time|by|#d|#n), over (to|by),
  went down (the|to|well|a treat|stairs), back up (the|and running|again|plan|file|phone), fell about laughing,
  not (fallen|fell) or anything
  # body words in daily care
  blood (test|tests|pressure|sample|samples|thinners|glucose|monitor), bloods,
  blood sugar (fine|ok|good|normal|done|is fine|is ok|is good|is normal|checked), blood sugars, no blood,
  no bleeding, not bleeding, give blood,
  chest (of drawers|freezer|infection|cream|rub|strap|clinic|height|hair|x ray), no chest (pain|pains), no pain,
  no pains, not in [any] pain, pain (relief|killers|patch|chart|in the (neck|arse|bum|backside)), no injuries,
  no bruises, no bruising, no marks or bruises, no concerns, no worries,
  no (sores|rash|wounds|infection|infections|cuts|issues),
  (sore|sores|wound|wounds|rash|skin|ulcer) [is|are|all] (healing|healed|dressed|fine|ok|better|clean|clear|intact|good),
  cream on [the|her|his] (sore|sores|rash|skin), (chest|breathing) (is|was|all) (fine|ok|good|clear|better|normal),
  hungry (lol|now|haha|for), i am (starving|hungry|thirsty), (sore|bad) (throat|feet|foot|back|head|knee),
  my feet are sore, more (sick|ill), catheter (emptied|bag emptied|changed|care|fine|ok|bag changed),
  emptied [her|his] catheter, stoma (changed|care|fine), heart (attack traffic|warming), not dizzy, no dizziness,
  (headache|head hurts|back hurts|feet hurt|my back hurt|hurts to walk),
  my (feet|back|head|legs|knees) [really] (hurt|hurts), hurt my (feelings|back), no harm,
  (grey|pale) (coat|car|van|door|top|cardigan|jumper|house|sky|hair), flu (jab|shot|jabs),
  (long|good|best|screen|big) shot, shot (off|through), drugs (round|chart|trolley|cupboard),
  sweaty (today|betty|in this heat), fever pitch
  # the word help
  thanks for [all] [your|the|ur] [kind] help, thank you for [all] [your|the|ur] [kind] help, (your|ur) help,
  help with (breakfast|lunch|tea|dinner|the shopping), (helped|helping), extra help, more help,
  help (her|him|them) (with|to|dress|wash|get|have|out), help (mr|mrs|@|you|yourself|out), no help (needed|required),
  not need [any] help, not need help, need no help, (happy|glad|here|pleased|able|trying|try) to help,
  hope [that|this] (helps|help), can i help, helps, can not help [it|laughing], of help, home help, help yourself,
  needed [some|a bit of|more|extra] help, helping hand, how can i help
  # gas and fire
  ,
  gas (man|engineer|bill|meter|board|company|card|key|safety|inspection|works|certificate|boiler|cooker|top up|station|people|guy|service|fitter),
  british gas, the gas is off, (top|topped|topping) up [the|her|his] gas, gas and electric, no gas (smell|leak),
  step on the gas, filling up with gas, fire (alarm|alarms) (test|testing|tested|check|training|drill),
  fire (drill|engine|engines|door|doors|station|safety|training|exit|works|place|brigade blocking), on fire today,
  test fire alarm, fire alarm service, smoke (break|alarm test|alarm battery),
  (having|having a|for a|quick|out for a) smoke, smoke alarm (beeping|battery|test|needs), fireworks, no smoke,
  get fired, electric fire, gas fire, camp fire
  # the road, as a reason
  (accident|crash|crashes|accidents|collision) (on|at|near|ahead|in front|by|along|blocking|outside),
  (an|bad|big|road|car|nasty|major|been an|has been an) (accident|crash) (on|at|near|ahead|in front|by|along|blocking|outside|closed),
  because of [an|the|a] (accident|crash), due to [an|the|a] (accident|crash), accident traffic,
  police (road block|roadblock|closed|have closed|blocked|stopped everyone|diversion|cordon|training),
  road closed police, fire engine (blocking|in the road),
  ambulance (blocking|in the road|blocking the road|in front)
  # dying, dead, killing in jest, and things that break
  ,
  (phone|mobile|battery|car|van|moped|bike|engine|laptop|tv|telly|tablet|app|sat nav|satnav|boiler|fridge|freezer|kettle|washing machine|internet|wifi|radio|clock|light|bulb) [has|have|is|just|about|nearly|almost] [just] (died|dead|dying|collapsed|dies),
  dead (battery|batteries|phone|car|end|on time|line|easy|good|funny|tired|proud|busy|quick|slow|early|late|nice|chuffed|right),
  my legs are dead, dying (for|to), phone (about to die|going to die|is going to die),
  (killing|kill|kills) me [today|lol|off], (feet|back|legs|kids|traffic|heat|weather|knees) [is|are] killing me,
  to die for, deadline, deadlock, die of (embarrassment|boredom|heat)
  # emergencies of one's own, and words of ours
  (family|personal|childcare|home|dental|plumbing|domestic) emergency,
  emergency (dentist|dental|vet|plumber|contact|contacts|contact number|shop|tax|bag|lights|food), not an emergency,
  no emergency, nothing urgent, not urgent, no rush, not that urgent,
  (in an emergency|if it is an emergency) [please] [dial|ring|call] 999, if unwell dial 999, (dial|call|ring) 999 if,
  no need for 999, no ambulance needed
  # messages, lifts and jokes
  (to be|such|being|be|a bit of|what|a right|a real) a pain, a bit of a pain, what a pain, right pain,
  (road|roads|lane|street|bridge|underpass|everywhere|everything) [is|are] [all] (flooded|flood|flooding),
  flooded (road|roads|lane|everywhere), floods (on|at|in), flooding (on|at|along), trapped in traffic,
  (key|keys|phone|book|folder|glasses) [is|are|has|have] [gone] missing, missing (key|keys|glasses|you),
  flood (warning|warnings|alert), not (ring|call|phone) me, will (ring|call|phone) me, did you (ring|call|phone) me,
  (he|she|they|you) (rang|called|phoned) me, call me (anna|crazy|mad|old fashioned|#n), called me (back|to),
  (break|breaks) in #d, break in the weather, break in between, run over (by|to|the) [#d|#n], run over #d, overrun,
  attack the day, no threat, crying with laughter, crying laughing, laughing crying, slipped (my mind|up),
  slipped off home, tripped the, safe and (sound|well), police officer,
  followed (the|her|his|my|care|instructions|up|by), following (the|her|his|my|care|a bus|behind a),
  follow (the|up|on), left us (a|an|some|the|in|waiting|with|to|no|short|stranded|her|his|money|cake|note),
  (passed|pass|passing) (on|it|by|to|over|round|the) [to|the|a] [message|messages|info|information|office],
  passed (her|his|my) (test|exam|assessment|driving|meds), i have passed my, lost (her|him) on,
  all alone in the office, faint smell of polish, stroke (club|group|association|clinic), strokes, chest is clear,
  wandering how, overdose training, bad breath, hold my breath, holding my breath, under my breath, police interview,
  i am dead [lol|haha|tired], not scared, no abuse, not sick, not ill, not poorly, not unwell, not worried,
  not upset, not confused, sick of, off sick, been off sick,
  (feel|feeling|felt|am|so) [so|really] (sick|bad|awful|terrible|gutted) about [it|this|that|missing|forgetting], sick about,
  (had|has had|having) [an|a|little|another|a little|a bit of an] accident in (the|her|his) (bed|pad|pants|chair|trousers|night), accident in (the|her|his) (bed|pad|pants|chair|trousers|night), (toilet|wet|little) accident, (bed|sheets) [was|is|are|were] [all] (soaked|soaking|wet) ~ (so|full|had|needed|wash|change),
  (to|me|and|they|had to|have to) help [to|me|us] (turn|wash|dress|move|get|carry|clean|find|change|roll|cook|shower|bath|set|sort|feed|put|take|fill|open|write|read|tidy|unpack|pack|eat|eating|them|her|him|my|a|the),
  (snow|ice|icy|road|roads|fog|weather|drive|driving|storm|wind|floods) ~ not safe, not safe to (drive|walk|cycle|go out), not safe (out|driving|on the roads|in this|in the snow),
  (dying|dye|died|dyed) (her|his|my|their) hair, die (her|my) hair, (says|thinks) ~ dying of (boredom|hunger|thirst),
  nearly died she, had an accident ~ (wet|soiled|bed|pants|pad), (hot|cold) she nearly died,
  # what a person is by trade, what is learnt, watched, long ago, or over
  ,
  (is|was|be|been|as|am) [a|an|in|with] [the|retired|trainee] (police|paramedic|paramedics|firefighter|fireman|nurse|ambulance|police officer|policeman|fire service|ambulance driver),
  (police|ambulance|fire) (car|cars|van|siren|sirens|officer|course|driver|station|everywhere) [at|on|went|outside|in],
  (ambulance|police|fire engine|siren) [siren] (went past|passed|passing|overtook|flew past),
  (stroke|epilepsy|seizure|safeguarding|fire|falls|fall|choking|overdose|suicide|first aid|infection|pressure sore|abuse|dementia|sepsis|cpr|emergency|catheter|peg|stoma|hoist|medication|knife|blood|self harm|mental health) ~ (training|course|courses|certificate|awareness|module|e learning|elearning|learning|policy|leaflet|poster|quiz|workshop|webinar|refresher|assessment|form|risk assessment|exam|nvq),
  (training|course|certificate|module|e learning|webinar|policy|leaflet) ~ (stroke|epilepsy|safeguarding|fire|falls|choking|overdose|suicide|infection|abuse|sepsis|cpr|catheter),
  (watching|watched|watch|watches|on|an episode of|episode of) (casualty|murder she wrote|emergency|999|police|ambulance|crime|murder|midsomer murders),
  (years|year|months) ago [today], (#n|#d|#o) years ago, in the (war|blitz|army|navy), when (she|he) was (young|little|a child|a boy|a girl|shot),
  (died|dead|passed away|passed|fell|stroke|fire) ~ (years|year|decades) ago, (died|passed away|fell|stroke) (last year|years ago|in the war|in #n|in #o),
  (shot|hit|bombed|wounded|attacked|injured) ~ in the (war|army|blitz|navy),
  (cat|dog|budgie|hamster|rabbit|goldfish|fish|parrot) ~ (died|dead|passed away|been sick|sick|ill|poorly), (cat|kitten) [bit|scratched] me,
  (nearly|almost) (died|hit|crashed|fell|choked|cried) [laughing|of|with|at|a], (hurt|kill|wet|killed) myself laughing, died laughing,
  laughing ~ (died|crying|hurt), cried ~ laughter, (cried|crying) with (joy|happiness), died of (embarrassment|shame|laughter),
  (absolutely|totally|so|proper|completely|fully|half) dead [on] [my] [feet], dead on (my|her|his) feet, (phone|mobile|battery|ipad|tablet) ~ (die|dying|dead|died),
  (flooded|inundated|swamped) (with|by) (texts|calls|emails|messages|work), burnt (my|the|her|his) (toast|dinner|tea|breakfast|cakes|porridge|pan),
  burning (me|the candle) [out], burning ears, radiators ~ (bleeding|bleed), bleed ~ (radiator|radiators), bleeding (radiator|radiators|idiot|hell|heck|thing|cheek|obvious|traffic|late|bus|car|phone|app|rota),
  bloody (hell|traffic|bus|late|phone|app|rota|car|weather|thing|idiot|awful|cold|freezing|lovely|good|great|brilliant|ridiculous|joke),
  (her|his|the) (rash|wound|cut|sore|infection|bruise|bruising|skin|leg|swelling|cough|cold|pain) [has|is|are|have] [all|much|looking|nearly|now|really] (cleared|clearing|better|gone|healed|healing|settled|improved|improving|good|fine|clear|intact|lovely),
  (over|better from) (her|his|the|that) (cold|flu|infection|cough|fall|bug), no signs of (infection|pain|bruising|injury), no sign of infection, signs of infection none,
  cleared up, healed [up] [nicely|well|now], (sugar|sugars|bm|bms|bp|sats|temp|temperature|pulse|heart rate) [is|are|was|of] [#n|#o|#c|#d] [over] [#n|#d|#c] [all] (fine|ok|good|normal|stable|perfect|great),
  blood (sugar|sugars|pressure) [is|are|was|of] [#n|#o|#c|#d] [over] [#n|#d|#c] [all] (fine|ok|good|normal|stable|perfect|great),
  (broken|broke) in nicely, what do i do about (my|the) (holiday|form|payslip|rota|timesheet|mileage|dbs|badge|uniform|training|annual leave),
  (dropped|lost) (my|her|his|the) (remote|phone|glasses|keys|pen|bag|purse|teeth|hearing aid), had (my|the|a) flu jab,
  (got|get|getting) (battered|hammered|thrashed|slaughtered|murdered) again, what a shot, (jammed|crashed|crashing|crashes) (again|on me),
  (app|system|laptop|computer|phone|tablet|printer|website|portal) ~ (crashing|crashed|crashes|frozen|freezing|jammed|died|dead|stuck|failed|down), crash course,
  (temp|temps|temperature|temperatures) ~ (fall|falling|drop|dropping|tonight|tomorrow|outside|minus), (minus|drop to|fall to) (#n|#o), (temp|temps|temperature) ~ (fall|falling|drop|dropping|go|going) [down] [to|below] [#n|#o],
  (mobile|phone) (down|in) the (loo|toilet|bath|sink), its dead, (head|it) ~ doing my head in, doing my head in, smashed (it|that|my|the) [driving|theory] [test|shift|exam|target|interview],
  (car|phone|windscreen|screen|mot|tyre) ~ (cracked|failed|scratched|smashed screen), hit a (pothole|kerb|nail|puddle|bird|pheasant), fish and chips, petrol station, stop for petrol, get petrol, put petrol in, petrol light, petrol money, petrol receipt, no petrol
`)

/** Illness and loss in the sender's own family: a reason to be away, when a care worker or manager writes it. */
export const HARMLESS_FROM_STAFF: readonly string[] = list(`
  ,
  (this|it|call|visit|going|gonna|will|to|might) [is] [going] [to] run over, dying [she] [means] her hair,
  bed [was|is|and sheets] [all] (soaked|soaking|wet) [through], no clean (sheets|pads|clothes|towels|bedding),
  i am not well at all [temp|temperature] [of|is] [#n|#o|#h], (temp|temperature) [of|is] (#n|#o|#h) and (everything|aching|i|my), (stop|stopped|stopping|pull over|pulled over) [to|and] [be] sick,
  my (mum|dad|mother|father|nan|gran|sister|brother|husband|wife|partner|son|daughter|kid|baby) ~ (rushed|taken|admitted|blue lighted) ~ hospital,
  [my|our] (son|daughter|kid|kids|baby|little one|child|children|boy|girl) [is|are|was|has been|been|is really|is very|are all|has] [really|very|been] (sick|ill|poorly|unwell|not well|vomiting),
  my (mum|dad|mother|father|nan|gran|sister|brother|husband|wife|partner) [is|was|has been|been] [really|very] (sick|ill|poorly|unwell|not well),
  i am [really|so|very|a bit|quite|feeling|feeling really] (sick|ill|poorly|unwell|not well|dizzy),
  (i|am|still|bit|a bit|really|so) (feel|feeling) [really|so|a bit|very] (sick|ill|poorly|unwell|rough|awful|terrible|dizzy|funny),
  not (feel|feeling) [very|too|at all|so|really] (well|good|great),
  (feel|feeling) [really|so|a bit|very] (sick|ill|poorly|unwell|rough|awful|terrible), high temperature,
  in (bed|pain) with my back, pain in my (back|tooth|stomach|ear|knee|foot|shoulder),
  (back|tooth|period|stomach|tummy) pain, vomiting, puking,
  (hurt|sprained|hurting) my (back|knee|ankle|foot|shoulder|neck|toe), sweating, my back hurts, sprained my ankle,
  toothache, feverish, shivering, i am not well, with a (high temperature|bad back), chest infection
`)
