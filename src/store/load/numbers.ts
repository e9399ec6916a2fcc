import { isUkMobile, parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { PhoneNumber } from '../../cellar/phone-number.ts'
import type { KnownNumber } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'

/** A number of somebody's as `numbersSql` loads it. */
export interface NumberRow {
  number: string
  lineType: string | null
  stopped: boolean
}

/** The numbers of a person, each once, with what is known of it; a landline is never texted. */
export function knownNumbers(rows: NumberRow[]): KnownNumber[] {
  const known = new Map<PhoneNumber, KnownNumber>()
  for (const row of rows) {
    const number = storedNumber(row.number)
    const mobile = row.lineType === null ? isUkMobile(number) : row.lineType === 'mobile'
    if (!known.has(number))
      known.set(number, { number, lineType: mobile ? 'mobile' : 'landline', noTexts: row.stopped || !mobile })
  }
  return [...known.values()]
}

/** Whether a number takes no texts of ours: whoever has it sent STOP, to us or as the carrier told us. */
export async function textsStopped(tx: Transaction, number: PhoneNumber): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM phone_number WHERE e164 = ${number} AND texts_stopped_at IS NOT NULL`
  return rows.length > 0
}

/** A number out of the database; anything else there was stored past the border. */
export function storedNumber(text: string): PhoneNumber {
  const number = parsePhoneNumber(text)
  if (number === undefined)
    throw new Error('a stored telephone number cannot be read; correct it in the table phone_number')
  return number
}
