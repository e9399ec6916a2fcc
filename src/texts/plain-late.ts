/**
 * The plain forms: a name, an amount, perhaps "late" and a reason, and hardly a word besides. "LATE 9.40 WHITLOCK",
 * "half nine for Edna, snow", "30 Whitlock then 15 Poole". Whatever else is said leaves the text to the other readers.
 */

import { roleOf } from './amount-roles.ts'
import { asksFromStart, onAnotherDay } from './how-meant.ts'
import { BESIDE_LATE, IDLE_TALK, LATE_LIKE, SPEAKS_AGAINST } from './plain-late-words.ts'
import { saidOf } from './plain-amount.ts'
import { isFirstName } from './first-names.ts'
import { reasonBook } from './lexicon.ts'
import { REASON_WORDS, reasonOfLateness } from './reason-of.ts'
import type { Reading, Reason } from './reading.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import type { Fact } from './grammar.ts'
import type { Match } from './phrase-book.ts'

/** The lateness of a plain text, one reading a visit; nothing when the text is not plain. */
export function plainLate(scene: Scene): Reading[] | undefined {
  const plain = piecesOf(scene)
  if (!plain || plain.amounts.length === 0 || plain.amounts.length > MOST_VISITS) return undefined
  const { amounts, persons, excepted, reason, late } = plain
  const extra = reason ? { reason } : {}
  if (persons.length === 0) return excepted ? [WHOSE] : withoutName(scene, plain)
  if (amounts.length > 1 && amounts.length !== persons.length) return undefined
  const readings: Reading[] = []
  for (const [at, person] of persons.entries()) {
    const [visit] = person.refs
    const amount = amounts[amounts.length > 1 ? at : 0]
    const said =
      visit !== undefined && person.refs.length === 1 && amount ? saidOf(scene, amount, visit, late) : undefined
    if (!said || visit === undefined || readings.some((other) => other.visit === visit)) return undefined
    readings.push({ kind: 'late', ...said, countedFrom: 'plan', ...extra, visit })
  }
  return readings
}

const MOST_VISITS = 4
/** "late 20 not Whitlock": somebody's, and only who is not meant is said. */
const WHOSE: Reading = { kind: 'ask', about: 'which-visit', of: 'late' }

interface Plain {
  amounts: Token[]
  persons: NonNullable<Token['person']>[]
  /** somebody is named who is not meant */
  excepted: boolean
  reason: Reason | undefined
  /** Lateness is said, not only meant. */
  late: boolean
}

/** The pieces of a plain text; nothing when a word in it speaks against a plain lateness or too much is unexplained. */
function piecesOf(scene: Scene): Plain | undefined {
  const { tokens, context } = scene
  if (context.from !== 'care-worker' || tokens.length > LONGEST_PLAIN) return undefined
  if (!tokens.some(({ amount }) => amount && amount.is !== 'other')) return undefined
  const core = tokens.flatMap((token, at) => (isCore(token) ? [at] : []))
  const first = core[0] ?? 0
  const last = core.at(-1) ?? 0
  if (asksFromStart(scene) || onAnotherDay(scene) || speaksOtherwise(scene, last)) return undefined
  const late = tokens.some(({ w }) => LATE_LIKE.has(w))
  if (!late && (context.openOffer || context.awaiting === 'which-visit')) return undefined
  const reason = reasonOfLateness(scene)
  if (unexplained(scene, first, last, reasonMarks(scene)) > 0) return undefined
  if (reason === 'overran' && tokens.slice(0, last).some(({ w }) => w.startsWith('over'))) return undefined
  const amounts = tokens.filter(({ amount }) => amount && amount.is !== 'other')
  if (amounts.some(({ amount }) => amount?.is === 'vague')) return undefined
  const persons = tokens.flatMap(({ person }, at) => (person === undefined || isExcepted(tokens, at) ? [] : person))
  const excepted = tokens.some((_token, at) => isExcepted(tokens, at))
  return { amounts, persons, excepted, reason, late }
}

/** "20 late Whitlock not Poole" */
function isExcepted(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.person !== undefined && tokens[at]?.brk === 0 && tokens[at - 1]?.w === 'not'
}

const LONGEST_PLAIN = 30

function isCore({ person, amount, w }: Token): boolean {
  return person !== undefined || (amount !== undefined && amount.is !== 'other') || LATE_LIKE.has(w)
}

