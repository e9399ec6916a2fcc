import type { Change } from '../../cellar/change.ts'
import { decideAgain } from '../../matter/decide-again.ts'
import type { ServiceUserFacts } from '../../rota/visit-facts.ts'
import type { Incoming } from './sender.ts'

const BEFORE_MS = 4 * 60 * 60_000
const AHEAD_MS = 24 * 60 * 60_000

/**
 * Somebody has died: a person speaks to the household first, and until then the line contacts nobody there. What waits
 * to be told is dropped, a call that is queued or rings is taken back. A matter that is open stays open.
 */
export async function pauseContact(
  { tx, delivery, newId }: Incoming,
  serviceUsers: readonly ServiceUserFacts[],
  reportedBy: string,
): Promise<Change[]> {
  const changes: Change[] = []
  for (const { id } of new Map(serviceUsers.map((s) => [s.id, s])).values()) {
    const status = { status: 'paused', fromAt: tx.now, receivedAt: tx.now } as const
    changes.push({
      kind: 'package-status-added',
      status: { ...status, id: newId(), serviceUserId: id, source: `text ${delivery.id}`, reportedBy },
    })
    for (const visit of await tx.visitsTo(id, tx.now - BEFORE_MS, tx.now + AHEAD_MS)) {
      const picture = await tx.picture(visit.id)
      const { serviceUser } = picture.visit
      const statuses = [...serviceUser.statuses, { ...status, untilAt: undefined }]
      const paused = { ...picture, visit: { ...picture.visit, serviceUser: { ...serviceUser, statuses } } }
      changes.push(...decideAgain(paused, tx.now, newId))
    }
  }
  return changes
}
