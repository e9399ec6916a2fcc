/** Answers that carry a code: offers of visits, and a manager's word about a matter. */

import type { Reading, ReadingKind } from './reading.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'

/** One reading for every code that is answered; `ask` where the answer is not plain. */
export function findCodes(scene: Scene): Reading[] {
  const codes = scene.tokens.flatMap((token, at) => (isCode(token) && !isTime(scene, at) ? [at] : []))
  return codes.flatMap((at) => {
    const words = wordsAround(scene, at, codes)
    const reading =
      scene.context.from === 'manager' ? managersWord(words, scene.tokens, at) : offerAnswer(words, scene, at)
    return reading ? [reading] : []
  })
}

/** "late 0920", "coming at 1730": a time, unless it is the code of the open offer. */
function isTime({ tokens, context }: Scene, at: number): boolean {
  if (context.openOffer?.code === tokens[at]?.raw) return false
  if (BEFORE_TIMES.has(tokens[at - 1]?.w ?? '')) return true
  return (
    tokens[at]?.amount?.is === 'clock' && context.from !== 'manager' && !tokens.some((token) => ANSWERS.has(token.w))
  )
}

const BEFORE_TIMES: ReadonlySet<string> = new Set([
  'late',
  'behind',
  'at',
  'by',
  'till',
  'until',
  'eta',
  'there',
  'about',
  'before',
])
const ANSWERS: ReadonlySet<string> = new Set(['cover', 'covering', 'yes', 'no', 'accept', 'decline', 'take'])

/** Four digits; a clock time only when it was written as four digits. */
function isCode(token: Token): boolean {
  return token.amount !== undefined && /^\d{4}$/.test(token.raw)
}

/** The words that belong to this code: to the next break, or half-way to the next code. */
function wordsAround(scene: Scene, at: number, codes: readonly number[]): string[] {
  const { tokens } = scene
  if (codes.length === 1) return tokens.map((token) => token.w)
  let first = at
  while (
    first > 0 &&
    (tokens[first]?.brk ?? 0) === 0 &&
    !JOINTS.has(tokens[first - 1]?.w ?? '') &&
    !codes.includes(first - 1)
  )
    first--
  let last = at
  while (
    last + 1 < tokens.length &&
    (tokens[last + 1]?.brk ?? 0) === 0 &&
    !JOINTS.has(tokens[last + 1]?.w ?? '') &&
    !codes.includes(last + 1)
  )
    last++
  return tokens.slice(first, last + 1).map((token) => token.w)
}

const JOINTS: ReadonlySet<string> = new Set(['and', 'but', 'also'])

const ASK: Reading = { kind: 'ask', about: 'what' }

const DOUBT: ReadonlySet<string> = new Set(
  'might may maybe could if depends think should hope whether probably possibly unless confirm unsure'.split(' '),
)
const ASKS: ReadonlySet<string> = new Set('who what where when why how is does has which can are did'.split(' '))
const DENIAL: ReadonlySet<string> = new Set(['not', 'never', 'no', 'without'])

function doubtful(words: readonly string[], tokens: readonly Token[], at: number): boolean {
  return (
    (tokens[at]?.asked ?? false) ||
    words.some((word, i) => DOUBT.has(word) && !(word === 'could' && words[i + 2] === 'with')) ||
    asks(words)
  )
}

/** "who is 4821", "is 4821 safe", "how far is 4821"; but "can do 4821" answers. */
function asks(words: readonly string[]): boolean {
  const [first, second] = words
  if (first === undefined || !ASKS.has(first)) return false
  return first !== 'can' || second === 'i' || second === 'you' || second === 'someone'
}

function coded(kind: ReadingKind, tokens: readonly Token[], at: number): Reading {
  return { kind, code: tokens[at]?.raw ?? '' }
}

/** The words without the numbers' places. */
function plain(words: readonly string[]): string {
  return words.filter((word) => !word.startsWith('#')).join(' ')
}

const SAFE = /\bsafe\b/
const TAKE =
  /\b(i will have|leave it with me|give it (to )?me|up for (that|it|this)|take|taking|taken|got it|have got|got|mine|accept|accepted|will take|on it)\b/
