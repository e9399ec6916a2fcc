import type { Instant } from '../cellar/local-time.ts'
import type { PhoneNumber } from '../cellar/phone-number.ts'

/** How the climb for one matter stands: who was rung, who took it, and what has come of that. */
export interface ClimbFacts {
  /** climbs so far, the live one among them */
  climbs: number
  live: LiveClimb | undefined
  /** everybody who took it, the first first; whoever has it now is not released */
  taken: Acceptance[]
  stages: StageFacts[]
}

export interface LiveClimb {
  id: string
  round: number
  loud: boolean
  startedAt: Instant
}

export interface Acceptance {
  id: string
  managerId: string | undefined
  whom: string
  number: PhoneNumber | undefined
  how: 'key' | 'text' | 'own-call' | 'page'
  acceptedAt: Instant
  deadline: Instant
  releasedAt: Instant | undefined
  releaseReason: string | undefined
}

export type StageName = 'taken' | 'covered' | 'told' | 'seen'

export interface StageFacts {
  round: number
  stage: StageName
  deadline: Instant
  reachedAt: Instant | undefined
}

export const NO_CLIMB: ClimbFacts = { climbs: 0, live: undefined, taken: [], stages: [] }
