/** Reads the rules of danger-rules.ts into data. */

import { DANGER_RULES } from './danger-rules.ts'
import type { Subject } from './danger-subject.ts'

export interface Nearby {
  /** The class that must stand near. */
  name: string
  place: 'then' | 'after' | 'near'
  within: number
}

export interface DangerRule {
  level: 'emergency' | 'person'
  of: ReadonlySet<Subject>
  nearby: readonly Nearby[]
  evenDenied: boolean
  /** Fire, gas, water: it endangers whoever is there. */
  ofHouse: boolean
}

const ANYBODY: ReadonlySet<Subject> = new Set<Subject>(['client', 'self', 'family', 'other', 'pet', 'unsaid'])
const SUBJECTS: ReadonlySet<string> = new Set(['client', 'self', 'family', 'other', 'unsaid', 'thing'])
const OF_HOUSE: ReadonlySet<string> = new Set(['gasses', 'burning', 'waters', 'lefton', 'alarms', 'catching'])
const FAR = 4

/** The rules by the class of the word that tells them. */
export const rulesByTrigger: ReadonlyMap<string, readonly DangerRule[]> = byTrigger(DANGER_RULES)

function byTrigger(rules: readonly string[]): ReadonlyMap<string, DangerRule[]> {
  const map = new Map<string, DangerRule[]>()
  for (const line of rules) {
    const [level = '', rest = ''] = line.split(': ')
    const [trigger = '', ...words] = rest.split(' ')
    const rule = ruleOf(level === 'emergency' ? 'emergency' : 'person', trigger, words)
    map.set(trigger, [...(map.get(trigger) ?? []), rule])
  }
  return map
}

function ruleOf(level: DangerRule['level'], trigger: string, words: readonly string[]): DangerRule {
  const of = words.filter((word): word is Subject => SUBJECTS.has(word))
  return {
    level,
    of: of.length > 0 ? new Set(of) : ANYBODY,
    nearby: words.flatMap((word, at) => nearbyAt(words, at, word)),
    evenDenied: words.includes('denied'),
    ofHouse: OF_HOUSE.has(trigger),
  }
}

function nearbyAt(words: readonly string[], at: number, word: string): Nearby[] {
  if (word !== 'then' && word !== 'after' && word !== 'near') return []
  const limit = words.indexOf('within', at)
  return [{ name: words[at + 1] ?? '', place: word, within: limit < 0 ? FAR : Number(words[limit + 1]) }]
}
