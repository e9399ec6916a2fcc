import { etaName } from '../../contact/text-for.ts'
import { isMachine } from '../../contact/grade.ts'
import { situationOf } from '../../lateness/situation.ts'
import type { Facts } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'

/** What holds now, as the flows may branch on it. */
export function factsOf(conversation: Conversation): Facts {
  const { call, attempt, contact, picture, now } = conversation
  const news =
    contact?.message === 'eta' && picture !== undefined
      ? etaName(contact, picture.contacts, situationOf(picture.visit, now).lateReport === undefined)
      : 'eta'
  return {
    'machine-reported': isMachine(call.answeredBy ?? attempt?.answeredBy),
    flagged: picture?.visit.serviceUser.cognitiveImpairment ?? false,
    'corrected-time': news === 'eta-changed',
    'planned-time-again': news === 'eta-planned-again',
    'office-will-ring': false,
  }
}
