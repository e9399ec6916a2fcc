import type { Chance } from './chance.ts'
import type { Dealer } from './dealer.ts'
import type { DemoServiceUser } from './service-users.ts'

/** Somebody to turn to when a service user cannot be reached. */
export interface DemoContact {
  ref: string
  person: DemoServiceUser
  order: number
  first: string
  last: string
  relationship: string
  type: 'family' | 'neighbour' | 'friend' | 'professional'
  emergency: boolean
  phone1: string
  phone2: string
  canVisit: boolean
  minutesAway: number | undefined
  keyHolder: boolean
  available: string
  ringFrom: string
  ringTo: string
  mayBeTold: boolean
  attorney: boolean
  knownCaller: boolean
}

/** Five people have nobody at all. */
const ALONE = [11, 42, 71, 83, 99]

export function makeContacts(people: readonly DemoServiceUser[], chance: Chance, dealer: Dealer): DemoContact[] {
  let made = 0
  return people.flatMap((person, index) => {
    const count = ALONE.includes(index)
      ? 0
      : chance.weighed([
          [1, 20],
          [2, 40],
          [3, 30],
          [4, 10],
        ])
    return Array.from({ length: count }, (_, n): DemoContact => {
      made += 1
      return makeOne(`CT${String(made).padStart(4, '0')}`, person, n + 1, chance, dealer)
    })
  })
}

const FAMILY: readonly (readonly [relationship: string, gender: 'F' | 'M'])[] = [
  ['daughter', 'F'],
  ['son', 'M'],
  ['niece', 'F'],
  ['nephew', 'M'],
  ['sister', 'F'],
  ['brother', 'M'],
]

function makeOne(ref: string, person: DemoServiceUser, order: number, chance: Chance, dealer: Dealer): DemoContact {
  const type =
    order === 1
      ? 'family'
      : chance.weighed([
          ['family', 50],
          ['neighbour', 30],
          ['friend', 8],
          ['professional', 12],
        ] as const)
  const [relationship, gender] =
    type === 'family' ? chance.pick(FAMILY) : ([OTHERS[type], chance.happens(0.6) ? 'F' : 'M'] as const)
  const near = type === 'neighbour' || (type !== 'professional' && chance.happens(0.4))
  const professional = type === 'professional'
  const [ringFrom, ringTo] = professional ? ['09:00', '17:00'] : chance.pick(HOURS)
  return {
    ref,
    person,
    order,
    ...dealer.person(gender, type === 'family' && chance.happens(0.6) ? person.last : undefined),
    relationship,
    type,
    emergency: order === 1,
    phone1: professional ? dealer.landline() : dealer.mobile(),
    phone2: chance.happens(0.15) ? dealer.landline() : '',
    canVisit: near && chance.happens(0.7),
    minutesAway: professional ? undefined : near ? chance.whole(2, 15) : chance.pick([20, 30, 45, 60, 90]),
    keyHolder: near && chance.happens(0.6),
    available: professional
      ? 'weekday_daytime'
      : chance.pick(['any_time', 'any_time', 'not_overnight', 'evenings_weekends']),
    ringFrom,
    ringTo,
    mayBeTold: !chance.happens(0.06),
    attorney: type === 'family' && order === 1 && chance.happens(0.15),
    knownCaller: !professional,
  }
}

const OTHERS = { neighbour: 'neighbour', friend: 'friend', professional: 'social_worker' } as const
const HOURS = [
  ['00:00', '23:59'],
  ['07:00', '22:00'],
  ['08:00', '21:30'],
] as const
