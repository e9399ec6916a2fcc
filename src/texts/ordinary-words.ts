/** More ordinary words that stand near a word of the grammar, and must not be taken for a slip in writing it (a case is no chase, an angle no ankle). */
export const ORDINARY_WORDS: readonly string[] = `
raise release except module super offset possible exist base thread white private remove local scale center native right group space second style property direct header purchase case format install simple filter condition
override loader disable improve support point extension static display flush quote code person download abort depth certain appear meaning angle cached highlight task move older across background however other mail worker
whatever frozen level contract happen prefer failure delete whenever response attach input assign evaluate update target closer discard output compute count newer become expire easier letter checker apply skip complete
incomplete chore overhead framework shortcut spinner react rely copy layer score fact exit print thumb finger schedule startup button issue safely trace click map weight derive outline scanner among discover cell slow
notable acceptable strip image ignore group time instruction pause loop curse benefit behave stream route elsewhere cloud lifetime reasonable manager few service badge activate whereas monkey recognize pickle forever outgoing haven promote
bypass inject somewhat folder belong insert feedback milestone round cancel homepage vice lock offer fault chart switch pull clear alice split clone slice casing leftover overall somehow handy alongside lead daylight reach
stray continue visitor fold attack machine overlay radial baseline team treat graceful picture notice carefully wait proud ending skipper altered screenshot reachable drawn drew drawing withdrawn patient driver outstanding slack concern wording
lightweight keyboard greet understanding resort refresh stub track collision sake snake rating shape account behalf prefers throughout meeting seek line valuable gateway winner approximate serve replay denial sane ongoing launch jitter
period sort footnote became sometime stopping footprint outcome decide recorder leeway mask workspace youtube recover thereby pick landline bond blond printer order indefinitely understand complaint bigger runner informative bucket accent box stay
strong stronger clash grain collect logout chain trade stand degree frame sole stack mislead desktop prone spin peak credit offend uptime figure hole positive advise power fill voicemail pool beside free curry spice remember
explode playground offline front pointless spring violet sloppy handing handed hander noted noting notebook paying paid payed parted painted planted pointed painting pleasant pleased leased released increased decreased deceive received receive receipt recipe
reason season seasons lesson lessons listener mister minister sinister blister sister twister filter falter halter alter altar later lather leather feather weather whether gather rather father bother brother mother smother another hamper damper temper pamper paper piper viper wiper
stamp stamps swamp clamp champ cramp tramp ramp camp lamp lump dump bump jump pump stump plump slump thump clump hump rump grump trump broad board bread beard heard hoard horde herd bird third word ward warden garden harden burden
straw strap strand grand brand stand gland bland blend bland blind blink drink brink brick trick prick thick stick slick click flick quick quack quake shake stake snake flake brake drake awake awaken walker talker baker maker taker
angel angles ankles uncle candle handle bundle bottle kettle cattle battle rattle settle metal medal pedal petal total postal pastel castle hustle bustle rustle wrestle whistle thistle bristle
grate great grater crater creator cater later water waiter writer winter hunter punter printer painter pointer planter
chase chased choose cheese chess chest chests quest guest guess guessed blest crest wrest west best test testy tasty toasty roast coast boast toast boost boots boats coats goats moat moan moon noon soon spoon spoons
clock clocks block blocks flock stock stocks socks rocks locks knocks docks ducks trucks tracks cracks snacks racks packs backs sacks
fault faults vault salts halts malts belts melts felts pelts tilts tilt silt stilt quilt quilts guilt built
mopping mapping napping tapping wrapping wrapped dropping chopping shopping hopping popping stopping topping copping coping
cheap cheat cheer chair chain chalk chart charm charity charge charges change changes chance chances dances glances
chill child chilly hilly silly jelly belly bell bells bills pills fills hills mills wills walls calls balls halls malls falls
bored boarding hoarding boring scoring scored storing pouring soaring sparing sharing staring starring stirring string strings stings things thongs songs wings kings rings swings brings springs
cleaner clever clearer dearer nearer hearer bearer wearer wearing bearing hearing tearing clearing fearing gearing nearing rearing steering cheering
heating beating seating eating meeting greeting sleeting sheeting shooting shouting scouting spouting routing
hunger hanger anger ranger danger dangle tangle tingle single jingle mingle shingle
bleach beach peach peace reach teach each preach breach
lunch bunch punch munch hunch launch branch ranch bench french trench wench
blanket planet magnet basket casket gasket bracket jacket packet ticket cricket wicket racket rocket pocket socket locket
stitch switch witch pitch ditch hitch kitchen glitch
dribble drizzle dazzle puzzle muzzle nozzle sizzle fizzle
sauce sausage salad soup stew pie pies peas beans ham lamb pork beef salmon tuna cod haddock trout prawn roast gravy custard trifle yogurt yoghurt banana apple orange grape grapes pear plum peach melon berry berries strawberry tomato potato carrot onion cabbage lettuce
porridge cereal weetabix marmalade jam butter margarine honey biscuit biscuits crisps chocolate sweets toffee scone scones pudding crumble jelly icecream sandwich sandwiches crumpet crumpets muffin bagel pasta pizza noodles curry rice lasagne
jigsaw knitting crochet sewing crossword puzzle bingo dominoes cards scrabble telly radio programme film films soap episode series news newspaper magazine magazines album albums garden gardening flowers roses plants seeds
birthday anniversary wedding party barbecue christening church chapel mosque temple choir club lunch outing trip holiday seaside caravan beach cruise concert theatre museum market supermarket tesco asda aldi lidl morrisons sainsburys boots
hairdresser podiatrist chiropodist optician dentist physio occupational therapist carpenter electrician gardener window cleaner milkman postman decorator
cardigan jumper trousers skirt dress blouse shirt shirts tights slippers socks vest pants knickers nightie pyjamas dressing gown coat scarf gloves hat glasses spectacles hearing aid dentures
sheet sheets duvet pillow pillows blanket blankets towel towels flannel flannels curtain curtains carpet rug mat table chair chairs sofa recliner cushion cushions stool lamp shelf cupboard drawer drawers wardrobe
timesheet payslip mileage invoice expenses pension contract annual leave holiday training course module certificate reference dbs uniform tunic lanyard badge password login username account update version tablet screen
talented spoken stolen golden wooden woollen linen siren sirens serene screen screens scream creams creamed
cramped cramming grooming booming zooming rooming roaming foaming coaming combing climbing
wealth health healthy wealthy stealth
mice nice price prices slice spice twice advice device voice choice juice
planned planner plannable plane plain plants plaster
dates daters rates plates slates skates states stakes steaks streaks
`
  .trim()
  .split(/\s+/)
