import type { Change, Party } from '../../cellar/change.ts'
import type { Instant } from '../../cellar/local-time.ts'
import { toLocal } from '../../cellar/local-time.ts'
import type { NewId } from '../../cellar/ports.ts'
import type { ContactFacts } from '../../contact/attempt-facts.ts'
import type { Way } from '../../contact/channel-order.ts'
import { textToManager } from '../../contact/text-to-manager.ts'
import { logInIsDoubted } from '../../lateness/unexplained.ts'
import type { Loading } from '../../matter/act/store.ts'
import type { VisitPicture } from '../../matter/matter-facts.ts'
import { riskOf } from '../../matter/risk.ts'
import { shortName } from '../../rota/names.ts'
import { currentPlan } from '../../rota/visit-now.ts'
import { climbWays, rungsOf } from '../ladder.ts'
import { pickCode } from '../reply-code.ts'

/** What a climb's next step is decided over: the plan as it is now, and what is known of its numbers. */
export interface Climb {
  ways: (graded: ContactFacts) => Way[]
  /** what goes with the decided step: the round's ladder is kept, and whoever is rung gets a code by text */
  beside: (decided: readonly Change[]) => Promise<Change[]>
}

/** Loads what one line of a climb needs to ring its next phone. */
export async function climbOf(
  tx: Loading,
  contact: ContactFacts,
  picture: VisitPicture | undefined,
  newId: NewId,
): Promise<Climb> {
  const plan = await tx.dutyLadder(contact.branchId)
  const rests = await tx.numberRests(plan.map(({ number }) => number))
  const siblings = picture?.contacts ?? []
  const lowRisk = picture === undefined ? false : riskOf(picture.visit).reasons.length === 0
  return {
    ways: (graded) => climbWays({ contact: graded, siblings, plan, rests, lowRisk, now: tx.now }),
    beside: async (decided) => {
      const planned = decided.find((change) => change.kind === 'attempt-planned')
      if (planned === undefined || picture?.matter === undefined) return []
      const rungs = rungsOf(plan, contact.details['loud'] === true).map(({ number, whom, role }) => ({
        number,
        whom,
        role,
      }))
      const first: Change[] =
        contact.attempts.length === 0 ? [{ kind: 'escalation-ladder', matterId: picture.matter.id, rungs }] : []
      return [...first, ...(await codeByText(tx, picture, planned.attempt.party, newId))]
    },
  }
}

/** A code holds for a day, for one person and one matter. */
const CODE_HOLDS_MS = 24 * 60 * 60_000

/** Whoever is rung can also answer by text: with a code that is theirs and this matter's alone, given once. */
export async function codeByText(tx: Loading, picture: VisitPicture, party: Party, newId: NewId): Promise<Change[]> {
  const { matter, visit } = picture
  if (matter === undefined || party.kind !== 'manager') return []
  const known = (await tx.codesOf(matter.id)).find((one) => one.partyId === party.id && one.expiresAt > tx.now)
  if (known !== undefined) return []
  const localDate = toLocal(tx.now, visit.branch.zone).date
  const code = pickCode(await tx.codesGiven(visit.agencyId, localDate), newId())
  return [
    {
      kind: 'code-given',
      code: {
        id: newId(),
        agencyId: visit.agencyId,
        localDate,
        code,
        target: { kind: 'matter', id: matter.id },
        party,
        expiresAt: tx.now + CODE_HOLDS_MS,
      },
    },
    codeText(picture, party, code, tx.now, newId),
  ]
}

function codeText({ matter, visit }: VisitPicture, party: Party, code: string, now: Instant, newId: NewId): Change {
  const text = {
    matterId: matter?.id,
    visitId: visit.id,
    party,
    message: 'escalation-code',
    details: {
      ...(logInIsDoubted(visit) ? { text: 'escalation-code-doubted' } : {}),
      person: shortName(visit.serviceUser),
      planned: currentPlan(visit).plannedStart,
      code,
    },
    subject: `matter ${matter?.id ?? ''} code ${code}`,
    riskAt: riskOf(visit).riskAt,
  }
  return textToManager(visit, text, now, newId)
}
