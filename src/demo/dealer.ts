import type { Chance } from './chance.ts'
import { MEN, SURNAMES, WOMEN } from './names.ts'

/** Deals out names and phone numbers so that no two people have the same. */
export interface Dealer {
  person(gender: 'F' | 'M', surname?: string): { first: string; last: string }
  surname(): string
  mobile(): string
  landline(): string
}

/** The agency's line, its office and its last resort: nobody else gets these. */
export const LINE = '01632 960999'
export const OFFICE = '01632 960998'
export const LAST_RESORT = '01632 960997'

/** The agency's own numbers and those of councils. */
const KEPT_BACK = /^01632 96099\d$/

/** Ofcom's numbers for drama, shuffled: 07700 900xxx and 01632 960xxx, then 020 7946 0xxx. */
export function createDealer(chance: Chance): Dealer {
  const mobiles = chance.shuffled(range('07700 900'))
  const landlines = [...chance.shuffled(range('01632 960')), ...chance.shuffled(range('020 7946 0'))].filter(
    (number) => !KEPT_BACK.test(number),
  )
  const names = new Set<string>()
  const surnames: string[] = []

  function surname(): string {
    if (surnames.length === 0) surnames.push(...chance.shuffled(SURNAMES))
    return taken(surnames.pop(), 'surname')
  }

  return {
    surname,
    person(gender, given) {
      for (;;) {
        const first = chance.pick(gender === 'F' ? WOMEN : MEN)
        const last = given ?? surname()
        if (names.has(`${first} ${last}`)) continue
        names.add(`${first} ${last}`)
        return { first, last }
      }
    },
    mobile: () => taken(mobiles.pop(), 'mobile number'),
    landline: () => taken(landlines.pop(), 'landline number'),
  }
}

function range(begin: string): string[] {
  return Array.from({ length: 1000 }, (_, index) => `${begin}${String(index).padStart(3, '0')}`)
}

function taken<T>(one: T | undefined, what: string): T {
  if (one === undefined) throw new RangeError(`the drama ranges hold no further ${what}`)
  return one
}
