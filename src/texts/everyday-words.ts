/** Ordinary words that are never taken for a misspelling of one the grammar knows (a mate is not late, a joke no choke). */
export const EVERYDAY_WORDS: readonly string[] = `
a about above accept after again ago all allow almost alone along already also always and another any anyway apart are area as ask asked at away awful
baby back bad bag bake bank bar bare base bath bathroom be beach bear beat because bed been beer before begin being believe expect expecting bell below best better between big bill bird birthday bit bite black blame
bless bloody blow blue board boat body boiler book books boot both bottle bottom box boy boys bread break breakfast bring brother brought brown brush build building bulb burger burst bust busy but buy by bye
cake call called calls came can card cards care careful cars cat catch caught cause chair chance change changed charge charger chat cheap check checked cheese cherry chess chicken child children chill chips choose church city class
clean cleaned cleaning clear cleared client close closed clothes coat code coffee coke cold college colour come comes common company cook cooker cooking cool corner cost cough could count country couple course court cousin cover cream
cross crowd cry cup cuppa curtain cut daily dairy damn dance dark darling dash date dates daughter day days deal dear decide deep deliver delivery dentist desk did diet different difficult dinner dirty dishes do doctor does dog doing
done door doors dose double down dream dress dressed drink drive driver driving drop dropped dry due during dust duty each ear early easy eat eaten edge egg eggs either else email empty end enjoy enough entire even evening ever every
everything exact exam except excuse extra eye eyes face fact fair family fan far farm fast fate father feed feel feeling feet fell felt few file fill filled filling fine finger finish first fish fit five fix flag flame flash flat
flight flies flood flooded flour flower flowers fly fog foggy follow food foot for forget forgot form forms forty found four free freezing fresh friday friend friends fridge from front fruit fuel full fun funny gain game garage garden
gate gave gear get getting gift girl girls give given glad glass gloves go god goes going gone good got grab grand great green ground group grow guess guy guys habit had hair half hall hand hands hang happen happened happy hard has
hat hate have having he head heading hear heard heart heat heating heavy held hell hello help her herself hey hi high hill him himself hint his hit hiya hold holiday home honest hope hoping hospital host hot hour house how hug hun hundred hungry
hurry hurt husband i ice icy idea if in inform inside instead into iron is issue it item job join joke joking july june jump just keen keep keeps kept kettle key keys kick kid kids kind kindly king kitchen knee knew knock know known
lace lack lad lady lake lamp land lane laptop large last laugh laundry law lay lazy lead leak learn least leave leaves left leg legs lend less lesson let letter level library lid lie life lift light lights like line lipstick list listen little live lives
living lock locked lol long look looking lose lost lot lots loud lounge love loved lovely low luck lucky lunch machine mad made mail main make makes making man manager many map mark market mate matter may maybe me meal meals mean means meat
meds meet meeting men mental mess message met middle might mile milk mind mine miss mobile mom moment money month months moon more morning most mother mouth move moved much mug mum music must my nail name nap near nearly need needed
needs never new news next nice niece night nights nine no nobody noise none normal north nose not note notes nothing now number numbers nurse odd of off offer office often oil old on once one only onto open opened or orange order other
our out oven over own page paid pain paint pair pan paper paracetamol parcel park parked parking part partner party pass past path pay payslip pen people person pet pharmacy phone photo pick piece pill pills pink pipe pizza place plan plane plate play
please plenty plus pocket point police poor post potty pound pour power prefer press pretty price print promise proper properly pub pull purse push put quick quickly quiet quite race rain rained raining ran rang rate rather reach read ready real really reason
red refuse regards remember remind reply report rest return rice ride right ring road roads room rooms rota round route rub rubbish rule run running rush sad safe said sale salt same sandwich sat satnav saturday save saw say says school
sea seat second see seem seen send sent serious service set seven shall shame share she sheet sheets shelf shift shirt shoe shoes shop shopping short shot should shout show shower shut side sight sign signal since sing sink sir sister sit site sitting
six size skin sky sleep slept slip slow slowly small smart smell smile smoke smooth snack soap sock socks sofa soft soil some someone something sometimes son song soon sort sound soup south space speak special speed spell spend spoke spoon
spot staff stairs stamp stand star start started starting state station stay stayed step stick still stood stop store storm story straight street strong stuck study stuff such sugar sun sunday sunny supper support suppose sure surgery sweet switch
table tablets take taken talk tall tap taste taxi tea team tell ten test text than thank that the their them then there these they thing things think third this those though thought three through throw ticket tide tidy tie till time times tin tired
to toast today toe together toilet told tomorrow tonight too took tool tooth top touch tour towel town toy track train training trash travel tray treat tree trip trousers truck true trust try trying turn tv twice two type umbrella uncle under
understand uniform unless until up update upset upstairs us use used usual usually van very video visit visits voice wage wages wait walk walked walking wall want wanted warm was wash washed washing waste watch water way wear weather wedding week
weekend weeks weight well went were west wet what wheel wheelchair when where which while white who why wide wife will win wind window windows wine winter wish with without woke woman women won wonder wood wool word work worked working world worry
worse worst would write wrong yard year years yellow yes yesterday yet you young your yours xx xxx xo haha hahaha omg btw fyi lmao lols babe babes bach cariad love duck pet mate boss madam maam ma sir po oga abeg dear
alex alan amy andy angela anita ann anna anne annie barbara ben beth bill bob brenda carol cath chloe chris claire dan dave dawn debbie denise donna dot ed elaine eileen ella emma eve fay fiona frank gail gary gemma george gill grace hannah harry hazel heather
helen holly ian jack jackie jade james jan jane janet jean jenny jess jill jim jo joan joanne joe john joy joyce judy julie kar karen kate kath kay kayla keith kelly ken kerry kim laura leanne lee lena lesley lily linda lisa liz lorna louise lucy lyn maria marie mark mary mel
michelle mike molly nat nick nicola nina pam pat paul paula pauline pete peter phil rachel ray rita rob ron rosa rose ross ruth sally sam sandra sara sarah sean shaz sheila sian simon stella steve sue susan tara tess tina tom toni tony tracey tracy val vera vicky wendy will zoe
loose motion kitten mitten bitten written kissed mixed wished fished dished hissed listed lasted tasted wasted hosted posted soft lift gift sift arrive alive driven given liver river silver clever never lever fever
fast cast mast vast past chose chosen frozen broken woken token taking making baking waking raking caking faking shaking
joking poking smoking soaking looking cooking booking hooking parting starting carting
flying lying dying trying crying drying frying spying
breaking speaking leaking breathe bathing bathed feeding reading leading heading needing breeding
fallon mason falling calling galling telling selling smelling spelling yelling
store stories stoke stroll strike stripe strobe
gasp gash grass glass class pass mass cover hover lover rover clover
chip chap chop shop ship sleeping steeping sweeping slipper slippers slippery zipper dipper
lately latest later lateness lattes latte letter litter latter ladder bladder sadder
coming homing combing cuming becoming welcome income outcome
finest finance final finally finder find finding
earliest latest soonest max tops minimum maximum definitely roughly basically honestly obviously literally unfortunately hopefully actually apparently currently shortly asap fingers crossed promise absolutely completely totally certainly thankfully sincerely faithfully warm wishes kindest respectfully lived loved lines liked likes limes limited
sack sock suck silk sink sice rick rich pick nick wick tick kick lick
mused fussed messed massed tossed passes passing password passport passenger missy missus misted
hen pet duck ducky lass lassie mun boyo butt butty bab bach cariad chuck petal treacle flower marra chief bruv fam guvnor hinny chick babes doll darlin sweetie sweetheart sugar cock cocker mush geezer pal buddy gaffer wifey missus inshallah mashallah alhamdulillah amen halleluiah praise
`
  .trim()
  .split(/\s+/)
