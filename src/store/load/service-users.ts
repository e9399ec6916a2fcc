import { serviceUserId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import type {
  ContractFacts,
  HouseholdContact,
  PreferredChannel,
  ServiceUserFacts,
  StatusRow,
} from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import { Prisma } from '../prisma-client/client.ts'
import { knownNumbers, type NumberRow } from './numbers.ts'
import { ms, numbersSql } from './sql.ts'

/** Service users with their plan, contract, statuses, contacts and everybody's numbers, by id. */
export async function serviceUsersById(
  tx: Transaction,
  ids: string[],
  at: Instant,
): Promise<Map<string, ServiceUserFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.$queryRaw<ServiceUserRow[]>(serviceUsersSql(Prisma.sql`= ANY(${wanted}::uuid[])`))
  return new Map(rows.map((row) => [row.id, serviceUserOf(row, at)]))
}

/** Service users whose id fulfils a condition, a row each: by itself, or inside a query of what hangs on them. */
export function serviceUsersSql(condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.ref, s.title, s.first_name, s.last_name, s.preferred_name, s.lives_alone, s.cognitive_impairment, s.risk_grade,
           s.relay_uk, s.no_mobile_signal, s.preferred_channel, s.language, ${numbersSql('s.id')} AS numbers,
           (SELECT p.preferred_channel FROM response_plan p WHERE p.service_user_id = s.id ORDER BY p.version DESC LIMIT 1) AS plan_channel,
           coalesce((SELECT jsonb_agg(jsonb_build_object('definitionKey', c.definition_key, 'definitionVersion', c.definition_version,
                                      'lateMinutes', c.late_minutes, 'missedMinutes', c.missed_minutes,
                                      'validFrom', ${ms('c.valid_from')}) ORDER BY c.valid_from)
              FROM contract c WHERE c.service_user_id = s.id), '[]') AS contracts,
           coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('status', t.status, 'fromAt', ${ms('t.from_at')},
                                      'untilAt', ${ms('t.until_at')}, 'receivedAt', ${ms('t.received_at')})) ORDER BY t.received_at)
              FROM service_user_status t WHERE t.service_user_id = s.id), '[]') AS statuses,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', k.id, 'order', k.ord, 'firstName', k.first_name, 'lastName', k.last_name,
                                      'relationship', k.relationship, 'mayBeTold', k.may_be_told, 'canVisit', k.can_visit,
                                      'ringFrom', k.ring_from, 'ringTo', k.ring_to, 'language', k.language,
                                      'numbers', ${numbersSql('k.id')}) ORDER BY k.ord, k.id)
              FROM service_user_contact k WHERE k.service_user_id = s.id), '[]') AS contacts
      FROM service_user s WHERE s.id ${condition}`
}

export interface ServiceUserRow {
  id: string
  ref: string
  title: string
  first_name: string
  last_name: string
  preferred_name: string
  lives_alone: boolean
  cognitive_impairment: boolean
  risk_grade: string
  relay_uk: boolean
  no_mobile_signal: boolean
  preferred_channel: string
  language: string
  numbers: NumberRow[]
  plan_channel: string | null
  contracts: (ContractFacts & { validFrom: Instant })[]
  statuses: StatusRow[]
  contacts: (Omit<HouseholdContact, 'numbers'> & { numbers: NumberRow[] })[]
}

/**
 * A row of `serviceUsersSql`, read.
 *
 * @param at the contract that holds then: for a visit its planned start, as another may be agreed for later
 */
export function serviceUserOf(row: ServiceUserRow, at: Instant): ServiceUserFacts {
  return {
    id: serviceUserId(row.id),
    ref: row.ref,
    title: row.title,
    firstName: row.first_name,
    lastName: row.last_name,
    preferredName: row.preferred_name || row.first_name,
    livesAlone: row.lives_alone,
    cognitiveImpairment: row.cognitive_impairment,
    riskGrade: row.risk_grade,
    relayUk: row.relay_uk,
    noMobileSignal: row.no_mobile_signal,
    preferredChannel: channelOf(row.plan_channel ?? row.preferred_channel),
    language: row.language,
    numbers: knownNumbers(row.numbers),
    contacts: row.contacts.map((contact) => ({ ...contact, numbers: knownNumbers(contact.numbers) })),
    statuses: row.statuses,
    contract: contractAt(row.contracts, at),
  }
}

/** The one that came into force last; one that is agreed for later is not in force yet (P-027, P-062). */
function contractAt(contracts: ServiceUserRow['contracts'], at: Instant): ContractFacts {
  const held = contracts.findLast((contract) => contract.validFrom <= at)
  if (held === undefined) return NOTHING_AGREED
  const { validFrom: _from, ...contract } = held
  return contract
}

/** The policy's own definition (P-061, P-028). */
const NOTHING_AGREED: ContractFacts = {
  definitionKey: 'QCS-policy',
  definitionVersion: 1,
  lateMinutes: 15,
  missedMinutes: 30,
}

function channelOf(text: string): PreferredChannel {
  return text === 'voice_mobile' || text === 'sms' || text === 'via_contact' ? text : 'voice_landline'
}
