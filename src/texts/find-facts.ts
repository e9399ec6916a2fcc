/** The facts a care worker's or manager's text states, apart from how late they are. */

import type { Fact } from './grammar.ts'
import type { Match } from './phrase-book.ts'
import type { ReadingKind } from './reading.ts'
import { subjectOf } from './danger-subject.ts'
import { onePerKindAndPlace } from './one-per-place.ts'
import { BESIDE_COMMANDS, isSupported, LIGHT } from './supported.ts'
import { butNot, isOfOffice, NOT_BEFORE_DONE, notYet, onlyInPart, takenBack } from './not-so.ts'
import { isFirstName } from './first-names.ts'
import { denied, onAnotherDay, onlySupposed, somebodyElse } from './how-meant.ts'
import type { Scene } from './scene.ts'

/** Facts that a reading can carry, and their kind. */
const KINDS: Readonly<Partial<Record<Fact, ReadingKind>>> = {
  missed: 'missed',
  cannot: 'cannot-attend',
  sick: 'sick',
  arrived: 'arrived',
  left: 'left',
  'found-missed': 'found-missed',
  'no-reply': 'no-reply',
  frustrated: 'frustrated',
  'on-my-way': 'on-my-way',
  'more-time': 'needs-more-time',
  'less-time': 'needs-less-time',
  who: 'who-is-on-call',
  next: 'next',
  undo: 'undo',
  stop: 'stop',
}

export interface StatedFact {
  kind: ReadingKind
  from: number
  to: number
}

export interface FactFinding {
  stated: StatedFact[]
  /** Something was said that is denied, asked, supposed, or about somebody else. */
  unclear: boolean
}

export function findFacts(scene: Scene): FactFinding {
  const stated: StatedFact[] = []
  let unclear = scene.matches.some((match) => match.tag === 'late-maybe')
  for (const match of scene.matches) {
    const kind = KINDS[match.tag]
    if (kind === undefined || beginsInNoise(scene, match)) continue
    if (takenBack(scene, match.from)) stated.push({ kind: 'undo', from: match.from, to: match.to })
    else if (holds(scene, match)) stated.push({ kind, from: match.from, to: match.to })
    else unclear = true
  }
  return { stated: onePerKindAndPlace(withoutBarePlace(scene, stated)), unclear }
}

/** "The lady rang her buzzer" reaches into "rang her buzzer". */
function beginsInNoise(scene: Scene, { tag, from }: Match<Fact>): boolean {
  return (
    tag === 'no-reply' && scene.matches.some((match) => match.tag === 'noise' && match.from < from && match.to >= from)
  )
}

/** "at Mrs Shah's" says arrived when nothing else is said; else it only says where. */
function withoutBarePlace(scene: Scene, stated: readonly StatedFact[]): readonly StatedFact[] {
  const alone =
    stated.length === 1 &&
    !scene.matches.some((match) => match.tag === 'late' || match.tag === 'arrive' || match.tag === 'on-time')
  return alone
    ? stated
    : stated.filter(({ from, to }) => !(to === from + 1 && scene.tokens[from]?.w === 'at' && scene.tokens[to]?.person))
}

function holds(scene: Scene, match: Match<Fact>): boolean {
  if (LIGHT.has(match.tag) && !isSupported(scene, match)) return false
  if (match.from === match.to && ONLY_ALONE.has(scene.tokens[match.from]?.w ?? '') && !isAlone(scene, match.from))
    return false
  if (isWeak(scene, match) && !standsAlone(scene, match)) return false
  if (!SELF_DENYING.has(match.tag) && denied(scene, match.from)) return false
  if (match.tag === 'who' || match.tag === 'next') return true
  if (NOT_BEFORE_DONE.has(match.tag) && notYet(scene, match.from)) return false
  if (match.tag === 'arrived' && butNot(scene, match.to)) return false
  if (isOfOffice(scene, match)) return false
  if (match.tag === 'frustrated' && onlyInPart(scene, match.to)) return false
  if (onlySupposed(scene, match.from)) return false
  if (OF_TODAY.has(match.tag) && onAnotherDay(scene)) return false
  if (match.tag === 'frustrated' && (ofSender(scene, match.from) || ofFamily(scene, match.from))) return false
  return !(OWN_ONLY.has(match.tag) && somebodyElse(scene, match.from))
}

