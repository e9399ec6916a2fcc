import { toLocal } from '../../cellar/local-time.ts'
import { minutesBetween } from '../../cellar/local-time.ts'
import type { HeardInput } from '../../cellar/ports.ts'
import { newTime } from '../../lateness/new-time.ts'
import { fullName } from '../../rota/names.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import type { Understand } from '../../texts/act/context.ts'
import type { Reading } from '../../texts/reading.ts'
import type { Heard, SpokenReading } from '../hear.ts'
import type { Conversation } from './conversation.ts'
import type { Talk } from './talk.ts'

/** What came of a turn, in the stepper's words; a care worker's words are read by the reader of texts. */
export function heardOf(heard: HeardInput, c: Conversation, asked: string | undefined, understand: Understand): Heard {
  if (heard.digits !== undefined) return { kind: 'keys', keys: heard.digits }
  if (heard.speech === undefined) return { kind: 'silence' }
  const read = readingOf(heard.speech, c, asked, understand)
  return {
    kind: 'words',
    words: heard.speech,
    ...(heard.confidence === undefined ? {} : { confidence: heard.confidence }),
    ...(read === undefined ? {} : { read }),
  }
}

function readingOf(
  words: string,
  c: Conversation,
  asked: string | undefined,
  understand: Understand,
): SpokenReading | undefined {
  if (c.talk !== undefined) return readSpoken(words, c, c.talk, asked, understand)
  return c.caller === undefined ? undefined : readHousehold(words, c, asked, understand)
}

/** What a household says is read as what it writes: above all a cry for help, in whatever words it comes. */
function readHousehold(
  words: string,
  { place, now }: Conversation,
  asked: string | undefined,
  understand: Understand,
): SpokenReading {
  const { date, time } = toLocal(now, place.zone)
  const awaiting = asked === 'arrived' ? { awaiting: 'arrived' } : {}
  const { kind } = understand(words, { from: 'service-user', now: { date, time }, nextVisits: [], ...awaiting })
  return { kind, household: true }
}

function readSpoken(
  words: string,
  { place, now }: Conversation,
  talk: Talk,
  asked: string | undefined,
  understand: Understand,
): SpokenReading {
  const { date, time } = toLocal(now, place.zone)
  const nextVisits = talk.options.map((v) => ({
    ref: v.ref,
    name: fullName(v.serviceUser),
    start: toLocal(currentPlan(v).plannedStart, place.zone).time,
  }))
  // a recogniser writes "thirty-five", people text "thirty five"
  const reading = understand(words.replaceAll('-', ' '), {
    from: 'care-worker',
    now: { date, time },
    nextVisits,
    awaiting: 'minutes',
  })
  const minutes = minutesOf(reading, talk, now, place.zone, asked)
  return { kind: reading.kind, ...(minutes === undefined ? {} : { minutes }) }
}

/** Minutes as they were asked for: after the plan, or from now; a clock time is turned into them. */
function minutesOf(
  reading: Reading,
  talk: Talk,
  now: number,
  zone: string,
  asked: string | undefined,
): number | undefined {
  if (reading.kind !== 'late' || talk.visit === undefined) return undefined
  if (reading.visit !== undefined && reading.visit !== talk.visit.ref) return undefined
  const { plannedStart } = currentPlan(talk.visit)
  const fromNow = asked === 'minutes-from-now'
  if (fromNow && reading.minutes !== undefined && reading.eta === undefined) return reading.minutes
  const time = newTime(reading, plannedStart, now, zone)
  if (time === undefined || time.kind === 'too-far' || time.kind === 'not-later') return undefined
  return Math.round(minutesBetween(fromNow ? now : plannedStart, time.start))
}
