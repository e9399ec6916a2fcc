/** A short answer, understood in the light of what was asked last. */

import { reasonOf } from './reason-of.ts'
import { REASON_LETTERS } from './reasons.ts'
import type { Reading } from './reading.ts'
import type { Scene } from './scene.ts'
import { denied } from './how-meant.ts'
import { visitAt } from './scene.ts'
import { addedTime } from './time-answer.ts'
import { meantBy } from './meant-by.ts'

/** The answer, when the text is one. A longer text, or a fact of its own, is read as if nothing had been asked. */
export function readAnswer(scene: Scene): Reading | undefined {
  const reader = READERS[scene.context.awaiting ?? '']
  const longest = scene.context.awaiting === 'reason' ? LONGEST_REASON : LONGEST_ANSWER
  return reader && scene.tokens.length > 0 && scene.tokens.length <= longest ? reader(scene) : undefined
}

const LONGEST_ANSWER = 10
/** A reason is often told with its story. */
const LONGEST_REASON = 20

const READERS: Readonly<Record<string, (scene: Scene) => Reading | undefined>> = {
  minutes: (scene) => addedTime(scene),
  reason: readReason,
  'which-visit': readVisit,
  cover: readCover,
  safe: readSafe,
  arrived: readArrived,
}

/** T, O, C, X, or any word that is a reason. */
function readReason(scene: Scene): Reading | undefined {
  const [first] = scene.tokens
  const alone = scene.tokens.length === 1 || (scene.tokens[1]?.brk ?? 0) > 0 || /^x+$/.test(scene.tokens[1]?.w ?? '')
  const letter = alone ? REASON_LETTERS.get(first?.raw ?? '') : undefined
  const reason = letter ?? reasonOf(scene)
  return reason && !scene.tokens.some((token) => token.asked) ? { kind: 'late', reason } : undefined
}

const POSITIONS: ReadonlyMap<string, number> = new Map([
  ['first', 1],
  ['1st', 1],
  ['second', 2],
  ['2nd', 2],
  ['third', 3],
  ['3rd', 3],
  ['next', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['4', 4],
  ['5', 5],
  ['6', 6],
  ['7', 7],
  ['8', 8],
  ['9', 9],
])

/** A number of the list, a time, or a name. */
function readVisit(scene: Scene): Reading | undefined {
  const again: Reading = { kind: 'ask', about: 'which-visit' }
  const kept = scene.tokens.flatMap((token, at) => (token.person && !denied(scene, at) ? [token.person] : []))
  if (kept.length === 0 && scene.tokens.some((_, at) => denied(scene, at))) return again
  const meant = meantBy(kept)
  if (meant.unclear !== undefined) return { ...again, named: meant.unclear }
  const refs = new Set(meant.refs)
  if (refs.size === 0 && scene.tokens.some((token) => token.w === 'last')) addLast(scene, refs)
  if (refs.size === 0)
    for (const token of scene.tokens) for (const ref of pointedAt(scene, token.raw, token.amount)) refs.add(ref)
  const [only] = refs
  if (refs.size === 1 && only !== undefined) return { kind: 'late', visit: only }
  return refs.size > 1 || scene.tokens.length <= 3 ? again : undefined
}

/** "the last one" */
function addLast(scene: Scene, refs: Set<string>): void {
  const last = scene.context.nextVisits.at(-1)
  if (last) refs.add(last.ref)
}

function pointedAt(scene: Scene, raw: string, amount: Scene['tokens'][number]['amount']): string[] {
  if (amount?.is === 'clock') return visitAt(scene, amount) === undefined ? [] : [visitAt(scene, amount) ?? '']
  const visit = scene.context.nextVisits[(POSITIONS.get(raw) ?? 0) - 1]
  return visit ? [visit.ref] : []
}

/** "Should we find someone else?" COVER or COMING. */
function readCover(scene: Scene): Reading | undefined {
  if (scene.context.openOffer) return { kind: 'ask', about: 'what' }
  const words = scene.tokens.map((token) => token.w)
  const no = words.some((word) => word === 'not' || word === 'no' || word === 'never')
  const doubtful = scene.tokens.some((token) => token.asked) || (words.includes('cover') && words.includes('coming'))
  if (doubtful) return { kind: 'ask', about: 'what' }
  if (words.includes('cover')) return no ? { kind: 'ask', about: 'what' } : { kind: 'cannot-attend' }
  if (words.includes('coming')) return no ? { kind: 'cannot-attend' } : { kind: 'on-my-way' }
  return undefined
}

/** "Are you there?" */
function readArrived(scene: Scene): Reading | undefined {
  const words = scene.tokens.map((token) => token.w)
  const yes = words[0] === 'yes' && !words.includes('not') && !scene.tokens.some((token) => token.asked)
  return yes ? { kind: 'arrived' } : undefined
}

/** SAFE or NOT SAFE. */
function readSafe(scene: Scene): Reading | undefined {
  const text = scene.tokens.map((token) => token.w).join(' ')
  if (!/\bsafe\b/.test(text) || scene.tokens.some((token) => token.asked)) return undefined
  return /\b(not|no|never|think|maybe|should)\b/.test(text) ? { kind: 'ask', about: 'what' } : { kind: 'known-safe' }
}
