import { serviceUserId } from '../../cellar/ids.ts'
import type { ContractFacts, HouseholdContact, PreferredChannel, ServiceUserFacts } from '../../rota/visit-facts.ts'
import type { Transaction } from '../database.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { numbersOf } from './numbers.ts'

/** Service users with their plan, contract, statuses, contacts and everybody's numbers, by id. */
export async function serviceUsersById(tx: Transaction, ids: string[]): Promise<Map<string, ServiceUserFacts>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await tx.serviceUser.findMany({ where: { id: { in: wanted } }, include: PARTS })
  const numbers = await numbersOf(tx, [...wanted, ...rows.flatMap((row) => row.contacts.map((c) => c.id))])
  return new Map(rows.map((row) => [row.id, factsOf(row, numbers)]))
}

const PARTS = {
  contacts: { orderBy: { ord: 'asc' } },
  statuses: { orderBy: { receivedAt: 'asc' } },
  contracts: { orderBy: { validFrom: 'desc' }, take: 1 },
  plans: { orderBy: { version: 'desc' }, take: 1 },
} satisfies Prisma.ServiceUserInclude

type Row = Prisma.ServiceUserGetPayload<{ include: typeof PARTS }>
type Numbers = Awaited<ReturnType<typeof numbersOf>>

function factsOf(row: Row, numbers: Numbers): ServiceUserFacts {
  return {
    id: serviceUserId(row.id),
    ref: row.ref,
    title: row.title,
    firstName: row.firstName,
    lastName: row.lastName,
    preferredName: row.preferredName || row.firstName,
    livesAlone: row.livesAlone,
    cognitiveImpairment: row.cognitiveImpairment,
    riskGrade: row.riskGrade,
    relayUk: row.relayUk,
    noMobileSignal: row.noMobileSignal,
    preferredChannel: channelOf(row.plans[0]?.preferredChannel ?? row.preferredChannel),
    language: row.language,
    numbers: numbers.get(row.id) ?? [],
    contacts: row.contacts.map((contact) => contactOf(contact, numbers)),
    statuses: row.statuses.map((s) => ({
      status: s.status,
      fromAt: s.fromAt.getTime(),
      untilAt: s.untilAt?.getTime(),
      receivedAt: s.receivedAt.getTime(),
    })),
    contract: contractOf(row),
  }
}

function contactOf(row: Row['contacts'][number], numbers: Numbers): HouseholdContact {
  return {
    id: row.id,
    order: row.ord,
    firstName: row.firstName,
    lastName: row.lastName,
    relationship: row.relationship,
    mayBeTold: row.mayBeTold,
    canVisit: row.canVisit,
    ringFrom: row.ringFrom,
    ringTo: row.ringTo,
    language: row.language,
    numbers: numbers.get(row.id) ?? [],
  }
}

/** Nothing agreed: the policy's own definition (P-061, P-028). */
function contractOf(row: Row): ContractFacts {
  const [contract] = row.contracts
  return contract ?? { definitionKey: 'QCS-policy', definitionVersion: 1, lateMinutes: 15, missedMinutes: 30 }
}

function channelOf(text: string): PreferredChannel {
  return text === 'voice_mobile' || text === 'sms' || text === 'via_contact' ? text : 'voice_landline'
}
