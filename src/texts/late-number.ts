/** What a number with nothing said about it means in a text about being late. */

import { addEta, addMinutes, unclear } from './late-finding.ts'
import type { LateFinding } from './late-finding.ts'
import { covers } from './said-nearby.ts'
import type { Scene } from './scene.ts'
import { corrected } from './several-amounts.ts'

/** Minutes, a time or the number of a visit in the list, by its role and its digits. */
export function readNumber(
  scene: Scene,
  at: number,
  amount: { value: number; digits: string },
  role: string,
  finding: LateFinding,
): void {
  const { value, digits } = amount
  const previous = finding.whens.at(-1)
  if (previous && previous.at === at - 1 && value <= 9 && digits.length === 1)
    return pickByNumber(scene, value, finding)
  if (role === 'free') return readFreeNumber(scene, at, amount, finding)
  if (digits.length === 4 || (digits.length === 3 && role === 'at-time'))
    return readDigitsAsTime(scene, at, value, finding)
  if (role === 'at-time')
    return value >= 1 && value <= 12 ? addEta(scene, at, { hour: value, minute: 0 }, finding) : unclear(finding)
  if (digits.length === 3 || value === 0) return unclear(finding)
  addMinutes(scene, at, value, role === 'from-now' ? 'now' : 'plan', finding)
}

function pickByNumber(scene: Scene, value: number, finding: LateFinding): void {
  const visit = scene.context.nextVisits[value - 1]
  if (visit) finding.picked = [...finding.picked, visit.ref]
  else finding.pickedNobody = true
}

function readDigitsAsTime(scene: Scene, at: number, value: number, finding: LateFinding): void {
  const time = { hour: Math.floor(value / 100), minute: value % 100 }
  if (time.hour > 23 || time.minute > 59) return unclear(finding)
  addEta(scene, at, time, finding)
}

/** "late traffic 20": a lone round number in a short text with "late" in it, and nothing else it could be. */
function readFreeNumber(
  scene: Scene,
  at: number,
  { value, digits }: { value: number; digits: string },
  finding: LateFinding,
): void {
  if (finding.lateness.own.length === 0 || value < 5) return
  const previous = finding.whens.at(-1)
  if (isCount(scene, at) || saidAgain(finding, value) || lateComesLater(scene, at)) return
  if (previous) {
    if (digits.length > 3 && REFERENCES.has(scene.tokens[at - 1]?.w ?? '')) return
    if (digits.length > 2 || (!corrected(scene, previous.at, at) && !nextInLine(scene, previous.at, at)))
      return unclear(finding)
    return addMinutes(scene, at, value, 'plan', finding)
  }
  const numbers = scene.tokens.filter((token) => token.amount && token.amount.is !== 'other').length
  if (numbers > 1) return unclear(finding)
  if (
    digits.length <= 2 &&
    value % 5 === 0 &&
    value > 0 &&
    wordsUpTo(scene, at) <= 7 &&
    covers(scene, 'noise', at) === false
  )
    addMinutes(scene, at, value, 'plan', finding)
  else unclear(finding)
}

/** "ref HC/1192" */
const REFERENCES: ReadonlySet<string> = new Set(['ref', 'reference', 'hc', 'id', 'code', 'job', 'number', 'no'])

/** "2 kids", "3 buses": so many of something. */
function isCount(scene: Scene, at: number): boolean {
  const next = scene.tokens[at + 1]
  return next !== undefined && next.brk === 0 && COUNTED.has(next.w)
}

const COUNTED: ReadonlySet<string> = new Set(
  'kids kid children child calls call ladies lady men people bags lots of more others clients client visits visit buses bus trains train cars car lanes lords stairs flights times days weeks months years nights shifts jobs houses miles carers staff percent bar bars'.split(
    ' ',
  ),
)

/** "40 late. yes 40 I know" */
function saidAgain(finding: LateFinding, value: number): boolean {
  return finding.whens.some((when) => when.minutes === value)
}

/** "Ten lords a leaping and ten mins late": another amount, farther on, says how late. */
function lateComesLater(scene: Scene, at: number): boolean {
  return scene.tokens.some(
    (token, other) =>
      other - at >= 4 &&
      (token.amount?.is === 'minutes' || token.amount?.is === 'number') &&
      (scene.tokens[other + 1]?.w === 'late' ||
        scene.tokens[other + 1]?.w === 'behind' ||
        scene.tokens[other + 1]?.w === 'delay'),
  )
}

/** The words from the beginning of its line to a token: a signature behind it does not make a text long. */
function wordsUpTo(scene: Scene, at: number): number {
  let first = at
  while (first > 0 && (scene.tokens[first]?.brk ?? 0) !== 2) first--
  return at - first + 1
}

/** "20 Shah and 30 Patel" */
function nextInLine(scene: Scene, from: number, to: number): boolean {
  return (
    scene.tokens.slice(from + 1, to).some((token) => token.person) &&
    (scene.tokens[to - 1]?.w === 'and' || (scene.tokens[to]?.brk ?? 0) > 0)
  )
}
