import type { Chance } from './chance.ts'
import type { Dealer } from './dealer.ts'
import type { Area } from './names.ts'
import { AREAS, STREETS } from './names.ts'
import type { DaySlot } from './day-slots.ts'
import { slotsFor } from './day-slots.ts'

/** A service user of the demonstration, before anybody is sent to them. */
export interface DemoServiceUser {
  ref: string
  packageRef: string
  title: string
  first: string
  last: string
  preferred: string
  gender: 'F' | 'M'
  birthYear: number
  address: string
  postcode: string
  area: Area
  x: number
  y: number
  landline: string
  mobile: string
  /** the other person of a couple on one landline */
  sharedWith: string
  withheld: boolean
  noSignal: boolean
  relay: boolean
  linePower: boolean
  channel: 'voice_landline' | 'voice_mobile' | 'sms' | 'via_contact'
  language: string
  livesAlone: boolean
  cognitive: boolean
  risk: 'low' | 'moderate' | 'high' | 'extreme'
  status: 'active' | 'in_hospital' | 'respite' | 'ended'
  /** needs two care workers each time */
  double: boolean
  /** visits on these weekdays only, Monday is 1 */
  weekdays: readonly number[]
  slots: DaySlot[]
  /** nothing odd ever happens to their visits: they are there to be tried */
  steady: boolean
}

/** How many people the agency visits. */
export const PEOPLE = 110

/** Some people are as they are on purpose, so that there is something to see at every hour. */
const ON_PURPOSE: Readonly<Record<number, DaySlot['part']>> = {
  0: 'night',
  1: 'night',
  2: 'night',
  3: 'night',
  4: 'late-morning',
  5: 'late-morning',
  6: 'afternoon',
  7: 'afternoon',
  8: 'sleep-in',
}
const COUPLES = [10, 30, 50]
const WITHOUT_NUMBER = [70, 71]
const STATUSES: Readonly<Record<number, DemoServiceUser['status']>> = {
  106: 'in_hospital',
  107: 'in_hospital',
  108: 'respite',
  109: 'ended',
}
/** Thirteen people, about one in eight, need two care workers. */
const DOUBLES = [15, 19, 24, 27, 33, 38, 44, 57, 62, 76, 81, 88, 95]

export function makeServiceUsers(chance: Chance, dealer: Dealer): DemoServiceUser[] {
  const people: DemoServiceUser[] = []
  for (let index = 0; index < PEOPLE; index += 1) {
    const partner = COUPLES.includes(index - 1) ? people[index - 1] : undefined
    const person = partner === undefined ? makeOne(index, chance, dealer) : makePartner(index, partner, chance, dealer)
    people.push(person)
    if (partner !== undefined) partner.sharedWith = person.ref
  }
  return people
}

/** Whether a newcomer can try their hand on this person: the phone rings at home, and the person can be told anything. */
export function isCalm(person: DemoServiceUser): boolean {
  const reached =
    person.channel === 'voice_landline' ? person.landline !== '' : person.channel === 'voice_mobile' && !person.noSignal
  const flagged =
    person.cognitive || person.withheld || person.relay || person.sharedWith !== '' || person.language !== 'en'
  return reached && !flagged && person.status === 'active' && !person.double
}

