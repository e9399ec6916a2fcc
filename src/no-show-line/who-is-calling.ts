import type { ServiceUserFacts } from '../rota/visit-facts.ts'

/** Somebody of a household who is known by a number. */
export type HouseholdMember =
  | { kind: 'service-user'; serviceUser: ServiceUserFacts }
  | { kind: 'service-user-contact'; id: string; serviceUser: ServiceUserFacts }

/** What the number says of whoever rings or writes. It says whose visits are meant, never who holds the phone. */
export interface WhoIsCalling {
  /** whose visits it may be about, each once */
  about: ServiceUserFacts[]
  /** one service user's own number, and no other's: they are "you" */
  themselves: boolean
  /** whose visit is meant stays open: each is answered by name, and a person sorts it out (care-practice 3.3, rule 3) */
  ambiguous: boolean
  /** somebody's calls come through a relay assistant, with pauses (design 3.4) */
  relayUk: boolean
  /** whoever has this number may be told of every one of them */
  mayBeTold: boolean
}

/** As many as one call can name. */
const MOST_PEOPLE = 3

/** Who rings, by everybody known by the number: a service user, a couple on one line, a contact of one or of several. */
export function whoIsCalling(members: readonly HouseholdMember[]): WhoIsCalling {
  const about = [...new Map(members.map(({ serviceUser }) => [serviceUser.id, serviceUser])).values()]
  const own = new Set(members.flatMap((m) => (m.kind === 'service-user' ? [m.serviceUser.id] : [])))
  return {
    about,
    themselves: about.length === 1 && own.size === 1,
    ambiguous: about.length > 1,
    relayUk: about.some(({ relayUk }) => relayUk),
    mayBeTold:
      about.length > 0 &&
      about.length <= MOST_PEOPLE &&
      about.every(
        (person) => own.has(person.id) || members.some((m) => m.serviceUser.id === person.id && isAllowed(m)),
      ),
  }
}

function isAllowed(member: HouseholdMember): boolean {
  if (member.kind === 'service-user') return true
  return member.serviceUser.contacts.some(({ id, mayBeTold }) => id === member.id && mayBeTold)
}
