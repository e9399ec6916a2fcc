/** Something plain is said of a service user that no phrase explains: a person should look at it soon. */

import { asksFromStart, onlySupposed } from './how-meant.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'

/** Whether the text states something of a service user, and nothing in it is of the everyday. */
export function statesOfServiceUser(scene: Scene): boolean {
  const { tokens, context } = scene
  if (context.from !== 'care-worker' && context.from !== 'manager') return false
  const at = tokens.findIndex((token) => isServiceUser(token))
  if (at < 0 || at > BEGINNING || tokens.length - at < SHORTEST_STATEMENT || tokens.length > LONGEST_STATEMENT)
    return false
  if (tokens.some((token) => token.asked || token.amount || EVERYDAY_MATTERS.has(token.w))) return false
  if (tokens.some((_, place) => scene.isHarmless(place))) return false
  return !asksFromStart(scene) && !onlySupposed(scene, tokens.length - 1)
}

const BEGINNING = 2
const SHORTEST_STATEMENT = 4
const LONGEST_STATEMENT = 25

function isServiceUser(token: Token): boolean {
  return token.person !== undefined || OF_SERVICE_USERS.has(token.w)
}

const OF_SERVICE_USERS: ReadonlySet<string> = new Set('she he her his client lady gent gentleman patient pt'.split(' '))

/** Wishes, likes, small things, good news, and talk about talk. */
const EVERYDAY_MATTERS: ReadonlySet<string> = new Set(
  `want wants wanted like likes liked love loves loved enjoy enjoyed enjoys prefer prefers fancy fancies says said say
  thinks think thought told tell telling tells asked asks ask reckons hope hopes remember remembers wondering
  lovely happy good fine well better best great brilliant nice sweet ok alright lol haha ha laugh laughed laughing
  funny joke jokes joking bless brighter cheerful smiling smile smiled chatty settled asleep awake sleeping resting
  tea milk bread coffee biscuits cake dinner lunch breakfast supper shopping food cooking kettle
  key keys note notes gloves pads aprons bag bags parcel post delivery delivered order ordered chemist prescription
  appointment appt dentist optician podiatrist chiropodist hairdresser hair haircut nails physio clinic
  rota shift visit visits call calls carer carers staff office timesheet holiday holidays birthday wedding married
  anniversary christmas grandson granddaughter visiting visitors canada photos photo garden flowers bingo telly tv radio
  programme creamed cream intact football match film music church garden walk sunshine weather cat dog clothes washing laundry uniform glasses
  late early never always usually sometimes often used again hospital home out back ready dressed washed done clean
  new old chair wheelchair mattress remote phone number address money change changed swap time times next week weekend
  stairs friend friends neighbour daughter son family sister brother chat company old sends love thanks thank heard goes
  missed miss left arrived here coming going gone in up late lights boiler radiator radiators tap light bulb war ago`
    .trim()
    .split(/\s+/),
)
