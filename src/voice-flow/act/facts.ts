import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { etaName } from '../../contact/text-for.ts'
import { callerFacts } from '../../no-show-line/act/caller-facts.ts'
import { isMachine } from '../../contact/grade.ts'
import { situationOf } from '../../lateness/situation.ts'
import type { Facts } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { matterFacts } from './matter-talk.ts'
import { talkFacts } from './talk-facts.ts'
import { watchFacts } from './watch-talk.ts'

/** What holds now, as the flows may branch on it. */
export function factsOf(conversation: Conversation): Facts {
  const { call, attempt, contact, picture, now } = conversation
  const situation = contact?.message === 'eta' && picture !== undefined ? situationOf(picture.visit, now) : undefined
  const backToPlan = situation?.lateReport === undefined
  const news = situation && picture ? etaName(attempt?.number, picture.contacts, backToPlan) : 'eta'
  return {
    'machine-reported': isMachine(call.answeredBy ?? attempt?.answeredBy),
    flagged: picture?.visit.serviceUser.cognitiveImpairment ?? false,
    'corrected-time': news === 'eta-changed',
    'planned-time-again': news === 'eta-planned-again',
    // a time that is over, or a visit that is not to take place: no time can be told honestly
    'office-will-ring': situation !== undefined && (situation.timeHasPassed || !situation.contactAllowed),
    'texts-reach-again': contact?.message === 'texts-stopped' && reachesAgain(conversation),
    ...talkFacts(conversation),
    ...watchFacts(conversation),
    ...matterFacts(conversation),
    ...callerFacts(conversation),
    'number-withheld': call.direction === 'in' && parsePhoneNumber(call.number) === undefined,
  }
}

/** Whoever sent STOP may have sent START before we rang. */
function reachesAgain({ people, contact }: Conversation): boolean {
  const numbers = people.flatMap((person) => {
    if (person.kind === 'care-worker') return person.careWorker.numbers
    return person.kind === 'manager' ? person.manager.numbers : []
  })
  return numbers.some(({ number, noTexts }) => number === contact?.number && !noTexts)
}
