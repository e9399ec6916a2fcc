/** Words of the regions and of English as a second language. Left what is meant, right how it is written (without its apostrophe). */

export const REGIONAL_SHORT_FORMS = `
# not
can not: cannae canna cudny
do not: dinnae dinna divvent dinny doan
did not: didnae didna didny
does not: doesnae disnae doesny
is not: isnae isny innit
was not: wasnae wisnae wasny
will not: willnae winnae willny wullnae
would not: wouldnae wouldny wudnae
could not: couldnae couldny cudnae
should not: shouldnae
have not: havenae huvnae havnae
has not: hasnae hasny
are not: arenae urnae
am not: amnt amnae
no: nae
nobody: naebody naeone nebdy noboby nobuddy
nothing: nowt nuttin nuffink naething nadda nada
anything: owt anythin
something: summit sumit sumthin
# little words
half: hauf haff
hour: oor
do: dae
well: weel
before: afore
nobody: neebody neabody
who: wha
on: oan
take: tek tak
one: un
make: mek mak
give: gie gi
have: hae hev
go: gae
good: guid
more: mair
never: nivver
stood: stud
sister: sis
about: aboot
out: oot
down: doon
house: hoose
head: heid
dead: deid
from: fae frae
to: tae
with: wi
my: ma
your: yer yor
going to: gonnae gonny gannae
go: gan
going: gannin gawn
home: hyem hame
child: bairn wean
children: bairns weans childrens
you: yous youse yu
one: yin wan
over: ower
told: telt tellt
old: auld owd
know: ken kno knw
now: noo nw
police: polis feds coppers
cold: cauld baltic
in the: int
on the: ont
right: reet rite
night: nite
nearly: nearlly nrly
started: strted
going: goin
someone: sombody sombdy
# pidgin and second-language
them: dem
that: dat
reach: reech
finish: finsh finis
please: plese plis pliz
`
