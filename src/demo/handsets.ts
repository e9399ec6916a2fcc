import type { PhoneNumber } from '../cellar/phone-number.ts'
import { isUkMobile, parsePhoneNumber } from '../cellar/phone-number.ts'
import type { DemoCareWorker } from './care-workers.ts'
import type { DemoContact } from './contacts.ts'
import { LAST_RESORT, OFFICE } from './dealer.ts'
import type { DemoManager } from './on-call.ts'
import type { DemoServiceUser } from './service-users.ts'

/** A telephone on the Phones page, as the simulator wants it. */
export interface Handset {
  /** E.164 */
  number: string
  name: string
  kind: 'mobile' | 'landline'
  owner: 'care worker' | 'service user' | 'manager' | 'contact' | 'office'
}

/** Every telephone once; a couple's landline carries both names. */
export function handsetsOf(
  people: readonly DemoServiceUser[],
  careWorkers: readonly DemoCareWorker[],
  contacts: readonly DemoContact[],
  managers: readonly DemoManager[],
): Handset[] {
  const all: [number: string, name: string, owner: Handset['owner']][] = [
    ...careWorkers.map((one): [string, string, Handset['owner']] => [one.mobile, fullName(one), 'care worker']),
    ...people.flatMap((one): [string, string, Handset['owner']][] => [
      [one.landline, `${one.title} ${fullName(one)}`, 'service user'],
      [one.mobile, `${one.title} ${fullName(one)}`, 'service user'],
    ]),
    ...managers.flatMap((one): [string, string, Handset['owner']][] => [
      [one.phone1, fullName(one), 'manager'],
      [one.phone2, fullName(one), 'manager'],
    ]),
    ...contacts.flatMap((one): [string, string, Handset['owner']][] => [
      [one.phone1, contactName(one), 'contact'],
      [one.phone2, contactName(one), 'contact'],
    ]),
    [OFFICE, 'Quillbrook office', 'office'],
    [LAST_RESORT, 'Quillbrook last resort', 'office'],
  ]
  const handsets = new Map<string, Handset>()
  for (const [written, name, owner] of all) {
    if (written === '') continue
    const number = numberOf(written)
    const there = handsets.get(number)
    const names = there === undefined || there.name === name ? name : `${there.name} and ${name}`
    handsets.set(number, { number, name: names, kind: isUkMobile(number) ? 'mobile' : 'landline', owner })
  }
  return [...handsets.values()]
}

/** A number of the demonstration as E.164. */
export function numberOf(written: string): PhoneNumber {
  const number = parsePhoneNumber(written)
  if (number === undefined) throw new RangeError('the demonstration dealt out a number that cannot be rung')
  return number
}

export function fullName(person: { first: string; last: string }): string {
  return `${person.first} ${person.last}`
}

function contactName(one: DemoContact): string {
  return `${fullName(one)} (${one.relationship.replace('_', ' ')} of ${one.person.title} ${one.person.last})`
}
