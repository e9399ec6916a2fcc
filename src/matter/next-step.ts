import type { Change } from '../cellar/change.ts'
import type { Instant } from '../cellar/local-time.ts'
import type { NewId } from '../cellar/ports.ts'
import type { Situation } from '../lateness/situation.ts'
import type { MatterFacts, VisitPicture } from './matter-facts.ts'
import { officeItem } from '../office-list/new-item.ts'
import { shortName } from '../rota/names.ts'
import { careWorkersNow } from '../rota/visit-now.ts'

interface OpenMatter extends VisitPicture {
  matter: MatterFacts
  situation: Situation
  /** somebody of the household is still to be told */
  toBeTold: boolean
}

/** While somebody is being told, the matter looks again this often, whatever became of the contact. */
const LOOK_AGAIN_MS = 2 * 60_000
/** After the office was told that nobody has logged in, the matter asks again this often until somebody has. */
const ASK_AGAIN_MS = 10 * 60_000

/**
 * The next step of an open matter, with its time: tell the household, then wait for the care worker to log in; when
 * the expected start plus the contract's late threshold has passed without that, a human gets it, again and again. Who
 * has said that they do not come is not waited for: a human was told of that at once, and is asked a little later.
 */
export function nextStep(open: OpenMatter, now: Instant, newId: NewId): Change[] {
  const { matter, situation, toBeTold, visit } = open
  if (toBeTold) return moved(matter, 'tell-service-user', now + LOOK_AGAIN_MS)
  const arrivalDueAt = Math.max(
    situation.expectedStart + visit.serviceUser.contract.lateMinutes * 60_000,
    situation.notComing === undefined ? 0 : situation.notComing.receivedAt + ASK_AGAIN_MS,
  )
  if (now < arrivalDueAt) return moved(matter, 'await-arrival', arrivalDueAt)
  if (matter.nextStep === 'not-logged-in' && matter.nextDueAt > now) return []
  const onTheList = open.items.some((item) => item.kind === 'not-logged-in' && !item.done)
  const item = onTheList ? [] : [nobodyLoggedIn(open, now, newId)]
  return [...item, ...moved(matter, 'not-logged-in', now + ASK_AGAIN_MS)]
}

function moved(matter: MatterFacts, step: string, nextDueAt: Instant): Change[] {
  if (matter.nextStep === step && matter.nextDueAt === nextDueAt) return []
  return [{ kind: 'matter-moved', id: matter.id, nextStep: step, nextDueAt }]
}

/** Whoever takes it rings the care worker first, who knows where they are. */
function nobodyLoggedIn({ visit, matter, situation }: OpenMatter, now: Instant, newId: NewId): Change {
  const number = [...careWorkersNow(visit), visit.serviceUser].flatMap((person) => person.numbers)[0]?.number
  return officeItem(
    visit,
    {
      kind: 'not-logged-in',
      details: { person: shortName(visit.serviceUser), time: situation.expectedStart },
      ...(number === undefined ? {} : { number }),
      visitId: visit.id,
      matterId: matter.id,
      subject: `visit ${visit.id} expected ${situation.expectedStart} at ${now}`,
      dueAt: now,
    },
    now,
    newId,
  )
}
