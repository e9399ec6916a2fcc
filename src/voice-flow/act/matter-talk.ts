import type { Change } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { minutesBetween } from '../../cellar/local-time.ts'
import { parsePhoneNumber, readableNumber } from '../../cellar/phone-number.ts'
import { spokenDayAndTime } from '../../cellar/spoken-time.ts'
import { heldBy, historyOf } from '../../escalation/acceptance.ts'
import { overdueInWords } from '../../escalation/words.ts'
import { riskOf } from '../../matter/risk.ts'
import { takeMatter } from '../../matter/take-matter.ts'
import { formalName, fullName } from '../../rota/names.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import { situationOf } from '../../lateness/situation.ts'
import { logInIsDoubted } from '../../lateness/unexplained.ts'
import type { FactName, ValueName } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { figureByFigure } from './talk-facts.ts'

type MatterFact = Extract<FactName, 'matter-closed' | 'somebody-has-it' | 'taken-before'>

/** How the matter stands that this call is about, as it is at this turn. */
export function matterFacts(c: Conversation): Record<MatterFact, boolean> {
  const about = c.contact?.message === 'escalation'
  const climb = c.picture?.matter?.climb
  return {
    'matter-closed': about && c.picture?.matter === undefined,
    'somebody-has-it': about && heldBy(climb) !== undefined,
    'taken-before': about && historyOf(climb, (at) => String(at)) !== undefined,
  }
}

type MatterValue = Extract<
  ValueName,
  'matter-what' | 'matter-risk' | 'matter-clock' | 'matter-history' | 'matter-details' | 'matter-holder'
>

/** What is said to whoever is on call: who, what, why it matters and the clock; nothing of this to anybody else. */
export const MATTER_VALUES: Record<MatterValue, (c: Conversation) => string | undefined> = {
  'matter-what': ({ picture, place, now }) => {
    if (picture === undefined) return undefined
    const { visit } = picture
    const planned = spokenDayAndTime(currentPlan(visit).plannedStart, now, place.zone)
    const which = `at the visit to ${formalName(visit.serviceUser)}, planned ${planned}`
    if (logInIsDoubted(visit)) return `somebody logged in ${which}, but we were told that nobody has come`
    return `nobody has logged in ${which}`
  },
  'matter-risk': ({ picture }) => {
    const reasons = picture === undefined ? [] : riskOf(picture.visit).reasons
    return reasons.length === 0 ? 'nothing more is known of the risk' : reasons.join(', ')
  },
  'matter-clock': ({ picture, now }) =>
    picture && overdueInWords(minutesBetween(situationOf(picture.visit, now).expectedStart, now)),
  'matter-history': ({ picture, place, now }) =>
    historyOf(picture?.matter?.climb, (at: Instant) => spokenDayAndTime(at, now, place.zone)),
  'matter-details': ({ picture, attempt }) => {
    if (attempt?.party.kind === 'manager') return 'we will text the details'
    const number = picture?.visit.serviceUser.numbers[0]?.number
    return number === undefined
      ? 'no number of theirs is known'
      : `their number is ${figureByFigure(readableNumber(number))}`
  },
  'matter-holder': ({ picture }) => heldBy(picture?.matter?.climb)?.whom,
}

/** Taken by key and confirming key: theirs, unless somebody else was quicker. */
export function takeByKey(c: Conversation): Change[] {
  const { picture, attempt, contact, codes, people, now, newId } = c
  if (picture?.matter === undefined || attempt === undefined || contact === undefined) return []
  const number = parsePhoneNumber(c.call.number)
  if (number === undefined) return []
  const managerId = attempt.party.kind === 'manager' ? attempt.party.id : undefined
  const manager = people.flatMap((one) =>
    one.kind === 'manager' && one.manager.id === managerId ? [one.manager] : [],
  )[0]
  const phone = number === c.place.facts.officeNumber ? 'the office' : 'whoever has the last-resort number'
  const whom = manager === undefined ? phone : fullName(manager)
  const code = codes.find((one) => one.partyId === managerId)?.code
  return takeMatter(picture, { managerId, whom, number, how: 'key', code, contact: contact.id }, now, newId)
}