/** "in", "in x": words that mean an arrival only where nothing else is said. */
const ONLY_ALONE: ReadonlySet<string> = new Set(['in', 'inside', 'landed'])

function isAlone({ tokens }: Scene, at: number): boolean {
  return tokens.every(
    (token, other) =>
      other === at || token.person !== undefined || token.amount?.is === 'clock' || WITH_ALONE.has(token.w),
  )
}

const WITH_ALONE: ReadonlySet<string> = new Set('x xx xxx now ok thanks all just safely safe sorry am i'.split(' '))

/** Their phrases hold the "not" themselves. */
const SELF_DENYING: ReadonlySet<Fact> = new Set(['no-reply', 'found-missed', 'more-time'])

/** Facts that are acted upon now; said of another day they are none. */
const OF_TODAY: ReadonlySet<Fact> = new Set(['arrived', 'left', 'on-my-way', 'less-time', 'no-reply'])

/** Facts that only the sender can state of themselves. */
const OWN_ONLY: ReadonlySet<Fact> = new Set(['missed', 'cannot', 'sick', 'arrived', 'left', 'on-my-way', 'less-time'])

/** "my mum's been rushed in to hospital" */
function ofFamily({ tokens, context }: Scene, at: number): boolean {
  return subjectOf(tokens, at, context.from) === 'family'
}

/** "I'm on holiday" is not the service user's. */
function ofSender(scene: Scene, at: number): boolean {
  const before = scene.tokens.slice(Math.max(0, at - 3), at).map((token) => token.w)
  return before.includes('i') || before.includes('we')
}

/** Single words that mean something only where they are most of what is said. */
function isWeak(scene: Scene, match: Match<Fact>): boolean {
  const words = scene.tokens.slice(match.from, match.to + 1).map((token) => token.w)
  return WEAK.has(words.join(' '))
}

const WEAK: ReadonlySet<string> = new Set([
  'here',
  'done',
  'left',
  'out',
  'found',
  'next',
  'who',
  'miss',
  'can not',
  'cannot',
  'short',
  'finished',
  'finish',
  'complete',
  'completed',
  'coming',
  'mistake',
  'bug',
  'fever',
  'hospital',
  'heading to',
  'am here',
  'not in',
  'not there',
  'miss me',
  'refuses',
  'will come',
  'is out',
  'day centre',
  'respite',
  'not home',
  'missed',
  'admitted',
  'declined',
  'ill',
  'sick',
  'my rota',
  'not coming',
  'less time',
  'cannot attend',
  'over',
  'at @',
  'made it',
])

/** What may stand beside a single command word without making it a sentence of its own. */
function standsAlone(scene: Scene, { from, to }: { from: number; to: number }): boolean {
  const { tokens } = scene
  let start = from
  while (start > 0 && (tokens[start]?.brk ?? 0) === 0) start--
  let others = 0
  for (let at = start; at < tokens.length && (at <= to || (tokens[at]?.brk ?? 0) === 0); at++) {
    const token = tokens[at]
    if (!token || (at >= from && at <= to)) continue
    if (
      token.person ||
      (token.amount && token.amount.is !== 'other') ||
      BESIDE_COMMANDS.has(token.w) ||
      scene.isHarmless(at) ||
      inOtherFact(scene, at, from)
    )
      continue
    if (at > to && (token.strange || isFirstName(token.w))) continue
    others++
  }
  return others === 0
}

function inOtherFact(scene: Scene, at: number, from: number): boolean {
  return scene.matches.some(
    (match) =>
      match.from <= at &&
      match.to >= at &&
      !(match.from <= from && match.to >= from) &&
      match.tag !== 'noise' &&
      match.tag !== 'chatter' &&
      match.tag !== 'cover' &&
      match.to - match.from > 0,
  )
}

/** Whether a phrase of small talk or good news holds the whole of what was said. */
export function said(scene: Scene, tag: Fact): boolean {
  return scene.matches.some(
    (match) =>
      match.tag === tag && !denied(scene, match.from) && (!onlySupposed(scene, match.from) || tag === 'chatter'),
  )
}
