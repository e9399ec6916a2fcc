import { readableNumber } from '../../cellar/phone-number.ts'
import type { Instant, Zone } from '../../cellar/local-time.ts'
import { spokenDayAndTime } from '../../cellar/spoken-time.ts'
import { shortName } from '../../rota/names.ts'
import type { VisitFacts } from '../../rota/visit-facts.ts'
import { currentPlan, standingEvents } from '../../rota/visit-now.ts'
import type { FactName, ValueName } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { newStart, toCome } from './talk.ts'

const MOST_NEXT = 3

type TalkFact = Extract<
  FactName,
  | 'shared-number'
  | 'second-care-worker'
  | 'no-visit'
  | 'several-visits'
  | 'time-has-passed'
  | 'household-is-told'
  | 'late-is-noted'
  | 'nobody-on-call'
>

/** What holds in a care worker's call; nothing of it in any other. */
export function talkFacts({ talk, duty, now }: Conversation): Record<TalkFact, boolean> {
  const start = talk === undefined ? undefined : newStart(talk)
  const contacts = talk?.reported?.contacts ?? []
  const events = talk?.reported === undefined ? [] : standingEvents(talk.reported.visit)
  return {
    'shared-number': talk?.shared ?? false,
    'second-care-worker': (talk?.careWorkers.length ?? 0) > 1,
    'no-visit': talk?.options.length === 0,
    'several-visits': (talk?.options.length ?? 0) > 1,
    'time-has-passed': start !== undefined && start <= now,
    'household-is-told': contacts.some((c) => c.message === 'eta' && c.droppedAt === undefined),
    'late-is-noted': events.some((e) => e.kind === 'late' && e.source === 'call'),
    'nobody-on-call': duty.length === 0,
  }
}

type TalkValue = Extract<
  ValueName,
  | 'first-name'
  | 'second-name'
  | 'visit-person'
  | 'visit-time'
  | 'new-time'
  | 'first-person'
  | 'first-time'
  | 'second-person'
  | 'second-time'
  | 'next-visits'
  | 'on-call-person'
  | 'on-call-number'
>

/** What is said in a care worker's call: first names and initials, clock times, nothing else of anybody. */
export const TALK_VALUES: Record<TalkValue, (c: Conversation) => string | undefined> = {
  'first-name': ({ talk }) => talk?.careWorkers[0]?.knownAs,
  'second-name': ({ talk }) => talk?.careWorkers[1]?.knownAs,
  'visit-person': ({ talk }) => talk?.visit && shortName(talk.visit.serviceUser),
  'visit-time': (c) => timeOf(c.talk?.visit, c.now, c.place.zone),
  'new-time': ({ talk, now, place }) => {
    const start = talk === undefined ? undefined : newStart(talk)
    return start === undefined ? undefined : spokenDayAndTime(start, now, place.zone)
  },
  'first-person': ({ talk }) => talk?.options[0] && shortName(talk.options[0].serviceUser),
  'first-time': (c) => timeOf(c.talk?.options[0], c.now, c.place.zone),
  'second-person': ({ talk }) => talk?.options[1] && shortName(talk.options[1].serviceUser),
  'second-time': (c) => timeOf(c.talk?.options[1], c.now, c.place.zone),
  'next-visits': ({ talk, now, place }) => {
    const next = talk === undefined ? [] : toCome(talk, now).slice(0, MOST_NEXT)
    const said = next.map((v) => `${shortName(v.serviceUser)} at ${timeOf(v, now, place.zone) ?? ''}`)
    return said.length === 0 ? 'nothing more' : said.join(', then ')
  },
  'on-call-person': ({ duty }) => duty[0]?.whom,
  'on-call-number': ({ duty }) => (duty[0] === undefined ? undefined : figureByFigure(readableNumber(duty[0].number))),
}

/** A number as it is said, with a breath where it is written with a space. */
export function figureByFigure(number: string): string {
  return number.split('').join(' ').replaceAll(/ {2,}/g, ', ')
}

function timeOf(visit: VisitFacts | undefined, now: Instant, zone: Zone): string | undefined {
  return visit && spokenDayAndTime(currentPlan(visit).plannedStart, now, zone)
}