function makeOne(index: number, chance: Chance, dealer: Dealer): DemoServiceUser {
  const purpose = ON_PURPOSE[index]
  const calm = purpose !== undefined && purpose !== 'sleep-in'
  const gender = chance.happens(0.68) ? 'F' : 'M'
  const name = dealer.person(gender)
  const area = calm ? AREAS[0] : chance.weighed(AREAS.map((one) => [one, one.share] as const))
  const phones = WITHOUT_NUMBER.includes(index) ? { landline: '', mobile: '' } : phonesOf(calm, chance, dealer)
  const cognitive = purpose === 'sleep-in' || (!calm && chance.happens(0.35))
  const livesAlone = !COUPLES.includes(index) && chance.happens(0.52)
  const double = DOUBLES.includes(index)
  return {
    ref: `SU${String(index + 1).padStart(4, '0')}`,
    packageRef: `PK${String(index + 1).padStart(4, '0')}`,
    title:
      gender === 'M'
        ? 'Mr'
        : chance.weighed([
            ['Mrs', 8],
            ['Miss', 1],
            ['Ms', 2],
            ['Dr', 0.4],
          ]),
    ...name,
    preferred: name.first,
    gender,
    birthYear: chance.whole(1929, 1956),
    address: `${chance.whole(1, 120)} ${chance.pick(STREETS)}`,
    postcode: `${area.outward} ${chance.whole(1, 9)}${letter(chance)}${letter(chance)}`,
    area,
    ...placeIn(area, chance),
    ...phones,
    sharedWith: '',
    withheld: !calm && phones.landline !== '' && chance.happens(0.05),
    noSignal: !calm && chance.happens(0.08),
    relay: index === 40,
    linePower: phones.landline !== '' && chance.happens(0.3),
    channel: channelOf(phones, calm, cognitive, chance),
    language: calm || !chance.happens(0.05) ? 'en' : chance.pick(['pl', 'pa', 'it', 'bn', 'yue']),
    livesAlone,
    cognitive,
    risk: riskOf(livesAlone, cognitive, double, chance),
    status: STATUSES[index] ?? 'active',
    double,
    weekdays: !calm && purpose === undefined && chance.happens(0.12) ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7],
    slots: slotsFor(purpose, double, chance),
    steady: calm,
  }
}

/** Husband or wife on the same landline, at the same address: a call from it may be either. */
function makePartner(index: number, partner: DemoServiceUser, chance: Chance, dealer: Dealer): DemoServiceUser {
  const own = makeOne(index, chance, dealer)
  const gender = partner.gender === 'F' ? 'M' : 'F'
  partner.landline ||= dealer.landline()
  partner.channel = 'voice_landline'
  return {
    ...own,
    ...dealer.person(gender, partner.last),
    gender,
    title: gender === 'M' ? 'Mr' : 'Mrs',
    address: partner.address,
    postcode: partner.postcode,
    area: partner.area,
    x: partner.x,
    y: partner.y,
    landline: partner.landline,
    sharedWith: partner.ref,
    withheld: false,
    channel: 'voice_landline',
    livesAlone: false,
  }
}

function phonesOf(calm: boolean, chance: Chance, dealer: Dealer): { landline: string; mobile: string } {
  const has = calm
    ? 'landline'
    : chance.weighed([
        ['landline', 35],
        ['both', 50],
        ['mobile', 15],
      ])
  return { landline: has === 'mobile' ? '' : dealer.landline(), mobile: has === 'landline' ? '' : dealer.mobile() }
}

function channelOf(
  phones: { landline: string; mobile: string },
  calm: boolean,
  cognitive: boolean,
  chance: Chance,
): DemoServiceUser['channel'] {
  if (calm) return 'voice_landline'
  if (phones.landline === '' && phones.mobile === '') return 'via_contact'
  if (chance.happens(cognitive ? 0.3 : 0.08)) return 'via_contact'
  if (phones.mobile === '') return 'voice_landline'
  if (phones.landline === '') return chance.happens(0.5) ? 'voice_mobile' : 'sms'
  return chance.weighed([
    ['voice_landline', 70],
    ['sms', 22],
    ['voice_mobile', 8],
  ])
}

function riskOf(livesAlone: boolean, cognitive: boolean, double: boolean, chance: Chance): DemoServiceUser['risk'] {
  const points = Number(livesAlone) + Number(cognitive) + Number(double) + chance.whole(0, 1)
  return points >= 3 ? 'extreme' : points === 2 ? 'high' : points === 1 ? 'moderate' : 'low'
}

function placeIn(area: Area, chance: Chance): { x: number; y: number } {
  const spread = area.type === 'urban' ? 1.4 : 3.5
  const near = (centre: number) => Math.round((centre + (chance.next() * 2 - 1) * spread) * 10) / 10
  return { x: near(area.x), y: near(area.y) }
}

function letter(chance: Chance): string {
  return chance.pick('ABDEFGHJLNPQRSTUWXYZ'.split(''))
}
