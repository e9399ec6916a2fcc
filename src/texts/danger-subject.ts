/** Of whom something is said: the nearest person or thing before it. */

import { isFirstName } from './first-names.ts'
import type { Sender } from './reading.ts'
import type { Token } from './tokens.ts'

export type Subject = 'client' | 'self' | 'family' | 'other' | 'pet' | 'thing' | 'unsaid'

/** Who the word at `at` is said of. A household's "I" and "mum" are service users. */
export function subjectOf(tokens: readonly Token[], at: number, from: Sender): Subject {
  for (let back = at - 1; back >= 0 && at - back <= FARTHEST; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 1) break
    const subject = subjectAt(tokens, back, from)
    if (subject !== undefined) return subject
  }
  return fromBehind(tokens, at, from) ?? 'unsaid'
}

/** Whether it is said of the sender's own family, in the same sentence, and hardly a word stands between. */
export function isOfFamily(tokens: readonly Token[], at: number, from: Sender): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 3; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 1) return false
    const subject = subjectAt(tokens, back, from)
    if (subject !== undefined) return subject === 'family'
  }
  return false
}

const FARTHEST = 9

/** "very pale, Mrs Shah": named behind. */
function fromBehind(tokens: readonly Token[], at: number, from: Sender): Subject | undefined {
  for (let next = at + 1; next < tokens.length && next - at <= 4; next++) {
    if ((tokens[next]?.brk ?? 0) > 1) return undefined
    const word = tokens[next]?.w ?? ''
    if (tokens[next]?.person || SERVICE_USERS.has(word)) return 'client'
    if (word === 'my' || word === 'me' || word === 'i') return from === 'service-user' ? 'client' : 'self'
  }
  return undefined
}

function subjectAt(tokens: readonly Token[], at: number, from: Sender): Subject | undefined {
  const token = tokens[at]
  if (!token) return undefined
  if (token.person) return PLACES.has(tokens[at - 1]?.w ?? '') ? undefined : 'client'
  const { w } = token
  const household = from === 'service-user' || from === 'unknown'
  if (SELF.has(w)) return household ? 'client' : 'self'
  if (KIN.has(w) || (w.endsWith('s') && KIN.has(w.slice(0, -1))))
    return OWN.has(tokens[at - 1]?.w ?? '') && !household ? 'family' : 'client'
  if (SERVICE_USERS.has(w)) return 'client'
  if (OTHERS.has(w)) return 'other'
  if (PETS.has(w)) return 'pet'
  if (THINGS.has(w)) return 'thing'
  if (!(token.strange && w.length > 2) && !isFirstName(w)) return undefined
  return OWN.has(tokens[at - 1]?.w ?? '') && !household ? 'family' : 'client'
}

const SELF: ReadonlySet<string> = new Set('i me my we us our myself'.split(' '))
const OWN: ReadonlySet<string> = new Set(['my', 'our'])
const KIN: ReadonlySet<string> = new Set(
  'mum mother dad father nan nana gran grandad grandma grandpa husband wife aunt auntie uncle son daughter brother sister baby kid kids child children boy girl partner boyfriend girlfriend toddler niece nephew cousin'.split(
    ' ',
  ),
)
const SERVICE_USERS: ReadonlySet<string> = new Set(
  'she he her him his hers they them their lady gentleman gent man woman client customer patient pt person resident neighbour su service_user madam sir mama papa granny old fella bloke someone somebody anyone'.split(
    ' ',
  ),
)
const OTHERS: ReadonlySet<string> = new Set(
  'carer colleague staff nurse doctor driver cleaner plumber visitor lodger tenant landlord stranger lads youths people'.split(
    ' ',
  ),
)
/** "the radiators at Mr Patel's" */
const PLACES: ReadonlySet<string> = new Set(['at', 'outside', 'near'])
const PETS: ReadonlySet<string> = new Set(
  'cat cats kitten budgie parrot hamster rabbit fish goldfish bird birds pet pets chickens'.split(' '),
)
const THINGS: ReadonlySet<string> = new Set(
  'motor motors wheel wheels tyre engine car van bus train tram bike moped phone mobile battery app system computer laptop tablet internet wifi signal printer boiler radiator radiators heating weather traffic road roads rain snow temp sun day shift rota week month work job office fridge freezer kettle tv telly radio milk bread food tea coffee cake fence tree parcel post shop queue lift door gate price prices pay wages clock watch card key keys light lights bulb england rangers football match game film book paint'.split(
    ' ',
  ),
)
