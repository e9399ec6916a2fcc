/** What an amount is doing in its sentence: how late, until when, how long already, which visit. */

import type { Match } from './phrase-book.ts'
import type { Fact } from './grammar.ts'
import { denied, onAnotherDay, onlySupposed, somebodyElse, visitAt } from './scene.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import { HEDGES } from './turning-words.ts'

export type Role =
  /** So much later than planned. */
  | 'behind-plan'
  /** So much from now. */
  | 'from-now'
  /** At that time. */
  | 'at-time'
  /** The visit of that time. */
  | 'which-visit'
  /** More (or less) time wanted at a visit. */
  | 'visit-length'
  /** Already gone, early, a journey's length, denied, past, somebody else's: no news of this visit. */
  | 'no-news'
  /** Nothing in its neighbourhood says. */
  | 'free'

/** The role of the amount at `at`. */
export function roleOf(scene: Scene, at: number): Role {
  const { tokens } = scene
  const token = tokens[at]
  if (!token?.amount || token.amount.is === 'other') return 'no-news'
  const anchor = anchorBefore(tokens, at)
  const before = tokens[anchor]?.w ?? ''
  const follower = indexAfter(tokens, at)
  const after = wordAt(tokens, follower)
  if (
    after === 'ago' ||
    after === 'early' ||
    after === 'earlier' ||
    wasSo(tokens, anchor) ||
    othersWord(tokens, at) ||
    replaced(tokens, at)
  )
    return 'no-news'
  if (covers(scene, 'late', at) && !LATE_AFTER.has(after) && !LATE_AFTER.has(before)) return 'no-news'
  if (before === 'not' && !covers(scene, 'not-before', at) && !covers(scene, 'late', anchor)) return 'no-news'
  if (covers(scene, 'more-time', at) || covers(scene, 'less-time', at))
    return LATE_AFTER.has(after) ? 'behind-plan' : 'visit-length'
  if (LATE_AFTER.has(after) && !covers(scene, 'noise', follower)) return 'behind-plan'
  if (PAST.has(before)) return 'no-news'
  if (covers(scene, 'noise', at)) return 'no-news'
  if (alreadyGone(tokens, at)) return 'no-news'
  if (token.amount.is === 'clock') return clockRole(scene, at, before, after)
  if (LATE_AFTER.has(before) && covers(scene, 'late', anchor)) return 'behind-plan'
  if (before === 'by' && matchesOf(scene, 'late').length > 0) return countRole(scene, at, anchor, before)
  if (
    LENGTH_AFTER.has(after) ||
    ((before === 'my' || before === 'the' || before === 'every') && token.amount.is === 'minutes')
  )
    return 'no-news'
  return countRole(scene, at, anchor, before)
}

/** "was 20 late", "was going to be 20 late". */
function wasSo(tokens: readonly Token[], anchor: number): boolean {
  let back = anchor
  while (back > 0 && anchor - back < 4 && GOING_TO_BE.has(tokens[back]?.w ?? '')) back--
  return tokens[back]?.w === 'was' || tokens[back]?.w === 'were'
}

const GOING_TO_BE: ReadonlySet<string> = new Set(['going', 'to', 'be', 'running', 'about', 'over', 'meant', 'supposed'])

/** "instead of 9.45", "rather than 20": what no longer holds. */
function replaced(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.w
  return (before === 'of' && tokens[at - 2]?.w === 'instead') || (before === 'than' && tokens[at - 2]?.w === 'rather')
}

/** "she says twenty minutes" */
function othersWord(tokens: readonly Token[], at: number): boolean {
  return SAYS.has(tokens[at - 1]?.w ?? '') && SAYERS.has(tokens[at - 2]?.w ?? '')
}

const SAYS: ReadonlySet<string> = new Set(['says', 'said', 'say', 'reckons'])
const SAYERS: ReadonlySet<string> = new Set(['she', 'he', 'they', 'nurse', 'doctor', 'aa', 'garage', 'office', 'rac'])

