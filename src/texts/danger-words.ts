/**
 * Classes of words out of which cries for help are put together (danger-rules.ts says how). A word belongs here when it
 * is said of people who need somebody; the class is its meaning, so that a wording nobody thought of is still heard.
 * The lists are for a care manager to review; no program shortens them.
 */

/** Each class with its words, as people write them. */
export const DANGER_OF_BODIES: Readonly<Record<string, string>> = {
  part: `head face eye eyes ear ears nose mouth lip lips tongue teeth gum gums jaw neck throat shoulder shoulders arm arms
    elbow wrist wrists hand hands finger fingers thumb chest breast breasts rib ribs spine belly stomach tummy abdomen
    groin hip hips buttock buttocks sacrum leg legs thigh thighs knee knees calf calves shin shins ankle ankles foot
    feet toe toes heel heels skin scalp cheek cheeks forehead eyebrow bone bones pelvis genitals nostril tendon nails
    fingernails toenails bum backside bottom tooth eyelid eyelids pupil pupils temple kidney bladder stump limb limbs`,
  brokenly: `broken broke fractured fracture snapped dislocated crushed severed sliced slit slashed gashed ripped torn bleeding
    burst blue purple grey mottled dusky numb paralysed paralyzed limp floppy drooping droopy drooped dropped lopsided
    wonky scalded burnt burned crooked shattered smashed impaled stabbed pumping spurting useless dead closing black`,
  oddly: `swollen swelling swelled swell puffy inflamed red yellow pale weak tingling twisted bent bruised weeping oozing
    leaking seeping sunken sore hurting hurts painful throbbing aching ached infected smelly blistered blistering
    peeling raw lump lumpy funny weird strange worse massive enormous ballooned discoloured itchy rash locked
    trembling shaking tight tightness pain pains sunk bulging bleeds cracked split grazed scraped trapped caught angry
    huge`,
  knock: `banged bashed bumped whacked smacked cracked knocked hit clonked clouted gashed sliced split grazed bang bash bump
    whack smack knock crack smashed struck walloped dinged thumped cuts cutting gash slit slashed caught trapped burnt
    burned scalded slammed twisted jarred squashed crushed jammed stubbed skinned scraped`,
  harmed: `injured wounded scalded stabbed electrocuted concussed concussion winded impaled pinned poisoned strangled
    throttled drowned suffocating suffocated smothered paralysed convulsed crushed knifed glassed maimed mauled
    savaged`,
  felled: `fell fallen falls tumbled toppled topples toppling keeled collapsed collapse slumped slumping crumpled buckled
    sprawled capsized cowped couped tummled faceplanted plummeted fall tumble cropper header fallin faceplant slipped
    tripped skidded falling`,
  down: `floor ground deck carpet lino tiles rug pavement path driveway kerb gutter patio lawn grass hallway landing
    doorway stairwell doorstep bathmat concrete`,
  lain: `lying laying laid lies lain sat sitting stuck found sprawled curled crawling crawled kneeling slumped wedged flat
    facedown hurled flung huddled motionless heap`,
  senseless: `unconscious unresponsive lifeless motionless comatose unrousable unarousable fainted fainting faints blackout
    convulsing convulsion convulsions seizure seizures twitching jerking frothing foaming gurgling choking choked
    chokes gasping gasped suffocating wheezing asphyxiating slurring slurred haemorrhaging hemorrhage haemorrhage
    stroke sepsis septic anaphylaxis anaphylactic cyanosed concussed catatonic vegetative fitted`,
  colour: `colour color shade`,
  ailing: `unwell poorly ill ailing weak weaker faint dizzy drowsy groggy lethargic listless sluggish woozy lightheaded giddy
    unsteady wobbly shaky shivering shivery feverish clammy sweating sweaty sweats pale pallid ashen peaky grey
    jaundiced yellow blotchy flushed dehydrated confused muddled disorientated disoriented delirious hallucinating
    rambling babbling incoherent agitated distressed distraught upset tearful weepy crying sobbing wailing moaning
    groaning screaming whimpering hysterical panicking panicky terrified petrified frightened scared fearful paranoid
    withdrawn depressed suicidal vomiting vomited puking puked retching heaving nauseous bilious incontinent soiled
    soaked drenched freezing frozen wheezy chesty breathless puffing panting coughing rattly poisoned deteriorating
    deteriorated declining worsening worse frail emaciated skeletal starved parched dehydration bruised swollen
    constipated impacted drunk intoxicated sozzled stoned drugged sedated unkempt undressed naked struggling suffering
    hurting agony pain tender sore trembling shaking quivering spaced vacant unfocused glazed staring zonked febrile
    hypothermic overheated overheating sunstroke bleeding tremor tremors spasm spasms cramps inconsolable traumatised
    shocked clutching hunched doubled writhing boiling hyperventilating peculiar unresponsive mithered jittery`,
  vital: `breathe breathing breath swallow swallowing speak speaking wake waking rouse rousing stir stirring respond
    responding move moving stand standing walk walking bear lift grip wee weeing pee peeing urinate urinating poo
    pooed recognise recognised transfer cough react reacting communicate concentrate balance`,
  gravely: `breathe breathing breath swallow wake waking woken rouse rousing roused stir stirring respond responding react
    reacting`,
  cannot: `not no never unable cannot hardly barely scarcely stopped struggling struggles struggled struggle fails failed
    failing difficulty trouble labouring laboured refuses difficult hard stops stop without ceased`,
  dead: `dead died deceased expired perished kpai rigor lifeless`,
  despair: `suicide suicidal overdose overdosed overdosing noose ligature razor selfharm selfharming hanged hanging drown
    euthanasia dignitas hopeless worthless burden`,
  dying: `die dying death dead expired`,
  wanting: `want wants wanted wanting wish wishes wished wishing hoping prefer ready begging begged asks asking asked
    threatening threatened threatens planning plans plan going gonna thinking thoughts talk talks talking talked said
    says saying tells told keeps rather better`,
  endings: `end ending finish finishing kill killing jump jumping hang harm harming disappear overdose`,
  oneself: `herself himself myself themselves life lives it everything`,
}