const PASS = /\b(pass|passing)\b/
const COVERING = /\b(covering|covered|cover)\b/

/** SAFE, NOT SAFE, COVERING, TAKE and PASS. */
function managersWord(words: readonly string[], tokens: readonly Token[], at: number): Reading | undefined {
  const text = plain(words)
  const denies = words.some((word) => DENIAL.has(word))
  if (/\b(not|never|no longer) (really |very |at all |yet )?safe\b|\bunsafe\b/.test(text))
    return { ...coded('help', tokens, at), level: 'person' }
  if (doubtful(words, tokens, at)) return ASK
  if (SAFE.test(text)) return denies ? ASK : coded('known-safe', tokens, at)
  if (COVERING.test(text)) return denies ? ASK : { ...coded('covering', tokens, at), ...nameOfCover(words) }
  if (/\btake (off|from) (me|us)\b|\bsomeone else\b/.test(text)) return ASK
  if (PASS.test(text)) return denies ? ASK : coded('pass-escalation', tokens, at)
  if (/\bcan not (take|do)\b/.test(text)) return coded('pass-escalation', tokens, at)
  if (TAKE.test(text) || text === 'yes') return denies ? ASK : coded('accept-escalation', tokens, at)
  return ASK
}

/** "COVERING 4821 Anna": the name is the manager's word, to be confirmed by the rota. */
function nameOfCover(words: readonly string[]): { named?: string } {
  const names = words.filter((word) => !NOT_NAMES.has(word) && !word.startsWith('#'))
  return names.length > 0 ? { named: names.join(' ') } : {}
}

const NOT_NAMES: ReadonlySet<string> = new Set([
  'covering',
  'covered',
  'cover',
  'with',
  'by',
  'is',
  'it',
  'now',
  'please',
  'thanks',
  'ok',
  'and',
  'i',
  'have',
  'got',
  'will',
  'be',
  '@',
  'the',
])

const ACCEPTS =
  /\b(up for|go ahead|go on|i am in|put me down|happy to|cover|covering|coming|yes|y|can do|will do|take|will take|accept|i can|ok|do|doing|have)\b/
/** "can do 4821 no problem" is no refusal. */
const NO_TROUBLE =
  /\b(no|not a|not) (problem|problems|worries|probs|probably|trouble|bother|rush|need to ask|issue|issues)\b/g
const CANNOT = /\b(can not|not able to|unable to|will not|not) (do|cover|take|come|make|have|manage|be able)\b/
const ONLY_NO = /^(sorry )?(no|nope|n|decline|can not|not)( sorry| thanks)?$/
const DECLINES = /\b(no|not|decline|can not|nope|n)\b/

/** COVER 4821, COMING 4821, NO 4821. */
function offerAnswer(words: readonly string[], scene: Scene, at: number): Reading | undefined {
  const { tokens, context } = scene
  const text = plain(words)
  if (/\b(not|un) ?safe\b|\bunsafe\b/.test(text)) return { ...coded('help', tokens, at), level: 'person' }
  const about = ACCEPTS.test(text) || DECLINES.test(text) || context.openOffer?.code === tokens[at]?.raw
  if (!about) return managerTakes(text, tokens, at)
  if (doubtful(words, tokens, at) || /\b(someone|anyone) else\b|\boff me\b/.test(text)) return ASK
  const plainly = text.replace(NO_TROUBLE, ' ')
  if (CANNOT.test(plainly) || ONLY_NO.test(plainly.trim())) return coded('decline-offer', tokens, at)
  if (DECLINES.test(plainly)) return ACCEPTS.test(plainly) ? ASK : coded('decline-offer', tokens, at)
  return ACCEPTS.test(plainly) ? coded('accept-offer', tokens, at) : ASK
}

/** A care worker may be on call too. */
function managerTakes(text: string, tokens: readonly Token[], at: number): Reading | undefined {
  if (SAFE.test(text)) return coded('known-safe', tokens, at)
  if (PASS.test(text)) return coded('pass-escalation', tokens, at)
  return undefined
}
