import type { Instant } from '../../cellar/local-time.ts'
import type { Acceptance, ClimbFacts, StageFacts } from '../../escalation/climb-facts.ts'
import { NO_CLIMB } from '../../escalation/climb-facts.ts'
import { Prisma } from '../prisma-client/client.ts'
import { storedNumber } from './numbers.ts'
import { ms } from './sql.ts'

/** How the climb of a matter `m` stands, as one value. */
export const CLIMB = Prisma.sql`jsonb_build_object(
  'climbs', (SELECT count(*)::int FROM escalation e WHERE e.matter_id = m.id),
  'live', (SELECT jsonb_strip_nulls(jsonb_build_object('id', e.id, 'round', e.round, 'loud', e.loud, 'startedAt', ${ms('e.started_at')}))
             FROM escalation e WHERE e.matter_id = m.id AND e.ended_at IS NULL),
  'taken', coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', t.id, 'managerId', t.manager_id, 'whom', t.whom,
                   'number', t.number, 'how', t.how, 'acceptedAt', ${ms('t.accepted_at')}, 'deadline', ${ms('t.deadline')},
                   'releasedAt', ${ms('t.released_at')}, 'releaseReason', t.release_reason)) ORDER BY t.accepted_at, t.id)
             FROM acceptance t WHERE t.matter_id = m.id), '[]'),
  'stages', coalesce((SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('round', s.round, 'stage', s.stage,
                   'deadline', ${ms('s.deadline')}, 'reachedAt', ${ms('s.reached_at')})))
             FROM matter_stage s WHERE s.matter_id = m.id), '[]'))`

export interface ClimbRow {
  climbs: number
  live: { id: string; round: number; loud: boolean; startedAt: Instant } | null
  taken: {
    id: string
    managerId?: string
    whom: string
    number?: string
    how: Acceptance['how']
    acceptedAt: Instant
    deadline: Instant
    releasedAt?: Instant
    releaseReason?: string
  }[]
  stages: { round: number; stage: StageFacts['stage']; deadline: Instant; reachedAt?: Instant }[]
}

export function climbOf(row: ClimbRow): ClimbFacts {
  if (row.climbs === 0 && row.taken.length === 0) return NO_CLIMB
  const { live } = row
  return {
    climbs: row.climbs,
    live: live ?? undefined,
    taken: row.taken.map((one) => ({
      id: one.id,
      managerId: one.managerId,
      whom: one.whom,
      number: one.number === undefined ? undefined : storedNumber(one.number),
      how: one.how,
      acceptedAt: one.acceptedAt,
      deadline: one.deadline,
      releasedAt: one.releasedAt,
      releaseReason: one.releaseReason,
    })),
    stages: row.stages.map((one) => ({ ...one, reachedAt: one.reachedAt })),
  }
}