const PAST: ReadonlySet<string> = new Set([
  'every',
  'last',
  'battery',
  'age',
  'aged',
  'from',
  'than_',
  'since',
  'started',
  'left',
  'after',
  'got',
])
const LATE_AFTER: ReadonlySet<string> = new Set(['late', 'behind', 'delayed', 'delay', 'overdue'])
const LENGTH_AFTER: ReadonlySet<string> = new Set([
  'visit',
  'visits',
  'call',
  'calls',
  'slot',
  'walk',
  'drive',
  'journey',
  'appointment',
  'ride',
  'session',
  'delivery',
])

/** A number right behind "late": "late 20", "late by about 20", "late: 20", also over a full stop. */
export function anchorBefore(tokens: readonly Token[], at: number): number {
  let back = at - 1
  while (back >= 0 && at - back < 6 && HEDGES.has(tokens[back]?.w ?? '') && tokens[back]?.w !== 'late') back--
  return back
}

function indexAfter(tokens: readonly Token[], at: number): number {
  let next = at + 1
  while (next < tokens.length && next - at < 3 && HEDGES_AFTER.has(tokens[next]?.w ?? '')) next++
  return next
}

const HEDGES_AFTER: ReadonlySet<string> = new Set([
  'ish',
  'or',
  'so',
  'max',
  'tops',
  'maybe',
  'probably',
  'running',
  'roughly',
  'about',
  'a',
  'bit',
  'now',
  'already',
  'going',
  'to',
  'be',
  'ha',
])

/** The word there, unless a new line or sentence begins with it. */
function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at]
  return token && token.brk < 2 ? token.w : ''
}

/** A phrase of this kind holds the token, or reaches up to the one before it. */
export function covers(scene: Scene, tag: Fact, at: number): boolean {
  return scene.matches.some((match) => match.tag === tag && match.from <= at && match.to >= at)
}

export function matchesOf(scene: Scene, tag: Fact): Match<Fact>[] {
  return scene.matches.filter((match) => match.tag === tag)
}

/** "been waiting 20 minutes", "stuck here for half an hour". */
function alreadyGone(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back < 6; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const word = tokens[back]?.w ?? ''
    if (word === 'another' || word === 'be' || word === 'will' || word === 'late' || word === 'in') return false
    if (WAITED.has(word)) return true
  }
  return false
}

const WAITED: ReadonlySet<string> = new Set([
  'waiting',
  'waited',
  'wait',
  'stuck',
  'sat',
  'stood',
  'standing',
  'sitting',
  'queuing',
  'been',
  'parked',
  'walking',
  'took',
  'takes',
  'taken',
  'spent',
  'lost',
  'for_',
])

function clockRole(scene: Scene, at: number, before: string, after: string): Role {
  const { amount } = scene.tokens[at] ?? {}
  const next = scene.tokens[at + 1]
  const article = before === 'my' || before === 'the' || before === 'a'
  if (next && TRAVEL.has(next.w) && (article || before === '') && !TROUBLED.has(scene.tokens[at + 2]?.w ?? ''))
    return 'no-news'
  if (BECOMES.has(after) && amount?.is === 'clock' && visitAt(scene, amount) !== undefined) return 'which-visit'
  if (article || (next && next.brk === 0 && VISIT_AFTER.has(next.w) && !TIME_BEFORE.has(before))) return 'which-visit'
  const arrives = nearArrive(scene, at) || notBefore(scene, at)
  if (before === 'for') return arrives ? 'at-time' : 'which-visit'
  if (arrives || TIME_BEFORE.has(before)) return 'at-time'
  if (before !== 'late') return 'free'
  return covers(scene, 'late', anchorBefore(scene.tokens, at)) ? 'at-time' : 'no-news'
}

