/** Digits with the signs people put between them: numbers, clock times, ranges, and what is neither. */

import { amountToken, wordToken } from './tokens.ts'
import type { Amount, Bare } from './tokens.ts'

/** Digits with the signs people put between them. */
export function numberTokens(digits: string): Bare[] {
  const plain = digits.replace(/[.,:/-]+$/, '')
  if (EMERGENCY_NUMBERS.has(plain)) return [wordToken(plain, plain)]
  if (/^\d+$/.test(plain)) return [amountToken(plain, wholeNumber(plain))]
  const clock = /^(\d{1,2})[.:](\d{2})$/.exec(plain)
  if (clock) return [amountToken(plain, clockOrOther(Number(clock[1]), Number(clock[2])))]
  if (/^\d+\.\d$/.test(plain)) return [decimalToken(plain)]
  if (FRACTIONS.has(plain)) return [wordToken(plain, plain)]
  const range = /^(\d{1,3})[-/](\d{1,3})$/.exec(plain)
  if (range) return rangeTokens(plain, Number(range[1]), Number(range[2]))
  const clocks = /^(\d{1,2})[.:](\d{2})[-/](\d{1,2})[.:](\d{2})$/.exec(plain)
  if (clocks) return [amountToken(plain, clockOrOther(Number(clocks[3]), Number(clocks[4])))]
  return [amountToken(plain, { is: 'other' })]
}

/** Never minutes, never a code. */
const EMERGENCY_NUMBERS: ReadonlySet<string> = new Set(['999', '112', '111', '911'])

const FRACTIONS: ReadonlySet<string> = new Set(['1/2', '1/4', '3/4'])

/** Long digits, and five or more behind a nought, are telephone numbers and the like. */
function wholeNumber(digits: string): Amount {
  if (digits.length > 4) return { is: 'other' }
  if (digits.length === 4 && digits.startsWith('0'))
    return clockOrOther(Number(digits.slice(0, 2)), Number(digits.slice(2)))
  return { is: 'number', value: Number(digits), digits }
}

function clockOrOther(hour: number, minute: number): Amount {
  return hour < 24 && minute < 60 ? { is: 'clock', hour, minute, sure: true } : { is: 'other' }
}

function decimalToken(plain: string): Bare {
  return { ...amountToken(plain, { is: 'other' }), w: '#h', keys: ['#h'] }
}

/** "20-30" and "15/20" are ranges, of which the larger counts; "24/7" and "9/11" are not. */
function rangeTokens(raw: string, low: number, high: number): Bare[] {
  if (low >= high || (raw.includes('/') && high < 13) || high - low > 60) return [amountToken(raw, { is: 'other' })]
  return [amountToken(raw, { is: 'number', value: high, digits: String(high) })]
}
