/** Looks for cries for help before anything else is read, in all that was sent: also in quotes and signatures. */

import { findDangers } from './find-danger.ts'
import type { Danger } from './find-danger.ts'
import { isOfFamily, subjectOf } from './danger-subject.ts'
import {
  cryBook,
  cryOfHouseholdBook,
  cryOfStrangersBook,
  harmlessBook,
  harmlessFromStaffBook,
  speller,
} from './lexicon.ts'
import { WHOLE_CRIES } from './person-cries.ts'
import { outermost } from './phrase-book.ts'
import type { Reading, Sender } from './reading.ts'
import { tokenize } from './tokenize.ts'
import type { Token } from './tokens.ts'

export interface CryFinding {
  level: 'emergency' | 'person'
  about?: 'bereavement'
  /** All of it is said of the sender's own family: a reason to be away, where they say so. */
  ofFamily?: true
}

/** The cry in these tokens, the gravest level of all that is found. A word of `names` alone is none: Mrs Grey. */
export function findCry(
  tokens: readonly Token[],
  from: Sender,
  names: ReadonlySet<string> = NO_NAMES,
): CryFinding | undefined {
  const own = from === 'service-user' ? cryOfHouseholdBook.find(tokens, ANY_BREAK) : []
  const strange = from === 'unknown' ? cryOfStrangersBook.find(tokens, ANY_BREAK) : []
  const heard = [...outermost(cryBook.find(tokens, ANY_BREAK)), ...own, ...strange].filter(
    (match) => match.from !== match.to || !names.has(tokens[match.from]?.w ?? ''),
  )
  const felt = findDangers(tokens, from).filter(({ at }) => !names.has(tokens[at]?.w ?? ''))
  const harmless = heard.length + felt.length > 0 ? harmlessWords(tokens, from) : []
  const cries = heard.filter(
    ({ from: first, to }) => !allHarmless(tokens, harmless, first, to) && !ofAThing(tokens, first, to, from),
  )
  const dangers = felt.filter(
    (danger) =>
      !isHidden(danger, harmless) &&
      !cries.some((cry) => cry.tag === 'bereavement' && cry.from <= danger.at && cry.to >= danger.at),
  )
  if (cries.length + dangers.length === 0) return isWholeCry(tokens) ? { level: 'person' } : undefined
  const bereaved = cries.some(({ tag, from: at }) => tag === 'bereavement' && !ownLoss(tokens, at, from))
  const grave = cries.some(({ tag }) => tag === 'emergency') || dangers.some(({ level }) => level === 'emergency')
  const ofFamily =
    from !== 'service-user' &&
    !dangers.some(({ ofHouse }) => ofHouse) &&
    [...cries.map((cry) => cry.from), ...dangers.map(({ at }) => at)].every((at) => isOfFamily(tokens, at, from))
  return {
    ...(ofFamily ? { ofFamily } : {}),
    level: grave ? 'emergency' : 'person',
    ...(bereaved ? { about: 'bereavement' as const } : {}),
  }
}

/** The cry in what the sender only quotes. */
export function findQuotedCry(quoted: string, from: Sender): CryFinding | undefined {
  return quoted === '' ? undefined : findCry(tokenize(quoted, speller), from)
}

export function cryReading({ level, about }: CryFinding): Reading {
  return { kind: 'help', level, ...(about ? { about } : {}) }
}

const NO_NAMES: ReadonlySet<string> = new Set()
const ANY_BREAK = 9
/** Harmless phrases stand unbroken. */
const NO_BREAK = 0

/** Which words stand in a phrase that only looks like a cry. */
export function harmlessWords(tokens: readonly Token[], from: Sender): boolean[] {
  const marks = tokens.map(() => false)
  const ofStaff = from === 'care-worker' || from === 'manager' ? harmlessFromStaffBook.find(tokens, NO_BREAK) : []
  for (const match of [...harmlessBook.find(tokens, NO_BREAK), ...ofStaff]) {
    if (!leftHanging(tokens, match.from, match.to)) marks.fill(true, match.from, match.to + 1)
  }
  for (const [at, token] of tokens.entries()) if (isLongAgo(tokens, at, token)) markSentence(tokens, at, marks)
  return marks
}