const VISIT_AFTER: ReadonlySet<string> = new Set([
  'call',
  'visit',
  'one',
  'client',
  'appointment',
  'slot',
  'lady',
  'gent',
  '@',
])
const TRAVEL: ReadonlySet<string> = new Set(['bus', 'train', 'tram'])
const TROUBLED: ReadonlySet<string> = new Set(['was', 'is', 'did', 'never', 'broke', 'late', 'not', 'has', 'cancelled'])
const TIME_BEFORE: ReadonlySet<string> = new Set([
  'till',
  'until',
  'eta',
  'be',
  'arrive',
  'arriving',
  'reach',
  'reaching',
  'there',
  'before',
])
const BECOMES: ReadonlySet<string> = new Set(['will', 'now', 'going', 'gonna'])

/** "not ... until 9.20", "won't be there for another 20 minutes": the denial is of being there sooner. */
export function notBefore(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const link = anchorBefore(tokens, at)
  if (!SOONEST.has(tokens[link]?.w ?? '') && tokens[at - 1]?.w !== 'another') return false
  for (let back = link; back >= 0 && link - back < 12; back--) {
    if (tokens[back]?.w === 'not') return true
    if ((tokens[back]?.brk ?? 0) > 1) return false
  }
  return false
}

const SOONEST: ReadonlySet<string> = new Set(['till', 'until', 'before'])

/** Within three words of "be there", "arrive", "with her" and the like. */
export function nearArrive(scene: Scene, at: number): boolean {
  const { tokens } = scene
  return scene.matches.some(
    (match) =>
      match.tag === 'arrive' &&
      ((match.from <= at && match.to >= at) ||
        (match.to < at && at - match.to <= 6 && fillersOnly(tokens, match.to + 1, at)) ||
        (match.from > at && match.from - at <= 2)),
  )
}

function fillersOnly(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token || token.brk === 3) return false
    if (!HEDGES.has(token.w) && !ARRIVAL_FILLERS.has(token.w) && !token.person) return false
  }
  return (tokens[to]?.brk ?? 3) < 2
}

const ARRIVAL_FILLERS: ReadonlySet<string> = new Set([
  'in',
  'by',
  'at',
  'for',
  'till',
  'until',
  'to',
  'with',
  'her',
  'him',
  'them',
  'house',
  'place',
  'there',
  'here',
  'minutes',
  'time',
  'hopefully',
  'no',
  'later',
  'than',
  'before',
  'after',
  'the',
  'my',
  'next',
  'call',
  'and',
  'minute',
  'within',
  'on',
  'of',
  'going',
  'i',
  'will',
  'should',
])

function countRole(scene: Scene, at: number, anchor: number, before: string): Role {
  const { tokens } = scene
  if (covers(scene, 'not-before', at) || notBefore(scene, at))
    return isMinutes(tokens[at]) || tokens[at - 1]?.w === 'another' ? 'from-now' : 'at-time'
  if (LATE_AFTER.has(before))
    return covers(scene, 'noise', anchor) && !covers(scene, 'late', anchor) ? 'no-news' : 'behind-plan'
  if (
    before === 'by' &&
    (LATE_AFTER.has(tokens[anchor - 1]?.w ?? '') ||
      isMinutes(tokens[at]) ||
      (isOverAnHourHand(tokens[at]) && matchesOf(scene, 'late').length > 0))
  )
    return 'behind-plan'
  if (linkedToLate(scene, at)) return 'behind-plan'
  if (before === 'in' || before === 'within' || nearArrive(scene, at))
    return nearArrive(scene, at) || onTheWay(scene, at) ? arrivalRole(tokens, at) : 'no-news'
  if ((before === 'till' || before === 'until') && !isMinutes(tokens[at])) return 'at-time'
  if (before === 'for') return 'no-news'
  if (onTheWay(scene, at) && isMinutes(tokens[at])) return 'from-now'
  return 'free'
}

/** "late to Mr Patel by 20": no hour of the clock. */
function isOverAnHourHand(token: Token | undefined): boolean {
  return token?.amount?.is === 'number' && token.amount.value > 12 && token.amount.digits.length === 2
}

