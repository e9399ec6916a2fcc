import type { VisitId } from '../../cellar/ids.ts'
import type { KnownPerson, Loading } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { LOOK_AHEAD_MS, LOOK_BACK_MS, statusAnswer, type StatusAnswer } from '../status-answer.ts'
import { whoIsCalling, type HouseholdMember, type WhoIsCalling } from '../who-is-calling.ts'

/** What is known of a household that rings or writes, at this turn. */
export interface CallerTalk {
  who: WhoIsCalling
  /** for each service user that it may be about */
  answers: StatusAnswer[]
  /** everything about the visits that are meant */
  pictures: ReadonlyMap<VisitId, VisitPicture>
  /** which of the answers is told now */
  index: number
  /** the same number rang a few minutes ago: nothing is said twice, a person is rung */
  rangJustNow: boolean
}

/** Loads whom a number may be about, and locks their visits: all visits first, then what hangs on those that are meant. */
export async function loadCaller(
  tx: Loading,
  people: readonly KnownPerson[],
): Promise<Pick<CallerTalk, 'who' | 'answers' | 'pictures'>> {
  const who = whoIsCalling(people.filter(isMember))
  const answers: StatusAnswer[] = []
  for (const serviceUser of who.about) {
    const visits = await tx.visitsTo(serviceUser.id, tx.now - LOOK_BACK_MS, tx.now + LOOK_AHEAD_MS)
    answers.push(statusAnswer(serviceUser, visits, tx.now))
  }
  const pictures = new Map<VisitId, VisitPicture>()
  for (const { visit } of answers) if (visit !== undefined) pictures.set(visit.id, await tx.picture(visit.id))
  return { who, answers, pictures }
}

/** Whoever is known as a service user or as a contact of one. */
export function isMember(person: KnownPerson): person is KnownPerson & HouseholdMember {
  return person.kind === 'service-user' || person.kind === 'service-user-contact'
}
