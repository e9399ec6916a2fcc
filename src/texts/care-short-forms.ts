/**
 * How tired people write the words of a care round: lateness, comings and goings, cries for help, people, reasons.
 * Left what is meant, right how it is written (without its apostrophe).
 */

export const CARE_SHORT_FORMS = `
# late
late: lates tardy l8 laet lte lat lare latr leat lait ltae alte laste latee tarde lade layte laate
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
# reasons
traffic: trffc traff traf traffc trafic traffick trafik tarffic korki
holiday: hols
appointment: appt
keysafe: keysfe
prescription: prescrip
running late: runningl8
coming: cmg
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
