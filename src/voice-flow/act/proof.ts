import type { CallFacts } from '../call-facts.ts'
import type { Turn } from '../stepper.ts'

/**
 * What the call has proved up to this turn, for the grade. A manager's answer is only an item taken with key and
 * confirmation; "pass it on" or a pick-up proves nothing (design 1.3).
 */
export function proofOf(turn: Turn, call: CallFacts): 'heard' | 'answered' | undefined {
  const { outcome } = turn.memory
  const byKeys = call.flow === 'office-call' || call.flow === 'hand-over-call'
  if (byKeys) return outcome.end === 'taken' ? 'answered' : undefined
  if (outcome.answered || outcome.connected) return 'answered'
  return outcome.heard ? 'heard' : call.proof
}
