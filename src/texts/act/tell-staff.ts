import type { ContactDetails } from '../../cellar/change.ts'
import { readableNumber } from '../../cellar/phone-number.ts'
import { writtenDayAndTime } from '../../cellar/spoken-time.ts'
import type { TextName } from '../../contact/text-words.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { arrivedAt, currentPlan } from '../../rota/visit-now.ts'
import type { Incoming } from './sender.ts'

/** An answer by name of its text, for whoever asked. */
export interface Told {
  text: TextName
  details: ContactDetails
}

/** WHO: the office while it is open, else the first manager on call, by first name and initial, with their number; where nobody is, how to reach a person. */
export async function whoIsOnCall({ tx, place }: Incoming): Promise<Told> {
  const [first] = await tx.dutyLadder(place.branchId)
  const { officeNumber } = place.facts
  if (first?.role === 'office' && first.tier === OFFICE_IS_OPEN)
    return { text: 'on-call-office-open', details: { number: readableNumber(first.number) } }
  if (first?.party.kind === 'manager') {
    const manager = await tx.manager(first.party.id)
    const other = manager === undefined ? first.whom : shortName({ ...manager, preferredName: manager.firstName })
    return { text: 'on-call', details: { other, number: readableNumber(first.number) } }
  }
  if (officeNumber === undefined) return { text: 'on-call-nobody', details: {} }
  return { text: 'on-call-office', details: { number: readableNumber(officeNumber) } }
}

/** In office hours the office comes before every tier. */
const OFFICE_IS_OPEN = 0

/** As many as one text holds. */
const MOST_VISITS = 3

/** NEXT: the visits to come, first name and initial and the planned time, no address. */
export function nextVisits(visits: VisitFacts[], { tx, place }: Incoming): Told {
  const coming = visits.filter(
    (v) => currentPlan(v).status === 'planned' && arrivedAt(v) === undefined && currentPlan(v).plannedEnd > tx.now,
  )
  if (coming.length === 0) return { text: 'next-none', details: {} }
  const list = coming
    .slice(0, MOST_VISITS)
    .map((v) => `${shortName(v.serviceUser)} ${writtenDayAndTime(currentPlan(v).plannedStart, tx.now, place.zone)}`)
  return { text: 'next', details: { visits: list.join(', ') } }
}

/** A code that somebody answered: open for them, over (used, another day's, another person's), or never given out. */
export async function standingOfCode(
  { tx, place }: Incoming,
  code: string | undefined,
  party: { kind: string; id: string },
): Promise<'open' | 'over' | 'unknown'> {
  const known = code === undefined ? undefined : await tx.replyCode(place.agencyId, code)
  if (known === undefined) return 'unknown'
  const theirs = known.party.kind === party.kind && known.party.id === party.id
  return theirs && known.usedAt === undefined && known.expiresAt > tx.now ? 'open' : 'over'
}
