/** Off one visit, and not off sick. */

import type { Reading } from './reading.ts'
import type { Scene } from './scene.ts'

/** "cannot do Mrs Okafor, my back hurts, I can do the other two": off one visit, not off sick. */
export function onlyOneVisit({ tokens }: Scene, facts: Reading[]): Reading[] {
  const kinds = facts.map(({ kind }) => kind)
  if (!kinds.includes('sick') || !kinds.includes('cannot-attend')) return facts
  if (!facts.every(({ kind, visit }) => kind !== 'cannot-attend' || visit !== undefined)) return facts
  const able = tokens.some(({ w }, at) => w === 'can' && ABLE.has(tokens[at + 1]?.w ?? ''))
  return able
    ? facts
        .filter(({ kind }) => kind !== 'sick')
        .map((fact) => (fact.kind === 'cannot-attend' ? { ...fact, reason: 'sick' as const } : fact))
    : facts
}

export const ABLE: ReadonlySet<string> = new Set(['do', 'finish', 'manage', 'still', 'cover'])
