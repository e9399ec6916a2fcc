import type { PhoneNumber } from '../cellar/phone-number.ts'
import { parsePhoneNumber } from '../cellar/phone-number.ts'

/** A number of the demonstration as E.164. */
export function numberOf(written: string): PhoneNumber {
  const number = parsePhoneNumber(written)
  if (number === undefined) throw new RangeError('the demonstration dealt out a number that cannot be rung')
  return number
}
