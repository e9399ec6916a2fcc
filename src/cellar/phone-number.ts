/** Phone numbers in E.164, read the way people in the United Kingdom write them. */
import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** E.164, such as `+447700900123`. Made by {@link parsePhoneNumber} only. */
export type PhoneNumber = string & { readonly __brand: 'PhoneNumber' }

/**
 * Reads "07700 900123", "+44 7700 900123", "(01632) 960 999". A number without a country is a British one.
 * Numbers are judged by their shape, not by whether the range is in use, so the drama ranges (07700 900xxx and others)
 * are read like any other.
 *
 * @returns undefined for short codes, extensions, withheld callers' markers and anything else that cannot be rung
 */
export function parsePhoneNumber(text: string): PhoneNumber | undefined {
  if (isWithheld(text)) return undefined
  const found = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'GB', extract: false })
  if (found === undefined || !found.isPossible() || found.ext !== undefined) return undefined
  if (found.countryCallingCode === '44' && !BRITISH_SHAPE.test(found.nationalNumber)) return undefined
  return isE164(found.number) ? found.number : undefined
}

/** A number that can be texted: 071 to 075, 077 to 079, and 07624 (Isle of Man). Not 070 or pagers. */
export function isUkMobile(number: PhoneNumber): boolean {
  return /^\+447(?:[1-57-9]|624)/.test(number)
}

/** A geographic or UK-wide number: 01, 02 and 03. Never texted: a robot may read the text out. */
export function isUkLandline(number: PhoneNumber): boolean {
  return /^\+44[123]/.test(number)
}

/** As it is written in this country: "07700 900123"; a foreign number with its country code. */
export function readableNumber(number: PhoneNumber): string {
  const found = parsePhoneNumberFromString(number)
  if (found === undefined) return number
  return found.countryCallingCode === '44' ? found.formatNational() : found.formatInternational()
}

/** Whether a caller's number is a carrier's marker for "not shown" rather than a number. */
export function isWithheld(from: string): boolean {
  const marker = from.trim().toLowerCase().replace(/^\+/, '')
  return WITHHELD_MARKERS.has(marker)
}

/** Without the leading nought: 1 and 8 have some shorter old numbers, all others ten digits. */
const BRITISH_SHAPE = /^(?:1\d{8,9}|[23579]\d{9}|8\d{6}|8\d{8,9})$/

/** Words, and the same words as a keypad spells them: 266696687 is ANONYMOUS, 7378742833 RESTRICTED, and so on. */
const WITHHELD_MARKERS = new Set([
  '',
  'anonymous',
  'blocked',
  'no-caller-id',
  'private',
  'restricted',
  'unavailable',
  'unknown',
  'withheld',
  '266696687',
  '2562533',
  '7378742833',
  '86282452253',
  '8656696',
  '464',
])

function isE164(text: string): text is PhoneNumber {
  return /^\+[1-9]\d{6,14}$/.test(text)
}
