import { careWorkerId, serviceUserId, visitId } from '../../cellar/ids.ts'
import type { LogInRefs } from '../../matter/act/store.ts'
import type { LogInEvent } from '../../log-in/log-in-event.ts'
import type { Transaction } from '../database.ts'
import { branchesById } from './branches.ts'

/** What a log-in event points at, by its references; nothing is locked. A branch that cannot be told is said in words. */
export async function logInRefs(tx: Transaction, event: LogInEvent): Promise<LogInRefs> {
  const { branch, visit, careWorker, serviceUser } = event
  const branches = await tx.branch.findMany({
    ...(branch === undefined ? {} : { where: { name: branch } }),
    select: { id: true },
    take: 2,
  })
  const [only, another] = branches
  if (only === undefined) return { place: branch === undefined ? NO_BRANCH : `there is no branch called ${branch}` }
  if (another !== undefined) return { place: 'there are several branches; say which in branch' }
  const known = (await branchesById(tx, [only.id])).get(only.id)
  if (known === undefined) return { place: NO_BRANCH }
  const place = { ...known, zone: known.facts.zone }
  const here = { branchId: only.id }
  const visits =
    visit === undefined
      ? []
      : await tx.visit.findMany({ where: { ...here, ref: visit }, select: { id: true }, take: 2 })
  if (visits.length > 1)
    return { place: `two rota systems have a visit ${visit ?? ''}; say care_worker and service_user instead` }
  const worker =
    careWorker === undefined
      ? null
      : await tx.careWorker.findFirst({ where: { ...here, ref: careWorker }, select: { id: true } })
  const user =
    serviceUser === undefined
      ? null
      : await tx.serviceUser.findFirst({ where: { ...here, ref: serviceUser }, select: { id: true } })
  const [one] = visits
  return {
    place,
    ...(one === undefined ? {} : { visitId: visitId(one.id) }),
    ...(worker === null ? {} : { careWorkerId: careWorkerId(worker.id) }),
    ...(user === null ? {} : { serviceUserId: serviceUserId(user.id) }),
  }
}

const NO_BRANCH = 'no agency is set up here yet'

/** Whether a fact of this source and reference is stored already. */
export async function isKnownFact(tx: Transaction, source: string, sourceRef: string): Promise<boolean> {
  return (await tx.visitEvent.count({ where: { source, sourceRef } })) > 0
}
