import { cleanForSpeech } from '../../cellar/clean-text.ts'
import { readableNumber } from '../../cellar/phone-number.ts'
import { spokenDayAndTime, spokenTime } from '../../cellar/spoken-time.ts'
import { answeredCareWorker, answeredEta, answeredWhom, CALLER_VALUES } from '../../no-show-line/act/caller-facts.ts'
import { situationOf } from '../../lateness/situation.ts'
import { itemInWords } from '../../office-list/words.ts'
import { promisedTime } from '../../office-list/new-item.ts'
import { formalName } from '../../rota/names.ts'
import { careWorkersNow } from '../../rota/visit-now.ts'
import type { ValueName, Values, ValueSources } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import { MATTER_VALUES } from './matter-talk.ts'
import { figureByFigure, TALK_VALUES } from './talk-facts.ts'

/** Where each spoken value comes from; made at the moment it is spoken, from the facts as they are then. */
const SOURCES: ValueSources<Conversation> = {
  agency: ({ place }) => place.facts.agencyName,
  'line-number': ({ place }) => figureByFigure(readableNumber(place.facts.lineNumber)),
  listener: (c) => listener(c),
  'care-worker-introduced': (c) => introduced(c),
  'care-worker': (c) => careWorker(c) ?? (isServiceUser(c) ? 'your care worker' : 'the care worker'),
  whom: (c) =>
    c.picture === undefined ? answeredWhom(c) : isServiceUser(c) ? 'you' : formalName(c.picture.visit.serviceUser),
  eta: (c) =>
    c.picture === undefined
      ? answeredEta(c)
      : spokenTime(situationOf(c.picture.visit, c.now).expectedStart, c.place.zone),
  'planned-time': ({ picture, place, now }) =>
    picture && spokenTime(situationOf(picture.visit, now).plan.plannedStart, place.zone),
  'ring-back-time': ({ place, now }) => spokenDayAndTime(promisedTime(now), now, place.zone),
  ...CALLER_VALUES,
  ...TALK_VALUES,
  ...MATTER_VALUES,
  me: ({ contact, talk }) =>
    talk?.careWorker?.knownAs ?? (typeof contact?.details['me'] === 'string' ? contact.details['me'] : undefined),
  'on-call-until': ({ contact, place, now }) =>
    typeof contact?.details['until'] === 'number'
      ? spokenDayAndTime(contact.details['until'], now, place.zone)
      : undefined,
  caller: (c) => c.callerName,
  what: ({ item, place, now }) => item && itemInWords(item, (at) => spokenDayAndTime(at, now, place.zone)),
  due: ({ item, place, now }) => item && spokenDayAndTime(item.dueAt, now, place.zone),
}

/** Every value this call has, clean for a voice. */
export function valuesOf(conversation: Conversation): Values {
  const values: Values = {}
  for (const name of Object.keys(SOURCES) as ValueName[]) {
    const value = SOURCES[name](conversation)
    if (value !== undefined) values[name] = cleanForSpeech(value)
  }
  return values
}

function isServiceUser({ attempt, caller }: Conversation): boolean {
  if (caller !== undefined) return caller.who.themselves
  return attempt === undefined || attempt.party.kind === 'service-user'
}

/** The person who is rung: the service user, or the one of their contacts whose number it is. */
function listener({ picture, attempt }: Conversation): string | undefined {
  if (picture === undefined) return undefined
  const { serviceUser } = picture.visit
  const contact = serviceUser.contacts.find((c) => c.id === attempt?.party.id)
  return contact === undefined ? formalName(serviceUser) : `${contact.firstName} ${contact.lastName}`
}

function careWorker(c: Conversation): string | undefined {
  return c.picture === undefined ? answeredCareWorker(c) : careWorkersNow(c.picture.visit)[0]?.knownAs
}

function introduced(conversation: Conversation): string | undefined {
  const name = careWorker(conversation)
  const whose = isServiceUser(conversation) ? 'your care worker' : 'the care worker'
  return name === undefined ? whose : `${whose}, ${name},`
}
