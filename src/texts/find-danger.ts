/** Hears cries for help by meaning: words of danger, said of somebody, not denied, that belong together. */

import { rulesByTrigger } from './danger-grammar.ts'
import type { DangerRule, Nearby } from './danger-grammar.ts'
import { classesOf, DANGER_VOCABULARY } from './danger-lexicon.ts'
import { subjectOf } from './danger-subject.ts'
import type { Sender } from './reading.ts'
import type { Token } from './tokens.ts'
import { NOTS } from './turning-words.ts'

export interface Danger {
  level: 'emergency' | 'person'
  /** The word that tells it. */
  at: number
}

/** Every danger that a rule finds, in the order of the text. */
export function findDangers(tokens: readonly Token[], from: Sender): Danger[] {
  const dangers: Danger[] = []
  for (let at = 0; at < tokens.length; at++) {
    const rules = rulesAt(tokens[at])
    for (const rule of rules) if (holds(rule, tokens, at, from)) dangers.push({ level: rule.level, at })
  }
  return dangers
}

const NO_RULES: readonly DangerRule[] = []

/** The rules a word tells, put together when the program loads: most words tell none. */
const RULES_OF_WORD: ReadonlyMap<string, readonly DangerRule[]> = new Map(
  DANGER_VOCABULARY.map((word) => [word, classesOf(word).flatMap((name) => rulesByTrigger.get(name) ?? NO_RULES)]),
)

function rulesAt(token: Token | undefined): readonly DangerRule[] {
  return (token && RULES_OF_WORD.get(token.w)) ?? NO_RULES
}

function holds(rule: DangerRule, tokens: readonly Token[], at: number, from: Sender): boolean {
  return (
    rule.nearby.every((nearby) => isNear(nearby, tokens, at)) &&
    (rule.evenDenied || !isDenied(tokens, at)) &&
    rule.of.has(subjectOf(tokens, at, from))
  )
}

function isNear({ name, place, within }: Nearby, tokens: readonly Token[], at: number): boolean {
  return (
    (place !== 'after' && reaches(tokens, at, 1, within, name)) ||
    (place !== 'then' && reaches(tokens, at, -1, within, name))
  )
}

/** Within one sentence; a comma or a new line may be nothing but a breath. */
function reaches(tokens: readonly Token[], at: number, step: 1 | -1, within: number, name: string): boolean {
  for (let steps = 1; steps <= within; steps++) {
    const token = tokens[at + steps * step]
    if (!token) return false
    if ((step === 1 ? token.brk : (tokens[at + (steps - 1) * step]?.brk ?? 0)) > BREATH) return false
    if (classesOf(token.w).includes(name)) return true
  }
  return false
}

const BREATH = 1

function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 4; back--) {
    if ((tokens[back + 1]?.brk ?? 0) > 0) return false
    const word = tokens[back]?.w ?? ''
    if (NOTS.has(word)) return true
    if (!BETWEEN_DENIAL.has(word)) return false
  }
  return false
}

const BETWEEN_DENIAL: ReadonlySet<string> = new Set(
  'any sign signs of a had been be being have has feeling at all too very really so more longer evidence obvious visible apparent new fresh further other or in the even looking'.split(
    ' ',
  ),
)
