/** What is said so that it is not so: still to come, taken back, only in part. */

import type { Fact } from './grammar.ts'
import { denied } from './how-meant.ts'
import type { Match } from './phrase-book.ts'
import type { Scene } from './scene.ts'

/** Facts that a word of the future undoes. */
export const NOT_BEFORE_DONE: ReadonlySet<Fact> = new Set(['arrived', 'left'])

/** "will text when I am in", "before I reach", "can finish Edna": it is still to come. */
export function notYet({ tokens }: Scene, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 3; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const word = tokens[back]?.w ?? ''
    if (STILL_TO_COME.has(word)) return true
    if (!OF_SENDER.has(word)) return false
  }
  return false
}

const STILL_TO_COME: ReadonlySet<string> = new Set(
  'can could will would should must might may shall when once until till before after'.split(' '),
)
const OF_SENDER: ReadonlySet<string> = new Set(['i', 'am', 'have', 'get', 'be', 'just', 'we', 'are'])

/** "ignore the no answer text" */
export function takenBack(scene: Scene, at: number): boolean {
  const { tokens } = scene
  for (let back = at - 1; back >= 0 && at - back <= 3; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    if (TAKES_BACK.has(tokens[back]?.w ?? '')) return !denied(scene, back)
  }
  return false
}

const TAKES_BACK: ReadonlySet<string> = new Set(['ignore', 'disregard', 'scrap'])

/** "here but can not find a space" */
export function butNot({ tokens }: Scene, to: number): boolean {
  return tokens[to + 1]?.w === 'but' && ['can', 'could', 'still', 'not'].includes(tokens[to + 2]?.w ?? '')
}

/** "refused her wash but had her meds": the visit was done. */
export function onlyInPart({ tokens }: Scene, to: number): boolean {
  const but = tokens.findIndex(({ w, brk }, at) => at > to && (w === 'but' || brk === 3))
  return tokens[but]?.w === 'but' && TOOK.has(tokens[but + 1]?.w ?? '')
}

const TOOK: ReadonlySet<string> = new Set(['had', 'took', 'ate', 'has', 'did', 'let', 'accepted', 'drank', 'allowed'])

/** "cannot attend the training", "no reply yet about my holidays": office matters, and no visit. */
export function isOfOffice({ tokens }: Scene, { tag, to }: Match<Fact>): boolean {
  if (tag !== 'cannot' && tag !== 'no-reply') return false
  const behind = tokens.slice(to, to + 8)
  const end = behind.findIndex(({ brk }, at) => at > 0 && brk > 0)
  const words = (end < 0 ? behind : behind.slice(0, end)).filter(({ person }) => !person)
  if (behind.some(({ person }) => person)) return false
  return words.some(({ w }) => OFFICE_MATTERS.has(w))
}

const OFFICE_MATTERS: ReadonlySet<string> = new Set(
  'training meeting supervision appraisal interview course workshop induction holiday holidays leave request email payslip wages timesheet dbs'.split(
    ' ',
  ),
)
