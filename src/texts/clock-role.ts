/** What a clock time is doing in its sentence. */

import type { Role } from './amount-roles.ts'
import { anchorBefore, covers, notBefore, nearArrive } from './said-nearby.ts'
import { visitAt } from './scene.ts'
import type { Scene } from './scene.ts'

export function clockRole(scene: Scene, at: number, before: string, after: string): Role {
  const { amount } = scene.tokens[at] ?? {}
  const next = scene.tokens[at + 1]
  const article = before === 'my' || before === 'the' || before === 'a'
  if (next && TRAVEL.has(next.w) && (article || before === '') && !TROUBLED.has(scene.tokens[at + 2]?.w ?? ''))
    return 'no-news'
  if (ofABus(scene, at)) return 'no-news'
  if (BECOMES.has(after) && amount?.is === 'clock' && visitAt(scene, amount) !== undefined) return 'which-visit'
  if (article || (next && next.brk === 0 && VISIT_AFTER.has(next.w) && !TIME_BEFORE.has(before))) return 'which-visit'
  const arrives = nearArrive(scene, at) || notBefore(scene, at)
  if (before === 'for') return arrives ? 'at-time' : 'which-visit'
  if (arrives || TIME_BEFORE.has(before)) return 'at-time'
  if (before !== 'late') return 'free'
  return covers(scene, 'late', anchorBefore(scene.tokens, at)) ? 'at-time' : 'no-news'
}

/** "the bus starts only at 7.10", "school opens at 9" */
function ofABus({ tokens }: Scene, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    if (TIMETABLED.has(tokens[back]?.w ?? '')) return LEAVES.has(tokens[back + 1]?.w ?? '')
  }
  return false
}

const TIMETABLED: ReadonlySet<string> = new Set([
  'bus',
  'train',
  'tram',
  'school',
  'nursery',
  'chemist',
  'pharmacy',
  'shop',
  'ferry',
  'garage',
  'office',
  'surgery',
])
const LEAVES: ReadonlySet<string> = new Set([
  'start',
  'starts',
  'leaves',
  'leave',
  'opens',
  'open',
  'only',
  'comes',
  'come',
  'goes',
  'closes',
  'finishes',
  'at',
  'is',
  'due',
])

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