/** Facts of another kind, a question, and words that make a time or a number somebody else's. */
function speaksOtherwise(scene: Scene, last: number): boolean {
  const { tokens, matches } = scene
  return (
    matches.some((match) => !goesWithLateness(tokens, match, last)) ||
    tokens.some(({ w, asked }, at) => asked || (SPEAKS_AGAINST.has(w) && !(at > last && IDLE_TALK.has(w))))
  )
}

function goesWithLateness(tokens: readonly Token[], { tag, from, to }: Match<Fact>, last: number): boolean {
  if (tag === 'on-time') return from > last
  if (tag === 'someone-late') return !tokens.slice(from, to + 1).some(({ amount }) => amount !== undefined)
  if (tag === 'arrived')
    return from === to ? from > 0 && signs(tokens[from - 1]) : tokens[from]?.w === 'at' && to === from + 1
  if (tag === 'more-time') return from === to && tokens[to + 1]?.w === 'at'
  if (tag === 'on-my-way') return tokens.some(({ w }) => w === 'add')
  return WITH_LATENESS.has(tag)
}

const WITH_LATENESS: ReadonlySet<Fact> = new Set<Fact>([
  'late',
  'arrive',
  'not-before',
  'noise',
  'thanks',
  'chatter',
  'ok',
])

/** Words that are neither a piece, nor beside one, nor the reason, nor who writes. */
function unexplained(scene: Scene, first: number, last: number, reasons: readonly boolean[]): number {
  const { tokens } = scene
  const toldBefore = reasons.slice(0, first).includes(true)
  const toldBehind = reasons.slice(last + 1).includes(true)
  const notBefore = (at: number): boolean =>
    scene.matches.some(({ tag, from, to }) => tag === 'not-before' && at >= from && at <= to)
  return tokens.filter((token, at) => {
    if (isCore(token)) return false
    if (signs(token)) return !isWriter(tokens, at)
    if (BESIDE_LATE.has(token.w) || reasons[at] || notBefore(at) || isExcepted(tokens, at + 1)) return false
    // "late 20, ok"; but "late 20 Whitlock, Poole ok" is of Poole
    if (token.w === 'ok' && (at === 0 || (at > last && token.brk > 0))) return false
    return at < first ? !toldBefore : at > last ? !toldBehind : true
  }).length
}

/** A name of nobody who is visited. */
function signs(token: Token | undefined): boolean {
  return token !== undefined && !isCore(token) && (token.strange || isFirstName(token.w))
}

/** "hi its Denise,", "Denise here", ". Denise": who writes, and nobody who is late in their stead. */
function isWriter(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  const before = tokens[at - 1]?.w ?? ''
  if (before === 'is' || before === 'am') return INTRODUCED.has(tokens[at - 2]?.w ?? '')
  return (tokens[at]?.brk ?? 0) > 0 || at === 0 || GREETING.has(before)
    ? !next || next.brk > 0 || next.w === 'here' || /^x+$/.test(next.w) || signs(next)
    : false
}

const INTRODUCED: ReadonlySet<string> = new Set(['it', 'this', 'i', 'name'])
const GREETING: ReadonlySet<string> = new Set([
  'hi',
  'hello',
  'hiya',
  'morning',
  'evening',
  'afternoon',
  'thanks',
  'ta',
])

/** Which words say why. */
function reasonMarks({ tokens }: Scene): boolean[] {
  const marks = tokens.map(() => false)
  for (const { from, to } of reasonBook.find(tokens)) marks.fill(true, from, to + 1)
  for (const [at, { w }] of tokens.entries()) if (REASON_WORDS.has(w)) marks[at] = true
  return marks
}

/** Without a name it is the next visit: a later time with a reason, or any amount that is called late. */
function withoutName(scene: Scene, { amounts, reason, late }: Plain): Reading[] | undefined {
  const [amount] = amounts
  const next = scene.context.nextVisits[0]
  if (!amount || amounts.length > 1 || !next || (!late && !reason)) return undefined
  const role = roleOf(scene, scene.tokens.indexOf(amount))
  if (role === 'no-news' || (amount.amount?.is === 'number' && role !== 'at-time' && amount.amount.digits.length > 2))
    return undefined
  const said = saidOf(scene, amount, next.ref, late || DELAYS.has(reason ?? ''))
  return said && [{ kind: 'late', ...said, countedFrom: 'plan', ...(reason ? { reason } : {}) }]
}

const DELAYS: ReadonlySet<string> = new Set(['traffic', 'transport', 'breakdown', 'weather'])
