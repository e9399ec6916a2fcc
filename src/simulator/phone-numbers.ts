import { parsePhoneNumberFromString } from 'libphonenumber-js'

/** Ofcom's numbers for drama: the only ones the stand-in carrier reaches. */
const dramaRanges: ReadonlyArray<{ pattern: RegExp; kind: 'mobile' | 'landline' }> = [
  { pattern: /^\+447700900\d{3}$/, kind: 'mobile' },
  { pattern: /^\+441632960\d{3}$/, kind: 'landline' },
  { pattern: /^\+442079460\d{3}$/, kind: 'landline' },
]

export const dramaRangesInWords = '07700 900000 to 900999, 01632 960000 to 960999 or 020 7946 0000 to 0999'

/** Any readable form ("07700 900123", "+447700900123") as E.164; undefined when it is no phone number. */
export function readNumber(text: string): string | undefined {
  const parsed = parsePhoneNumberFromString(text.trim(), 'GB')
  return parsed?.isPossible() === true ? parsed.number : undefined
}

/** What kind of drama number this E.164 number is; undefined for every other number. */
export function dramaKind(e164: string): 'mobile' | 'landline' | undefined {
  return dramaRanges.find((range) => range.pattern.test(e164))?.kind
}

/** "07700 900123" */
export function readable(e164: string): string {
  return parsePhoneNumberFromString(e164, 'GB')?.formatNational() ?? e164
}

/** Numbers that can be written down but never receive a text: freephone, premium, special rates. */
export function cannotReceiveTexts(e164: string): boolean {
  return /^\+44(3|8|9|500|55)/.test(e164)
}
