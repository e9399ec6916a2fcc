/** Finds phone numbers that could be somebody's. Only invented people may stand in this repository. */
import { NOBODYS_NUMBERS, WITHHELD_NUMBERS } from './rules.ts'

/** The real-looking numbers in a text, as written. */
export function realNumbersIn(text: string): string[] {
  return [...text.matchAll(NATIONAL), ...text.matchAll(INTERNATIONAL)].map(([found]) => found).filter(couldBeReal)
}

/** 0 and nine or ten digits, grouped as people group them; not inside a word, a decimal, an id or a longer number. */
const NATIONAL = /(?<![\w.+/=:,#-])\(?0[1-9]\d{1,4}\)?[ -]?\d{3,6}(?:[ -]?\d{3,4})?(?![\w=/-])/g

/** + and a country code, or 00 and ours. */
const INTERNATIONAL = /(?<![\w.)\]/=])(?:\+|\b0044)(?:[ -]?(?:\(0\)|\d)){8,15}(?![\w=/])/g

function couldBeReal(written: string): boolean {
  const international = /^(?:\+|0044)/.test(written)
  const digits = written.replace('(0)', '').replace(/\D/g, '').replace(/^0044/, '44')
  if (!international) return /^0\d{9,10}$/.test(digits) && !isNobodys('44', digits.slice(1))
  if (WITHHELD_NUMBERS.includes(digits)) return false
  return !isNobodys('44', withoutCountry(digits, '44')) && !isNobodys('1', withoutCountry(digits, '1'))
}

function withoutCountry(digits: string, country: string): string {
  return digits.startsWith(country) ? digits.slice(country.length) : ''
}

function isNobodys(country: '44' | '1', digits: string): boolean {
  return NOBODYS_NUMBERS.some((range) => range.country === country && range.begins.test(digits))
}
