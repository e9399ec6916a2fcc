import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { Belief } from '../contact/beliefs.ts'
import { beliefsPastTelling, outdatedBeliefs } from '../contact/beliefs.ts'
import type { Situation } from '../lateness/situation.ts'
import { officeItem } from '../office-list/new-item.ts'
import { shortName } from '../rota/names.ts'
import type { VisitPicture } from './matter-facts.ts'
import { newsAbout } from './news-about.ts'

const KIND = 'believes-old-time'

/**
 * Whoever was told a time that does not hold any more, and cannot be told another by the line, is put into a human's
 * hands at once: an UNDO that came too late, or whoever was expected is not coming. What was asked of a human and has
 * come right by itself is off the list again.
 */
export function mindBeliefs(picture: VisitPicture, situation: Situation, now: Instant, newId: NewId): Change[] {
  const past = beliefsPastTelling(picture.contacts, situation, now)
  const asked = oldTimeBelieved(picture, past, now, newId)
  const comeRight = outdatedBeliefs(picture.contacts, situation).length === 0
  return comeRight ? [...asked, ...takenOff(picture, situation, now)] : asked
}

/** One item for each number that was told the old time; whoever takes it rings that number. Once for each news. */
export function oldTimeBelieved(picture: VisitPicture, beliefs: Belief[], now: Instant, newId: NewId): Change[] {
  const { visit, matter, items } = picture
  return beliefs.flatMap(({ number, start }) => {
    const subject = `visit ${visit.id}: ${number} told ${start} ${newsAbout(visit)}`
    if (items.some((item) => item.kind === KIND && item.subject === subject)) return []
    const wanted = {
      kind: KIND,
      details: { person: shortName(visit.serviceUser), time: start },
      visitId: visit.id,
      ...(matter === undefined ? {} : { matterId: matter.id }),
      number,
      subject,
      dueAt: now,
    } as const
    return [officeItem(visit, wanted, now, newId)]
  })
}

/** Nobody waits for another time than the one that holds, or, where all was taken back, for any but the planned one. */
function takenOff({ items }: VisitPicture, situation: Situation, at: Instant): Change[] {
  const settled = situation.nothingReported ? [KIND, 'could-not-be-told'] : [KIND]
  return items
    .filter((item) => !item.done && settled.includes(item.kind))
    .map((item) => ({
      kind: 'office-item-moved',
      id: item.id,
      to: { state: 'done', at, how: 'the time that they expect holds' },
    }))
}
