import type { PhoneNumber } from '../../cellar/phone-number.ts'
import { isUkMobile, parsePhoneNumber } from '../../cellar/phone-number.ts'
import type { KnownNumber } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'

/** The numbers of people, in their order, with what is known of each number. */
export async function numbersOf(tx: Transaction, partyIds: string[]): Promise<Map<string, KnownNumber[]>> {
  if (partyIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<NumberRow[]>`
    SELECT p.party_id, p.number, n.line_type, n.texts_stopped_at
      FROM person_number p LEFT JOIN phone_number n ON n.e164 = p.number
     WHERE p.party_id = ANY(${partyIds}::uuid[])
     ORDER BY p.party_id, p.ord, p.number`
  const known = new Map<string, KnownNumber[]>()
  for (const row of rows) {
    const number = storedNumber(row.number)
    const list = known.get(row.party_id) ?? []
    if (!list.some((n) => n.number === number)) list.push({ number, ...factsOf(row, number) })
    known.set(row.party_id, list)
  }
  return known
}

/** A number out of the database; anything else there was stored past the border. */
export function storedNumber(text: string): PhoneNumber {
  const number = parsePhoneNumber(text)
  if (number === undefined) throw new Error('a stored telephone number cannot be read; correct it in the table phone_number')
  return number
}

interface NumberRow {
  party_id: string
  number: string
  line_type: string | null
  texts_stopped_at: Date | null
}

function factsOf(row: NumberRow, number: PhoneNumber): Omit<KnownNumber, 'number'> {
  const mobile = row.line_type === null ? isUkMobile(number) : row.line_type === 'mobile'
  return { lineType: mobile ? 'mobile' : 'landline', noTexts: row.texts_stopped_at !== null || !mobile }
}
