/**
 * How anybody writes everyday words when they are tired: contractions, text-speak and the misspellings that a
 * one-letter rule would not catch. Left what is meant, right how it is written (without its apostrophe).
 */

export const EVERYDAY_SHORT_FORMS = `
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
# politeness and filler
please: pls plz plse plese pleas pleez
sorry: soz sry sory sori srry soory apologies apologise
thanks: dziekuje dzieki dziekuj multumesc mersi shukria shukriya dhanyavad salamat daalu nagode obrigado obrigada gracias merci danke grazie spasibo hvala aciu thx thanx tnx thnks thks thankyou ty tysm thnx fanks diolch
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
# words for anything
morning: mrng
have: hv
good: gd
tonight: tonght
across: accross
couple: cuppla
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
what: wt
how: hw
through: thru
that: tht dat
been: bn
home: hm
from: frm
every: evry
nothing: nthg
`
