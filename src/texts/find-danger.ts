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
  /** The words near it without which it were none. */
  beside: readonly number[]
  /** Fire, gas, water: it endangers whoever is there. */
  ofHouse: boolean
}

/** Every danger that a rule finds, in the order of the text. */
export function findDangers(tokens: readonly Token[], from: Sender): Danger[] {
  const dangers: Danger[] = []
  for (let at = 0; at < tokens.length; at++) {
    const rules = rulesAt(tokens[at])
    for (const rule of rules) {
      const beside = restsOn(rule, tokens, at)
      if (beside && holds(rule, tokens, at, from))
        dangers.push({ level: rule.level, at, beside, ofHouse: rule.ofHouse })
    }
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
  return (rule.evenDenied || !isDenied(tokens, at)) && rule.of.has(subjectOf(tokens, at, from))
}

/** Where the words stand that the rule asks for beside its own; nothing when one of them is missing. */
function restsOn(rule: DangerRule, tokens: readonly Token[], at: number): number[] | undefined {
  const beside: number[] = []
  for (const nearby of rule.nearby) {
    const found = nearest(nearby, tokens, at)
    if (found === undefined) return undefined
    beside.push(found)
  }
  return beside
}

function nearest({ name, place, within }: Nearby, tokens: readonly Token[], at: number): number | undefined {
  const behind = place === 'after' ? undefined : reach(tokens, at, 1, within, name)
  return behind ?? (place === 'then' ? undefined : reach(tokens, at, -1, within, name))
}

/** Within one sentence; a comma or a new line may be nothing but a breath. */
function reach(tokens: readonly Token[], at: number, step: 1 | -1, within: number, name: string): number | undefined {
  for (let steps = 1; steps <= within; steps++) {
    const token = tokens[at + steps * step]
    if (!token) return undefined
    if ((step === 1 ? token.brk : (tokens[at + (steps - 1) * step]?.brk ?? 0)) > BREATH) return undefined
    if (classesOf(token.w).includes(name)) return at + steps * step
  }
  return undefined
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