/** "in 1951", "in the war", "20 years ago": a story, and nobody is in danger now. */
function isLongAgo(tokens: readonly Token[], at: number, { w, raw }: Token): boolean {
  if (/^19\d\d$/.test(raw)) return /^(in|since|back)$/.test(tokens[at - 1]?.w ?? '')
  if (w === 'war' || w === 'blitz') return tokens[at - 1]?.w === 'the'
  return w === 'ago' && /^(years|year|decades|decade)$/.test(tokens[at - 1]?.w ?? '')
}

function markSentence(tokens: readonly Token[], at: number, marks: boolean[]): void {
  let first = at
  while (first > 0 && (tokens[first]?.brk ?? 0) < 2) first--
  let last = at
  while (last + 1 < tokens.length && (tokens[last + 1]?.brk ?? 0) < 2) last++
  marks.fill(true, first, last + 1)
}

/** "no chest pain" denies a cry only where the denial ends there; whatever else follows may belong to another sentence. */
function leftHanging(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]?.w
  const next = tokens[to + 1]
  if (first !== 'no' && first !== 'not') return false
  return (
    next !== undefined &&
    next.brk === 0 &&
    !next.person &&
    !(next.amount && !/^\d{4}$/.test(next.raw)) &&
    !AFTER_A_DENIAL.has(next.w)
  )
}

const AFTER_A_DENIAL: ReadonlySet<string> = new Set(
  'and or but no not all just so today now at done here she he i everything fine ok this in since yet reported noted seen concerns needed required thanks thank please x xx on from to nothing lol with or anything eating eaten ate drinking drank slept sleeping took taken had walking mobile slow late running left good great well happy she because both either nor only still everyone they we it that though tho really any'.split(
    ' ',
  ),
)

/** A cry is hidden when a harmless phrase holds its last word and half of it, and what is left is no cry by itself. */
function allHarmless(tokens: readonly Token[], harmless: readonly boolean[], first: number, last: number): boolean {
  let hidden = 0
  for (let at = first; at <= last; at++) if (harmless[at]) hidden++
  if (!harmless[last] || hidden * 2 < last - first + 1) return false
  if (DENYING.has(tokens[first]?.w ?? '')) return hidden === last - first + 1
  const open = tokens.filter((_, at) => at >= first && at <= last && !harmless[at])
  return open.length === 0 || cryBook.find(open, ANY_BREAK).length === 0
}

/** "I smell gas people": a harmless phrase hides a danger of the house only where it holds all that the danger rests on. */
function isHidden({ at, beside, ofHouse }: Danger, harmless: readonly boolean[]): boolean {
  return harmless[at] === true && (!ofHouse || beside.every((near) => harmless[near]))
}

/** "not breathing", "can not wake": their beginning is half their meaning. */
const DENYING: ReadonlySet<string> = new Set(['not', 'no', 'can', 'will', 'never', 'stopped'])

/** "the radiators need bleeding", "my phone is dying": a thing has no body. */
function ofAThing(tokens: readonly Token[], first: number, last: number, from: Sender): boolean {
  const told = tokens[last]?.w ?? ''
  const ofStaff = from === 'care-worker' || from === 'manager'
  if (ofStaff && OWN_ILLNESS.has(told) && subjectOf(tokens, last, from) === 'self') return true
  if (!OF_BODIES.has(told)) return false
  const subject = subjectOf(tokens, first, from)
  return subject === 'thing' || subject === 'pet'
}

/** Of themselves staff say so when they are off sick. */
const OWN_ILLNESS: ReadonlySet<string> = new Set(
  'pain pains sick ill poorly unwell fever feverish temperature temp vomiting vomit puking weak sore aching ache shivering shivery sweating headache cramps flu infection coughing'.split(
    ' ',
  ),
)

const OF_BODIES: ReadonlySet<string> = new Set(
  'bleeding bleed bleeds died dead dying die collapsed fell fallen fall falling falls temp temperature sick broken shot cold freezing hot weak faint shaking slipped smashed stitches choking choked stroke hurt hurts pale floor carpet rug'.split(
    ' ',
  ),
)

function isWholeCry(tokens: readonly Token[]): boolean {
  return tokens.length <= 3 && WHOLE_CRIES.has(tokens.map((token) => token.w).join(' '))
}

/** A care worker's own mother: no household of ours. */
function ownLoss(tokens: readonly Token[], at: number, from: Sender): boolean {
  if (from !== 'care-worker' && from !== 'manager') return false
  return tokens.slice(Math.max(0, at - 2), at + 2).some((token) => token.w === 'my')
}