/** "late for Mrs Shah, about 20": only names, times and small words stand between the "late" and the amount. */
function linkedToLate(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const late = matchesOf(scene, 'late').findLast((match) => match.to < at)
  if (!late || at - late.to > 9 || OWN_LINKS.has(tokens[at - 1]?.w ?? '')) return false
  for (let i = late.to + 1; i < at; i++) {
    const token = tokens[i]
    if (
      !token ||
      !(token.person || token.amount?.is === 'clock' || HEDGES.has(token.w) || ON_THE_WAY_TO_AMOUNT.has(token.w))
    )
      return false
  }
  return !covers(scene, 'noise', late.to)
}

const OWN_LINKS: ReadonlySet<string> = new Set(['at', 'till', 'until', 'in', 'within', 'by', 'for', 'before'])

const ON_THE_WAY_TO_AMOUNT: ReadonlySet<string> = new Set(
  'for to at with my the getting next call visit one by again today this morning house first her his and going it will i should'.split(
    ' ',
  ),
)

function isMinutes(token: Token | undefined): boolean {
  return token?.amount?.is === 'minutes' || token?.amount?.is === 'vague'
}

/** "be there in 20" is minutes; "be there at 9", "by 930" and "be there 930" are times. */
function arrivalRole(tokens: readonly Token[], at: number): Role {
  const amount = tokens[at]?.amount
  if (amount?.is !== 'number') return 'from-now'
  const link = tokens[at - 1]?.w === 'about' || tokens[at - 1]?.w === 'like' ? tokens[at - 2]?.w : tokens[at - 1]?.w
  if (link === 'in' || link === 'within' || tokens[at + 1]?.w === 'away') return 'from-now'
  if (link === 'at' || link === 'by' || link === 'till' || link === 'until' || amount.digits.length > 2)
    return 'at-time'
  if (tokens[at + 1]?.w === 'instead' && amount.value <= 12) return 'at-time'
  if (amount.value > 12) return 'from-now'
  return tokens[at - 1]?.w !== 'about' && (amount.value === 5 || amount.value === 10) ? 'from-now' : 'free'
}

function onTheWay(scene: Scene, at: number): boolean {
  return scene.matches.some(
    (match) => match.tag === 'on-my-way' && match.to < at && at - match.to <= 2 && (scene.tokens[at]?.brk ?? 0) < 2,
  )
}

/** The "late" words that are the sender's own, meant, and not denied. */
export interface Lateness {
  own: Match<Fact>[]
  /** Late words that are denied: "not late any more". */
  denied: boolean
  /** Late words that are asked, supposed, or somebody else's. */
  unclear: boolean
}

export function latenessOf(scene: Scene): Lateness {
  const result: Lateness = {
    own: [],
    denied: matchesOf(scene, 'on-time').some((match) => !onlySupposed(scene, match.from)),
    unclear: has(scene, 'someone-late'),
  }
  for (const match of matchesOf(scene, 'late')) {
    if (onAnotherDay(scene)) result.unclear = true
    else if (saysNot(scene, match)) result.own.push(match)
    else if (denied(scene, match.from)) result.denied = true
    else if (onlySupposed(scene, match.from) || somebodyElse(scene, subjectFrom(scene, match.from)))
      result.unclear = true
    else result.own.push(match)
  }
  return result
}

function has(scene: Scene, tag: Fact): boolean {
  return scene.matches.some((match) => match.tag === tag)
}

/** "not make it on time" is itself a lateness. */
function saysNot(scene: Scene, match: Match<Fact>): boolean {
  return scene.tokens[match.from]?.w === 'not'
}

/** In "the nurse is 20 late" the subject stands before the number. */
function subjectFrom(scene: Scene, from: number): number {
  const before = scene.tokens[from - 1]
  return before?.amount && before.amount.is !== 'other' ? from - 1 : from
}
