import type { Change } from '../../cellar/change.ts'
import { parsePhoneNumber } from '../../cellar/phone-number.ts'
import { situationOf } from '../../lateness/situation.ts'
import { officeItem, promisedTime } from '../../office-list/new-item.ts'
import { wordOfCall } from '../../office-list/subjects-of-call.ts'
import { shortName } from '../../rota/names.ts'
import { waitedFor } from '../../watch/waited-for.ts'
import type { FactName } from '../catalogue.ts'
import type { Conversation } from './conversation.ts'
import type { KeptTalk, Loaded } from './talk.ts'

/** The messages whose calls are made because the watch found nobody logged in. */
const OF_THE_WATCH: readonly string[] = ['care-worker-check', 'not-logged-in']

type WatchFactName = Extract<FactName, 'somebody-is-there' | 'log-in-is-missing'>

/** What holds in a call that the watch makes; nothing of it in any other. */
export function watchFacts({ contact, picture, now }: Conversation): Record<WatchFactName, boolean> {
  if (contact === undefined || picture === undefined || !OF_THE_WATCH.includes(contact.message))
    return { 'somebody-is-there': false, 'log-in-is-missing': false }
  const { arrivedAt, unexplained } = situationOf(picture.visit, now)
  // of two care workers the one who is rung may be the one who is missing
  const isMissing = waitedFor(picture.visit).some((who) => who.careWorker?.id === contact.party.id)
  const asksCareWorker = contact.message === 'care-worker-check'
  return {
    'somebody-is-there': asksCareWorker ? !isMissing && arrivedAt !== undefined : arrivedAt !== undefined,
    'log-in-is-missing': unexplained?.why === 'not-logged-in',
  }
}

/** A care worker who is rung by the watch is asked about this one visit; nobody else's words count for it. */
export function checkTalk({ contact, picture, people }: Conversation, kept: KeptTalk): Loaded | undefined {
  if (contact?.message !== 'care-worker-check' || picture === undefined) return undefined
  const { visit } = picture
  const careWorkers = visit.allocations.flatMap((a) =>
    a.untilAt === undefined && a.careWorker !== undefined && a.careWorker.id === contact.party.id ? [a.careWorker] : [],
  )
  const visits = new Map(careWorkers.map((one) => [one.id, [visit]]))
  return { careWorkers, visits, shared: people.length > 1, reported: kept.reported === undefined ? undefined : picture }
}

/** Whoever was told that nobody has logged in waits for a call: the office is reminded in time, until somebody is there. */
export function promiseWord({ call, place, picture, now, newId }: Conversation): Change[] {
  if (picture === undefined) return []
  const { visit, matter } = picture
  const number = parsePhoneNumber(call.number)
  const wanted = {
    kind: 'waits-for-word',
    details: { person: shortName(visit.serviceUser) },
    visitId: visit.id,
    ...(matter === undefined ? {} : { matterId: matter.id }),
    ...(number === undefined ? {} : { number }),
    subject: wordOfCall(call),
    dueAt: promisedTime(now),
  } as const
  return [officeItem(place, wanted, now, newId)]
}
