import type { Party } from '../cellar/change.ts'
import type { CareWorkerId } from '../cellar/ids.ts'
import { fullName } from '../rota/names.ts'
import type { Allocation, CareWorkerFacts, ServiceUserFacts, VisitFacts } from '../rota/visit-facts.ts'

/** As the form names a service user: "Mrs Brenda Trundle" (P-077). */
export function serviceUserName(who: ServiceUserFacts): string {
  return `${who.title} ${fullName(who)}`.trim()
}

/**
 * For each care worker the visit needs: the one initially allocated, whom no later allocation overwrites (P-083), and
 * whoever does it now in their place (P-073). A slot that stood empty at first was given to the first who got it.
 */
export function rosteredAndSubstitutes(allocations: readonly Allocation[]): {
  rosteredCareWorkers: string[]
  substituteCareWorkers: string[]
} {
  const slots = [...new Set(allocations.map((a) => a.slot))].toSorted((a, b) => a - b)
  const pairs = slots.map((slot) => {
    const given = allocations.filter((a) => a.slot === slot && a.careWorker !== undefined)
    return { first: given[0]?.careWorker, now: given.find((a) => a.untilAt === undefined)?.careWorker }
  })
  return {
    rosteredCareWorkers: pairs.flatMap(({ first }) => (first === undefined ? [] : [fullName(first)])),
    substituteCareWorkers: pairs.flatMap(({ first, now }) =>
      now === undefined || now.id === first?.id ? [] : [fullName(now)],
    ),
  }
}

/** The name of a care worker who is or was allocated to the visit; in plain words when it is somebody else. */
export function careWorkerName(visit: VisitFacts, id: CareWorkerId | undefined): string {
  return nameOf(allocatedTo(visit), id) ?? 'a care worker who was not allocated to this visit'
}

/** Whoever was rung or texted, by name and by what they are to the service user. */
export function partyName(visit: VisitFacts, party: Party): string {
  switch (party.kind) {
    case 'service-user':
      return serviceUserName(visit.serviceUser)
    case 'service-user-contact': {
      const contact = visit.serviceUser.contacts.find((c) => c.id === party.id)
      if (contact === undefined) return 'a contact who is no longer on the list'
      return contact.relationship === '' ? fullName(contact) : `${fullName(contact)} (${contact.relationship})`
    }
    case 'care-worker':
      return nameOf(allocatedTo(visit), party.id) ?? 'a care worker'
    case 'manager':
      return nameOf(visit.branch.responsible === undefined ? [] : [visit.branch.responsible], party.id) ?? 'a manager'
    case 'unknown':
      return 'somebody at the number'
  }
}

function allocatedTo(visit: VisitFacts): CareWorkerFacts[] {
  return visit.allocations.flatMap((a) => a.careWorker ?? [])
}

function nameOf(
  people: readonly { id: string; firstName: string; lastName: string }[],
  id: string | undefined,
): string | undefined {
  const found = people.find((one) => one.id === id)
  return found && fullName(found)
}
