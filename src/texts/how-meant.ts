/** How something said is meant: denied, only asked or supposed, about somebody else, or about another day. */

import { isFirstName } from './first-names.ts'
import type { Context } from './reading.ts'
import type { Scene } from './scene.ts'
import type { Token } from './tokens.ts'
import { ASKING, BETWEEN_NOT_AND_FACT, HELPERS, NOTS, ONLY_IF, OTHERS } from './turning-words.ts'

/** Whether the words right before deny what starts at `at`: only fillers may stand between. */
export function denied(scene: Scene, at: number): boolean {
  const { tokens } = scene
  for (let back = at - 1, steps = 0; back >= 0 && steps < 5; back--, steps++) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const word = tokens[back]?.w ?? ''
    if (NOTS.has(word)) return true
    if (!BETWEEN_NOT_AND_FACT.has(word)) return notThinking(scene, back, word)
  }
  return false
}

/** "don't think I will be late", "not sure I can". */
function notThinking(scene: Scene, at: number, word: string): boolean {
  const words = scene.tokens.slice(Math.max(0, at - 4), at + 1).map((token) => token.w)
  return (
    (word === 'i' || word === 'will' || word === 'can' || word === 'am') &&
    /\bnot ((think|thinking|sure|expect|expecting|reckon|know)( if)?|that|because) i( will| can| am)?$/.test(
      words.join(' '),
    )
  )
}

/** Whether what stands at `at` is asked, wished or supposed. */
export function onlySupposed(scene: Scene, at: number): boolean {
  const { tokens } = scene
  if (tokens[at]?.asked && !/\b(that|this|it) (is )?(ok|alright|fine)|ok$/.test(tailOf(tokens, at))) return true
  let start = at
  while (start > 0 && (tokens[start]?.brk ?? 0) < 1) start--
  for (let back = at - 1; back >= start && at - back < 9; back--)
    if (ONLY_IF.has(tokens[back]?.w ?? '') && !(HOPES.has(tokens[back]?.w ?? '') && tokens[back + 1]?.w === 'to'))
      return true
  return asking(tokens, start, at)
}

/** "hoping to be there by 9.20" is a promise. */
const HOPES: ReadonlySet<string> = new Set(['hope', 'hoping'])

function tailOf(tokens: readonly Token[], at: number): string {
  return tokens
    .slice(at)
    .map((token) => token.w)
    .join(' ')
}

/** Whether the whole text begins as a question. */
export function asksFromStart(scene: Scene): boolean {
  return asking(scene.tokens, 0, scene.tokens.length)
}

function asking(tokens: readonly Token[], start: number, at: number): boolean {
  const first = GREETING_WORDS.has(tokens[start]?.w ?? '') ? start + 1 : start
  const one = tokens[first]?.w ?? ''
  if (one === 'is' && tokens[first + 1]?.w === 'that' && tokens[first + 2]?.w === 'i') return false
  if (at <= first && !ASKING.has(`${one}_*`)) return false
  return ASKING.has(`${one}_*`) || ASKING.has(`${one}_${tokens[first + 1]?.w ?? ''}`)
}

const GREETING_WORDS: ReadonlySet<string> = new Set([
  'hi',
  'hello',
  'hiya',
  'hey',
  'sorry',
  'please',
  'so',
  'and',
  'but',
])

/** Whether somebody else does what stands at `at` ("Anna is running late", "the nurse is here"). */
export function somebodyElse(scene: Scene, at: number): boolean {
  const { tokens } = scene
  let helped = false
  for (let back = at - 1; back >= 0; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const token = tokens[back]
    if (!token || token.person) return false
    if (token.amount && token.amount.is !== 'other') continue
    if (HELPERS.has(token.w)) {
      helped ||= FINITE.has(token.w)
      continue
    }
    if (OTHERS.has(token.w)) return helped || token.w === 'she' || token.w === 'he' || token.w === 'they'
    return helped && (token.strange || isFirstName(token.w)) && !introduced(tokens, back)
  }
  return false
}

/** "it's Anna", "this is Anna": the sender says who they are. */
function introduced(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at - 2]?.w, tokens[at - 1]?.w]
  return second === 'is' ? INTRODUCING.has(first ?? '') : second === 'am' || second === 'hi' || second === 'hello'
}

const INTRODUCING: ReadonlySet<string> = new Set(['it', 'this', 'name', 'that'])

const FINITE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'has', 'have', 'will', 'running'])

/** Yesterday's lateness is past and tomorrow's is not yet: neither moves a visit of now. */
export function onAnotherDay({ tokens, context }: Scene): boolean {
  const comesTomorrow = firstIsTomorrow(context)
  return tokens.some(
    (token, at) =>
      (OTHER_DAYS.has(token.w) && !(comesTomorrow && token.w === 'tomorrow')) ||
      (token.w === 'last' && OTHER_SPANS.has(tokens[at + 1]?.w ?? '')) ||
      (token.w === 'next' && OTHER_SPANS.has(tokens[at + 1]?.w ?? '')),
  )
}

/** Late in the evening the next visit is tomorrow's. */
function firstIsTomorrow({ now, nextVisits }: Context): boolean {
  const start = nextVisits[0]?.start
  return now !== undefined && start !== undefined && now.time >= '17:00' && start < '12:00'
}

const OTHER_DAYS: ReadonlySet<string> = new Set(['yesterday', 'tomorrow'])
const OTHER_SPANS: ReadonlySet<string> = new Set([
  'week',
  'month',
  'year',
  'time',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
])
