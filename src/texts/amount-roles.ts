/** What an amount is doing in its sentence: how late, until when, how long already, which visit. */

import { clockRole } from './clock-role.ts'
import { countRole, LATE_AFTER } from './count-role.ts'
import { anchorBefore, covers, matchesOf } from './said-nearby.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'

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
    (after === 'as' && AS_BEFORE.has(wordAt(tokens, follower + 1))) ||
    wasSo(tokens, anchor) ||
    othersWord(tokens, at) ||
    replaced(tokens, at)
  )
    return 'no-news'
  if (covers(scene, 'late', at) && !LATE_AFTER.has(after) && !LATE_AFTER.has(before)) return 'no-news'
  if (
    before === 'not' &&
    (tokens[anchor + 1]?.brk ?? 0) === 0 &&
    !covers(scene, 'not-before', at) &&
    !covers(scene, 'late', anchor)
  )
    return 'no-news'
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

const AS_BEFORE: ReadonlySet<string> = new Set(['planned', 'normal', 'usual', 'arranged', 'always', 'before'])

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

function indexAfter(tokens: readonly Token[], at: number): number {
  let next = at + 1
  while (next < tokens.length && next - at < 3 && HEDGES_AFTER.has(tokens[next]?.w ?? '')) next++
  return next
}

const HEDGES_AFTER: ReadonlySet<string> = new Set([
  'of',
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
