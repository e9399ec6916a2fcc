/**
 * How people write words when they are tired: contractions, text-speak and the misspellings that a
 * one-letter rule would not catch. Left side as written (without its apostrophe), right side as the grammar knows it.
 */
export const SHORT_FORMS: Readonly<Record<string, string>> = {
  // not
  cant: 'can not', cannot: 'can not', cnt: 'can not', cnat: 'can not', carnt: 'can not', canny: 'can not', wont: 'will not', wnt: 'will not',
  wouldnt: 'would not', wudnt: 'would not', couldnt: 'could not', cudnt: 'could not', shouldnt: 'should not', dont: 'do not', dnt: 'do not', dunno: 'do not know', idk: 'do not know',
  doesnt: 'does not', dosent: 'does not', dosnt: 'does not', didnt: 'did not', didn: 'did not', havent: 'have not', havnt: 'have not', hasnt: 'has not', hadnt: 'had not',
  isnt: 'is not', arent: 'are not', wasnt: 'was not', werent: 'were not', aint: 'is not', mightnt: 'might not', neednt: 'need not', nt: 'not', nit: 'not',
  // pronouns and verbs
  im: 'i am', iam: 'i am', ive: 'i have', id: 'i would', youre: 'you are', youve: 'you have', youll: 'you will', hes: 'he is', shes: 'she is', theyre: 'they are', theyve: 'they have',
  theyll: 'they will', weve: 'we have', its: 'it is', thats: 'that is', whats: 'what is', wots: 'what is', whos: 'who is', whose: 'who is', wheres: 'where is', theres: 'there is', heres: 'here is', hows: 'how is',
  nobodys: 'nobody is', noones: 'nobody is', someones: 'someone is', itll: 'it will', shell: 'she will', itd: 'it would', lets: 'let us', u: 'you', ur: 'your', yr: 'your', r: 'are', n: 'and', b: 'be', il: 'i will',
  ave: 'have', bin: 'been', gotta: 'have to', gunna: 'going to', gonna: 'going to', gna: 'going to', gon: 'going to', gonnabe: 'going to be', goin: 'going', wanna: 'want to', lemme: 'let me', gimme: 'give me',
  shud: 'should', wud: 'would', cud: 'could', wil: 'will', hav: 'have', av: 'have', dun: 'done', dne: 'done', doen: 'done', wen: 'when', wiv: 'with', wif: 'with', ova: 'over', ovr: 'over', der: 'there', ther: 'there', thr: 'there',
  // one word or two
  noone: 'nobody', noreply: 'no reply', noanswer: 'no answer', nooneis: 'nobody is', anyones: 'anyone is', everyones: 'everyone is', notsafe: 'not safe', oncall: 'on call', alot: 'a lot', overun: 'overrun', goodmorning: 'good morning',
  // time and number words
  min: 'minutes', mins: 'minutes', minute: 'minutes', mns: 'minutes', minuts: 'minutes', minuets: 'minutes', minits: 'minutes', minites: 'minutes', mints: 'minutes', minut: 'minutes', minuti: 'minutes', minutos: 'minutes', mis: 'minutes', mim: 'minutes', mims: 'minutes',
  hr: 'hours', hrs: 'hours', hour: 'hours', hourz: 'hours', quater: 'quarter', qtr: 'quarter', quarters: 'quarter', haf: 'half', hlf: 'half', arf: 'half', twenny: 'twenty', fourty: 'forty', fivteen: 'fifteen', fiftheen: 'fifteen', tweny: 'twenty', twent: 'twenty', twety: 'twenty',
  tmrw: 'tomorrow', tmw: 'tomorrow', tomoz: 'tomorrow', tomo: 'tomorrow', tmoro: 'tomorrow', tommorow: 'tomorrow', tomorow: 'tomorrow', tommorrow: 'tomorrow', '2moro': 'tomorrow', '2morrow': 'tomorrow', '2moz': 'tomorrow', '2mrw': 'tomorrow', '2day': 'today', '2nite': 'tonight', tonite: 'tonight',
  mon: 'monday', tue: 'tuesday', tues: 'tuesday', weds: 'wednesday', wed: 'wednesday', thu: 'thursday', thur: 'thursday', thurs: 'thursday', fri: 'friday', til: 'till', untill: 'until', untl: 'until',
  aprox: 'about', approx: 'about', approximately: 'about', aprx: 'about', abt: 'about', bout: 'about', abou: 'about', around: 'about', roughly: 'about', circa: 'about', arnd: 'about', ca: 'about',
  prob: 'probably', probs: 'probably', probly: 'probably', prolly: 'probably', mabye: 'maybe', mebbe: 'maybe', perhaps: 'maybe', poss: 'possibly',
  // late
  l8: 'late', laet: 'late', lte: 'late', lat: 'late', lare: 'late', latr: 'late', leat: 'late', lait: 'late', ltae: 'late', alte: 'late', laste: 'late', latee: 'late', tarde: 'late', lade: 'late', layte: 'late', laate: 'late', ltr: 'later', l8r: 'later', l8er: 'later', laters: 'later',
  runnin: 'running', runing: 'running', runnig: 'running', rnning: 'running', rning: 'running', runnung: 'running', behnd: 'behind', behined: 'behind', delaid: 'delayed', dealyed: 'delayed', delayd: 'delayed',
  // comings and goings
  omw: 'on my way', otw: 'on my way', onmyway: 'on my way', comin: 'coming', cumin: 'coming', cuming: 'coming', heer: 'here', hree: 'here', hre: 'here', ere: 'here', arived: 'arrived', arive: 'arrive', ariving: 'arriving', arrved: 'arrived', lft: 'left', lef: 'left', finsihed: 'finished', finshed: 'finished', fin: 'finished', finito: 'finished',
  // cannot
  canot: 'can not', msised: 'missed', mised: 'missed', misd: 'missed', missd: 'missed', missin: 'missing', forgoten: 'forgotten', sikc: 'sick', sik: 'sick', siick: 'sick', migrane: 'migraine', diarrhoea: 'diarrhea', diarhea: 'diarrhea', dandv: 'd&v',
  // cries
  hlep: 'help', hepl: 'help', halp: 'help', hlp: 'help', hep: 'help', fel: 'fell', falen: 'fallen', fallne: 'fallen', faln: 'fallen', fllen: 'fallen', flor: 'floor', floot: 'floor', floore: 'floor', bled: 'bleeding', bleading: 'bleeding', bleedin: 'bleeding', blud: 'blood', blod: 'blood', brething: 'breathing', breething: 'breathing', breathin: 'breathing', brethe: 'breathe', breth: 'breath',
  uncontious: 'unconscious', unconcious: 'unconscious', unconsious: 'unconscious', unconshus: 'unconscious', unconscous: 'unconscious', unresponsve: 'unresponsive', ambulence: 'ambulance', ambo: 'ambulance', ambalance: 'ambulance', colapsed: 'collapsed', siezure: 'seizure', seizur: 'seizure', ceizure: 'seizure', chokin: 'choking', choaking: 'choking', suicidle: 'suicidal', suiside: 'suicide', suicid: 'suicide', emergancy: 'emergency', emergncy: 'emergency', hospitle: 'hospital', hospitol: 'hospital', hosp: 'hospital', hospit: 'hospital', hosptial: 'hospital', scard: 'scared', agressive: 'aggressive', agresive: 'aggressive', parametics: 'paramedics', paramedic: 'paramedics', passd: 'passed', diedd: 'died', urgant: 'urgent', urgnt: 'urgent', falled: 'fallen', fallin: 'fallen',
  // people
  carers: 'carer', carrer: 'carer', caror: 'carer', clients: 'client', mam: 'mum', mummy: 'mum', mom: 'mum', dads: 'dad', nans: 'nan', daugther: 'daughter', dauther: 'daughter', sumone: 'someone', sum1: 'someone', some1: 'someone', somebody: 'someone', any1: 'anyone', anybody: 'anyone', no1: 'nobody', nobdy: 'nobody', nobodi: 'nobody', nbody: 'nobody', every1: 'everyone', everybody: 'everyone', mister: 'mr', missus: 'mrs', mss: 'mrs',
  // politeness and filler
  pls: 'please', plz: 'please', plse: 'please', plese: 'please', pleas: 'please', pleez: 'please', soz: 'sorry', sry: 'sorry', sory: 'sorry', sori: 'sorry', srry: 'sorry', soory: 'sorry', apologies: 'sorry', apologise: 'sorry', thx: 'thanks', thanx: 'thanks', tnx: 'thanks', thnks: 'thanks', thks: 'thanks', thankyou: 'thanks', ty: 'thanks', tysm: 'thanks', thnx: 'thanks', fanks: 'thanks', diolch: 'thanks', cheerz: 'cheers', kk: 'ok', k: 'ok', oki: 'ok', okay: 'ok', okey: 'ok', oke: 'ok', okie: 'ok', yep: 'yes', yeah: 'yes', yea: 'yes', yup: 'yes', yh: 'yes', ye: 'yes', yeh: 'yes', aye: 'yes', nope: 'no', nah: 'no', na: 'no', naw: 'no', cos: 'because', coz: 'because', cuz: 'because', bc: 'because', bcos: 'because', becos: 'because', cause: 'because', becuz: 'because', becuase: 'because', b4: 'before', gr8: 'great', m8: 'mate', w8: 'wait', w8ing: 'waiting', waitin: 'waiting', lookin: 'looking', '4eva': 'forever', msg: 'message', msgs: 'message', txt: 'text', txts: 'text', fone: 'phone', nxt: 'next', wot: 'what', wat: 'what', wer: 'where', ppl: 'people', sumat: 'something', summat: 'something', nuffin: 'nothing', nuthin: 'nothing', anymore: 'any more', alrite: 'alright', morn: 'morning', mornin: 'morning', xmas: 'christmas', jus: 'just', jst: 'just', delibering: 'delivering', cld: 'could', wld: 'would', shld: 'should', bak: 'back',
  // reasons
  trffc: 'traffic', trafic: 'traffic', traffick: 'traffic', trafik: 'traffic', tarffic: 'traffic', korki: 'traffic', roadwork: 'roadworks', puncher: 'puncture', puntcure: 'puncture', buss: 'bus', buses: 'bus', busses: 'bus', trains: 'train', weater: 'weather', snowd: 'snowed', snowin: 'snowing', brokdown: 'broke down',
  // offers and codes
  covr: 'cover', cver: 'cover', cvr: 'cover', coverin: 'covering', coverng: 'covering', tkae: 'take', tak: 'take', taek: 'take', teke: 'take', tke: 'take', psas: 'pass', pas: 'pass', saef: 'safe', sfae: 'safe', saf: 'safe',
}
