/** Classes of words for what endangers people from outside: the house, other people, medicines, kit and the road (danger-words.ts has the body's). */
export const DANGER_AROUND: Readonly<Record<string, string>> = {
  gasses: `gas fumes monoxide petrol paraffin butane propane ammonia chlorine`,
  smelling: `smell smells smelling smelt stink stinks stinking whiff leak leaking leaks leaked hissing hiss escape escaping
    reek reeks reeking pong odour strong full filled fill`,
  burning: `smoke smoky smoking fire blaze ablaze flames flame burning burnt smouldering smoulder singed scorched scorching
    sparking sparks melting melted sizzling charred alight fumes overheating explosion exploded bang electrocuted
    shock arcing`,
  homething: `house home kitchen flat room bedroom bathroom lounge hall cooker hob oven stove grill pan toaster heater blanket
    socket sockets plug plugs wire wires wiring cable fuse fusebox boiler candle cigarette curtain curtains carpet
    sofa microwave fridge freezer washing dryer lamp light bulb telly kettle iron cupboard loft ceiling hoist building
    block stairwell meter bin bungalow garage shed mattress duvet extension`,
  lefton: `left leaving still lit on`,
  cookers: `cooker hob oven stove grill gas iron heater chip candle candles ring rings tap taps bath`,
  waters: `water sewage leak leaking flood flooding flooded burst pouring gushing dripping`,
  coming: `pouring gushing through ceiling everywhere burst flooding flooded leaking dripping coming floor walls electrics
    lights socket sockets ankle inches deep`,
  alarms: `alarm alarms detector monitor pendant lifeline siren`,
  sounding: `going sounding beeping bleeping ringing blaring off triggered activated screaming screeching shrieking pressed
    pulled wailing flashing`,
  struck: `hit hits hitting punch punched punches punching kick kicked kicks kicking slap slapped slaps slapping bite bites
    biting bitten bit scratch scratched scratches scratching spit spat spits spitting strangle strangled strangling
    throttle throttled choke choking choked grab grabbed grabs grabbing grope groped groping pinned shove shoved
    shoves shoving push pushed pushes pushing attack attacked attacks attacking assault assaulted assaulting beat
    beats beating beaten headbutt headbutted headbutting elbowed thump thumped thumps thumping clobbered lamped decked
    walloped smack smacked smacks smacking whack whacked whacks clout clouted restrain restrained restraining drag
    dragged dragging yank yanked yanking corner cornered cornering molest molested molesting rape raped chase chased
    chasing chases stalk stalked stalking stabs stab stabbed threaten threatened threatens threatening intimidate
    intimidated intimidating bully bullied bullying harass harassed harassing terrorise terrorising abuse abused
    abuses abusing hurt hurts hurting nipped nips nip pinch pinched pinches pinching poke poked prodded tackled follow
    follows followed following tailing tailed shadowing lunged manhandled mauled savaged whipped caned kissed kissing
    licked fondle fondled fondling squeezed undressed ambushed jumped rammed shook shaken shaking`,
  someone: `me us her him them herself himself mum mother dad father nan gran grandma grandad grandpa wife husband lady client
    daughter son nurse sister brother baby kids kid child children neighbour`,
  menaced: `me us`,
  comesat: `flew lunged lunging swung swinging swings threw throwing throws chucked lashed lashing launched hurled lobbed spat
    shouting screaming yelling swearing swore snarling snarled growling growled barking waving waved pointing pointed
    raised raising shouted screamed yelled`,
  weapon: `knife knives gun shotgun pistol rifle machete sword axe hatchet crowbar weapon taser acid dagger blade cleaver
    firearm`,
  makeshift: `hammer scissors bat stick poker bottle screwdriver spanner brick fork glass pan plate chair walking crutch chisel
    iron vase remote mug cup fist fists`,
  wielding: `waving waved waves holding holds swinging swung swings threatening threatened threatens threw throwing throws
    throw chucked chucking lobbed hurled brandishing pointing raised raising hit hitting clutching came chased`,
  beast: `dog dogs alsatian rottweiler staffy staffie pitbull bulldog husky bully hound rat rats wasps bees snake collie
    terrier jackrussell swan bull`,
  savage: `bit bite bites biting bitten attack attacked attacking nipped mauled lunged lunging growling growls growled
    snarling snarled snapped snapping aggressive vicious savaged pinned chased chasing charging jumping baring`,
  lurking: `lurking lurks loitering prowling prowler stalker stalking flasher hanging sitting parked outside staring watching
    following followed waiting banging hammering knocking peering trying hovering tailing circling shouting swearing
    moving walking creeping hiding noises noise footsteps climbing getting`,
  stranger: `man men bloke blokes guy guys lad lads youth youths teenager teenagers stranger strangers gang gangs weirdo drunk
    junkie burglar intruder somebody someone people kids hoodie hoodies figure boys druggies addicts addict dealer
    dealers ex boyfriend squatter squatters fella fellas chap chaps woman women`,
  intruding: `inside house flat garden bedroom room window shed kitchen lounge hallway loft attic`,
  robbing: `burgled robbed mugged ransacked stolen stole nicked pinched thieved thieving theft scammed scam conned swindled
    defrauded fraud fraudster ripped missing gone taking takes steals stealing draining emptied withdrawn exploited
    exploiting took taken steal robs rob pinching nicking empty`,
  riches: `money purse wallet cash pension jewellery card cards bank savings handbag pin medals watch chequebook account
    valuables necklace inheritance tv laptop`,
  captive: `locked tied strapped restrained gagged chained trapped imprisoned held bolted barricaded shut prisoner captive
    wedged pinned stuck cornered stranded confined`,
  snare: `toilet loo bath bathroom shower hoist sling lift chair recliner bed rails commode wheelchair stairlift cupboard
    shed wardrobe garden balcony cellar basement fence door riser frame`,
  gonemissing: `missing vanished disappeared absconded escaped wandered wandering walkabout runaway awol`,
  nowhere: `nowhere anywhere`,
  child: `child children baby babies toddler toddlers kid kids infant grandchild grandchildren newborn grandson
    granddaughter`,
  forsaken: `alone unattended unsupervised abandoned unaccompanied deserted neglected themselves himself herself own`,
  meds: `meds medication medications medicine medicines tablet tablets pill pills insulin morphine oramorph warfarin
    paracetamol codeine patch patches drops antibiotic antibiotics inhaler digoxin apixaban antipsychotic methadone
    diazepam lorazepam zopiclone tramadol fentanyl thinner thinners dose doses dosage dosette blister nomad injection
    steroid steroids laxative aspirin furosemide metformin levothyroxine heparin clexane statin sedative painkiller
    painkillers epilepsy mar marr venalink pod pods controlled`,
  misgiven: `wrong double doubled twice two extra too many someones somebody else elses another wrongly mixed mix muddled
    swapped error mistake mistakenly accidentally accident spilled spilt spat hidden hiding hoarding stashed stashing
    stockpiling overdose whole entire packet bottle everything both yesterdays overdosed already again tomorrows
    instead expired`,
  gotmeds: `gave given give giving took taken take taking had swallowed swallow administered administer dispensed`,
  lacking: `no without run ran missing missed empty forgot forgotten none gone short low omitted skipped refused refusing
    refuses dropped undelivered unavailable spat lost overdue`,
  kit: `hoist oxygen concentrator cylinder catheter peg stoma feed pump driver pendant ventilator cpap nebuliser cannula
    tracheostomy trachy tube wheelchair walker frame commode stairlift sling slings mattress profiling bedrail
    bedrails convene colostomy bag ramp alarm crutches picc rails`,
  failing: `broken broke stuck stopped leaking leaked blocked empty bypassing pulled snapped failed failing faulty dead jammed
    deflated disconnected collapsed ripped torn bust busted kaput knackered detached displaced loose missing burst
    malfunctioning unplugged malfunction alarming overflowing dislodged fell slipped flashing`,
  neglect: `neglect neglected filthy squalor maggots faeces feces urine poo excrement vermin cockroaches infested infestation
    unwashed mouldy rotting rotten rancid stench hoarding soiled emaciated malnourished starving starved bedsore
    bedsores ulcer ulcers sores fleas lice bedbugs bruise bruises bruising fingermarks safeguarding abuse abusive
    abused abuser coercion coercive slavery trafficking molested`,
  stark: `haemorrhage haemorrhaging hemorrhage bleed bled bleeding blood bloodied bloodstained gushing laceration lacerated
    ambulance paramedic paramedics defib defibrillator cpr resus resuscitate resuscitation tourniquet electrocuted
    unconscious unresponsive asphyxiated suffocating drowning drowned hypothermia anaphylactic epipen strangled raped
    rape molested kidnapped abducted hostage stabbed stabbing knifepoint gunpoint gunshot bomb explosion exploded
    arson suicide suicidal noose sepsis septic meningitis aneurysm cardiac tachycardia arrhythmia embolism clot
    concussion concussed convulsing convulsions hypo hypoglycaemic ketoacidosis seizure seizures`,
  crash: `crash crashed crashing collided collision skidded skidding skid aquaplaned spun overturned rolled flipped pranged
    prang ditch hedge rearended shunted shunt wrapped swerved written totalled smashed ploughed clipped whiplash
    airbag airbags`,
  roadthing: `car van bike moped scooter lorry bus motorbike truck taxi vehicle tree wall lamppost kerb pole deer bollard
    cyclist pedestrian driver tractor hgv`,
  afraid: `scared frightened terrified petrified panicking unsafe threatened intimidated shaken trembling sobbing crying
    bawling tears traumatised harassed unnerved spooked vulnerable endangered uneasy`,
  rescued: `hospital ambulance doctor gp 111 999 a&e nurse paramedic paramedics casualty police firemen coastguard`,
  calling: `needs need called call calling rung rang ring ringing phoned phone phoning urgently required dialled dial dialed
    getting get send asked asking`,
  labour: `labour contractions miscarriage miscarrying miscarried waters pregnant`,
  wahala: `wahala palava trouble emergency disaster crisis catastrophe danger dangerous hazard peril`,
  foreign: `pomocy ratunku upadla upadl krew karetka pozar wypadek nieprzytomna nieprzytomny oddycha ajutor ajutati cazut
    sange ambulanta incendiu bachao madad gayi khoon aag behosh tulong saklolo nahulog dugo sunog nahimatay socorro
    ayuda sangre incendio caiu cayo desmayo auxilio padla padnala yardim`,
  obs: `sats bp bm bms sugar sugars pulse temp temperature spo2 obs ketones glucose resps news2`,
  figure: `high low dropping dropped rising falling raised hi dangerously down up degrees`,
  fluids: `eat eating eaten drink drinking drunk food fluids fluid meal meals dinner breakfast lunch supper tea urine wee pee
    poo bowels water toilet wees motion`,
  since: `since days day yesterday last week all night hours`,
  seeing: `seeing sees hearing hears saw talking`,
  phantoms: `spiders voices things insects bugs ghosts ghost cats rats children people faces snakes demons devil`,
  private: `bum breast breasts boob boobs chest crotch privates willy penis groin thigh genitals arse bottom knickers bra
    thing`,
  touching: `touch touched touches touching rub rubbed rubbing stroke stroked stroking grab grabbed grabbing grope groped
    squeeze squeezed pinch pinched pat patted feel felt slapped expose exposed exposing flash flashed got getting put
    puts putting`,
  lewd: `sexual sexually sexy sex porn pornography indecent lewd pervert perv pervy sleazy masturbating wanking erection
    orgasm aroused fondling groping horny randy undressing flasher`,
  hate: `racist racism racial slur slurs sexist homophobic nigger paki terrorist verbally swearing swears insults insulting
    insulted obscenities abuse`,
  filming: `filming filmed recording recorded photographing photos videos camera cameras spying`,
  behindme: `behind following follows tailing`,
  skidding: `skidded skid skidding spun aquaplaned swerved rammed shunted overturned flipped embankment airbag airbags whiplash
    wrapped ploughed collided`,
  sense: `sense recognise recognised recognising`,
  sendfor: `send sending need want get come`,
  helper: `someone somebody anybody anyone boss manager supervisor senior help backup assistance support police doctor nurse
    ambulance ambulans fire brigade`,
  quickly: `asap quick quickly now urgent urgently please pls immediately fast hurry straight`,
  marks: `marks mark marking fingerprints handprint handprints fingermarks scratches welts burns cuts wounds scar lumps`,
  flinching: `flinch flinches flinched flinching cowers cowering cowered recoils winces wincing`,
  forbidding: `let allow allowing letting allows lets`,
  catching: `caught alight light fire`,
  collapse: `come came coming fell fallen collapsed caved down`,
  structure: `ceiling roof wall chimney floorboards stairs banister window plaster beam bannister shelf wardrobe`,
  savings: `money pension savings benefits card cards bank pin purse wallet inheritance will house bungalow`,
  signing: `sign signed signing transfer transferred withdraw`,
  flat: `flat`,
  notthere: `bed room home house chair`,
  crisis: `heart lungs kidneys organs`,
  mine: `me my i us our`,
  finding: `find finding found see seen locate trace reach contact`,
  handing: `given gave giving give gives handed handing lent sent transferred paid paying withdrew`,
  conman: `bloke man men stranger caller someone somebody online internet roofer builder tradesman workmen facebook lottery
    salesman`,
  sizes: `size big large thick`,
  likea: `twice double triple football melon egg eggs balloon golf tennis orange grapefruit lemon elephant elephants`,
  ingesting: `drink drinks drank drunk drinking swallow swallows swallowed swallowing eat eats ate eaten eating lick licked
    licking sip sipped chew chewed chewing inhaled inhaling`,
  poison: `bleach cleaner cleaning detergent disinfectant antifreeze paraffin petrol perfume aftershave sanitiser sanitizer
    shampoo soap polish dettol zoflora domestos battery batteries coin coins magnet weedkiller poison mouthwash needle
    glass liquid chemical chemicals whisky vodka ink paint glue pod pods capsule capsules thinner turps descaler
    ammonia`,
  strongly: `strong strength power feeling control use`,
  rampage: `break breaks breaking broke smash smashes smashing smashed throw throws throwing threw shouting shout shouts
    screaming kicking punching fighting fight fights swearing raging`,
  breakable: `plates plate cups things furniture door doors window windows glass glasses wall walls everything house chairs
    table tv dishes stuff bottles each fighting shouting`,
  sagging: `down drop dropping drooping hanging sliding slipping slip slide fall falling sagging dropped side`,
  opened: `open opened opening showing exposed visible through hole bone flesh muscle tendon`,
  flesh: `skin wound bone bones flesh sore heel leg arm hip sacrum bottom backside back`,
  face: `face mouth eye lip eyelid cheek smile`,
}
