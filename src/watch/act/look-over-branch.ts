import type { Change } from '../../cellar/change.ts'
import type { BranchId } from '../../cellar/ids.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { addDays, toInstant } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import { writtenTime } from '../../cellar/spoken-time.ts'
import type { BranchPlace, Loading, Store } from '../../matter/act/store.ts'
import { officeItem } from '../../office-list/new-item.ts'
import { FEED_WINDOW, feedSilence, usualShare, type LogInShare } from '../feed-health.ts'
import { forecastTimes, impossibleInWords, unallocatedInWords, type Forecast } from '../forecast.ts'
import type { VisitWatch } from './visit-watch.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Often enough that a visit's check never waits long for it (watch/next-check). */
const EVERY_MS = 2 * MINUTE_MS
/** What is usual is worked out anew so often, from the days before. */
const USUAL_EVERY_MS = 60 * MINUTE_MS
const USUAL_DAYS = 7

/**
 * Looks over a branch as a whole: whether log-ins come in at all, so that one silent feed is one item and not a hundred
 * calls; what of tomorrow has nobody, or cannot be kept, at 14:00 and 20:00; and whether any visit has no next check. It
 * goes by how things stand, so it may run twice.
 */
export function createLookOverBranch({ store, newId }: { store: Store; newId: NewId }) {
  return async function lookOverBranch(id: BranchId): Promise<void> {
    await store.act(async (tx) => {
      const watch = await tx.visitWatch(id)
      if (watch === undefined || watch.nextDueAt > tx.now) return { changes: [], result: undefined }
      const place = await tx.branch(id)
      await tx.watchVisits(id)
      const feed = await lookAtFeed(tx, place, watch, newId)
      const forecast = forecastTimes(tx.now, place.zone)
      const isNew = watch.forecastAt < forecast.last.at
      const looked: Change = {
        kind: 'branch-looked-over',
        branchId: id,
        look: {
          ...feed.look,
          lookedAt: tx.now,
          nextDueAt: Math.min(tx.now + EVERY_MS, forecast.next),
          forecastAt: forecast.last.at,
        },
      }
      const tomorrow = isNew ? await lookAtTomorrow(tx, place, forecast.last, watch.forecastAt, newId) : []
      return { changes: [...feed.changes, ...tomorrow, looked], result: undefined }
    })
  }
}

async function lookAtFeed(tx: Loading, place: BranchPlace, watch: VisitWatch, newId: NewId) {
  const isOld = tx.now - watch.usualAt >= USUAL_EVERY_MS
  const until = tx.now - FEED_WINDOW.settledAfterMinutes * MINUTE_MS
  const from = until - FEED_WINDOW.minutes * MINUTE_MS
  const usual = isOld
    ? usualShare(await tx.logInShare(place.branchId, from - USUAL_DAYS * DAY_MS, from))
    : watch.usualShare
  const share = await tx.logInShare(place.branchId, from, until)
  const silentSince = feedSilence(share, usual, watch.silentSince, tx.now)
  return {
    look: { silentSince, usualShare: usual, usualAt: isOld ? tx.now : watch.usualAt },
    changes: [
      ...(silentSince === undefined ? [] : [silent(place, silentSince, share, from, tx.now, newId)]),
      ...(watch.silentSince === undefined || silentSince !== undefined
        ? []
        : [done(place, silentSubject(watch.silentSince), tx.now, 'log-ins come in again')]),
    ],
  }
}

/** One item for the branch, however many visits wait; whoever can't wait is looked after singly all the same. */
function silent(
  place: BranchPlace,
  since: Instant,
  { due, heard }: LogInShare,
  from: Instant,
  now: Instant,
  newId: NewId,
): Change {
  const why = `${heard} of ${due} since ${writtenTime(from, place.zone)}`
  const wanted = { kind: 'feed-silent', details: { why }, subject: silentSubject(since), dueAt: now } as const
  return officeItem(place, wanted, now, newId)
}

function silentSubject(since: Instant): string {
  return `log-ins silent since ${since}`
}

/** The forecast before is replaced: what was put right is off the list, what was not is there with what is so now. */
async function lookAtTomorrow(
  tx: Loading,
  place: BranchPlace,
  { of, at, dueAt }: Forecast,
  before: Instant,
  newId: NewId,
): Promise<Change[]> {
  const day = (date: string) => toInstant({ date, time: '00:00' }, place.zone, 'start')
  const places = await tx.plannedPlaces(place.branchId, day(of), day(addDays(of, 1)))
  const found = [
    { kind: 'tomorrow-unallocated', why: unallocatedInWords(places, place.zone) },
    { kind: 'tomorrow-impossible', why: impossibleInWords(places, place.zone) },
  ] as const
  return found.flatMap(({ kind, why }) => [
    done(place, `${kind} ${before}`, tx.now, 'a newer forecast'),
    ...(why === undefined
      ? []
      : [
          officeItem(
            place,
            { kind, details: { why }, subject: `${kind} ${at}`, dueAt: Math.max(dueAt, tx.now) },
            tx.now,
            newId,
          ),
        ]),
  ])
}

function done({ branchId }: BranchPlace, subject: string, at: Instant, how: string): Change {
  return { kind: 'office-items-done', branchId, subject, at, how }
}
