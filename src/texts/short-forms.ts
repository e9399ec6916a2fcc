/**
 * How people write words when they are tired: contractions, text-speak and the misspellings that a one-letter rule
 * would not catch. Left what is meant, right how it is written (without its apostrophe).
 */
const MEANT_AND_WRITTEN = `
# not
can not: cant cannot cnt cnat carnt canny
will not: wont wnt
would not: wouldnt wudnt
could not: couldnt cudnt
should not: shouldnt
do not: dont dnt
do not know: dunno idk
does not: doesnt dosent dosnt
did not: didnt didn
have not: havent havnt
has not: hasnt
had not: hadnt
is not: isnt aint
are not: arent
was not: wasnt
were not: werent
might not: mightnt
need not: neednt
not: nt nit
# pronouns and verbs
i am: im iam
i have: ive
i would: id
you are: youre
you have: youve
you will: youll
he is: hes
she is: shes
they are: theyre
they have: theyve
they will: theyll
we have: weve
it is: its
that is: thats
what is: whats wots
who is: whos whose
where is: wheres
there is: theres
here is: heres
how is: hows
nobody is: nobodys noones
someone is: someones
it will: itll
she will: shell
it would: itd
let us: lets
you: u
your: ur yr
are: r
and: n
be: b
i will: il
have: ave hav av
been: bin
have to: gotta
going to: gunna gonna gna gon
going to be: gonnabe
going: goin
want to: wanna
let me: lemme
give me: gimme
should: shud
would: wud
could: cud
will: wil
done: dun dne doen
when: wen
with: wiv wif
over: ova ovr
there: der ther thr
# one word or two
nobody: noone
no reply: noreply
no answer: noanswer
nobody is: nooneis
anyone is: anyones
everyone is: everyones
not safe: notsafe
on call: oncall
a lot: alot
overrun: overun
good morning: goodmorning
# time and number words
minutes: min mins minute mns minuts minuets minits minites mints minut minuti minutos mis mim mims
hours: hr hrs hour hourz
quarter: quater qtr quarters
half: haf hlf arf
twenty: twenny tweny twent twety
forty: fourty
fifteen: fivteen fiftheen
tomorrow: tmrw tmw tomoz tomo tmoro tommorow tomorow tommorrow 2moro 2morrow 2moz 2mrw
today: 2day
tonight: 2nite tonite
monday: mon
tuesday: tue tues
wednesday: weds wed
thursday: thu thur thurs
friday: fri
till: til
until: untill untl
about: aprox approx approximately aprx abt bout abou around roughly circa arnd ca
probably: prob probs probly prolly
maybe: mabye mebbe perhaps
possibly: poss
# late
late: l8 laet lte lat lare latr leat lait ltae alte laste latee tarde lade layte laate
later: ltr l8r l8er laters
running: runnin runing runnig rnning rning runnung
behind: behnd behined
delayed: delaid dealyed delayd
# comings and goings
on my way: omw otw onmyway
coming: comin cumin cuming
here: heer hree hre ere
arrived: arived arrved
arrive: arive
arriving: ariving
left: lft lef
finished: finsihed finshed fin finito
# cannot
can not: canot
missed: msised mised misd missd
missing: missin
forgotten: forgoten
sick: sikc sik siick
migraine: migrane
diarrhea: diarrhoea diarhea
d&v: dandv
# cries
help: hlep hepl halp hlp hep
fell: fel
fallen: falen fallne faln fllen falled fallin
floor: flor floot floore
bleeding: bled bleading bleedin
blood: blud blod
breathing: brething breething breathin
breathe: brethe
breath: breth
unconscious: uncontious unconcious unconsious unconshus unconscous
unresponsive: unresponsve
ambulance: ambulence ambo ambalance
collapsed: colapsed
seizure: siezure seizur ceizure
choking: chokin choaking
suicidal: suicidle
suicide: suiside suicid
emergency: emergancy emergncy
hospital: hospitle hospitol hosp hospit hosptial
scared: scard
aggressive: agressive agresive
paramedics: parametics paramedic
passed: passd
died: diedd
urgent: urgant urgnt
# people
carer: carers carrer caror
client: clients
mum: mam mummy mom
dad: dads
nan: nans
daughter: daugther dauther
someone: sumone sum1 some1 somebody
anyone: any1 anybody
nobody: no1 nobdy nobodi nbody
everyone: every1 everybody
mr: mister
mrs: missus mss
# politeness and filler
please: pls plz plse plese pleas pleez
sorry: soz sry sory sori srry soory apologies apologise
thanks: thx thanx tnx thnks thks thankyou ty tysm thnx fanks diolch
cheers: cheerz
ok: kk k oki okay okey oke okie
yes: yep yeah yea yup yh ye yeh aye
no: nope nah na naw
because: cos coz cuz bc bcos becos cause becuz becuase
before: b4
great: gr8
mate: m8
wait: w8
waiting: w8ing waitin
looking: lookin
forever: 4eva
message: msg msgs
text: txt txts
phone: fone
next: nxt
what: wot wat
where: wer
people: ppl
something: sumat summat
nothing: nuffin nuthin
any more: anymore
alright: alrite
morning: morn mornin
christmas: xmas
just: jus jst
delivering: delibering
could: cld
would: wld
should: shld
back: bak
# reasons
traffic: trffc traff traf traffc trafic traffick trafik tarffic korki
morning: mrng
holiday: hols
appointment: appt
have: hv
good: gd
tonight: tonght
keysafe: keysfe
across: accross
couple: cuppla
prescription: prescrip
weekend: wkend
something: sumthing
definitely: defo
yesterday: yday yest ystdy
with: wiht
the: teh hte da
and: adn nd
just: jsut
for: fro
this: thsi dis
running late: runningl8
what: wt
how: hw
through: thru
that: tht dat
been: bn
home: hm
coming: cmg
from: frm
every: evry
nothing: nthg
work: wrk
roadworks: roadwork
puncture: puncher puntcure
bus: buss buses busses
train: trains
weather: weater
snowed: snowd
snowing: snowin
broke down: brokdown
# offers and codes
cover: covr cver cvr
covering: coverin coverng
take: tkae tak taek teke tke
pass: psas pas
safe: saef sfae saf
`

/** Every short form with the words it stands for. */
export const SHORT_FORMS: ReadonlyMap<string, readonly string[]> = new Map(
  MEANT_AND_WRITTEN.split('\n')
    .filter((line) => line.includes(':') && !line.startsWith('#'))
    .flatMap((line) => {
      const [meant = '', written = ''] = line.split(':')
      return written
        .trim()
        .split(' ')
        .map((form) => [form, meant.split(' ')] as const)
    }),
)
