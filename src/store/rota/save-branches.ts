import { randomUUID } from 'node:crypto'
import type { Instant } from '../../cellar/local-time.ts'
import type { CarrierLimits } from '../../rota/act/rota-store.ts'
import type { BranchChange, StoredBranch } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
import { objectOf } from './load-people.ts'
import { watchVisits } from '../save/checks.ts'

/** Writes agencies, branches and their lines. A line that is replaced stays on record as a former one. */
export async function saveBranches(
  tx: Transaction,
  changes: readonly BranchChange[],
  carrier: CarrierLimits,
  now: Instant,
): Promise<void> {
  for (const { branch, isNew, isNewAgency } of changes) {
    if (isNewAgency) {
      const agency = { id: branch.agencyId, name: branch.agency, createdAt: new Date(now) }
      await tx.agency.createMany({ data: [agency], skipDuplicates: true })
    }
    await tx.agency.update({ where: { id: branch.agencyId }, data: { address: branch.agencyAddress } })
    const data = await branchData(tx, branch, now)
    if (isNew)
      await tx.branch.create({ data: { id: branch.branchId, agencyId: branch.agencyId, name: branch.branch, ...data } })
    else await tx.branch.update({ where: { id: branch.branchId }, data })
    await watchVisits(tx, branch.branchId, now)
    await saveLine(tx, branch, await accountOf(tx, branch, carrier, now))
    await saveOnCallPlan(tx, branch, now)
  }
}

async function branchData(tx: Transaction, branch: StoredBranch, now: Instant) {
  const before = await tx.branch.findUnique({
    where: { id: branch.branchId },
    select: { watchMode: true, liveFrom: true },
  })
  return {
    zone: branch.zone,
    nation: branch.nation,
    watchMode: branch.watch,
    liveFrom: before?.watchMode === branch.watch ? before.liveFrom : new Date(now),
    officeNumber: branch.officeNumber || null,
    lastResortNumber: branch.lastResortNumber || null,
    responsibleManagerId: branch.responsibleManagerId ?? null,
  }
}

/** A plan that changes is a new version; what held before stays on record. */
async function saveOnCallPlan(tx: Transaction, branch: StoredBranch, now: Instant) {
  const { branchId, officeHours = '', onCallTiers = '' } = branch
  const before = await tx.onCallPlan.findFirst({ where: { branchId }, orderBy: { version: 'desc' } })
  const rules = {
    ...(officeHours === '' ? {} : { officeHours }),
    ...(onCallTiers === '' ? {} : { tiers: Number(onCallTiers) }),
  }
  const known = objectOf(before?.rules)
  if (known['officeHours'] === rules.officeHours && known['tiers'] === rules.tiers) return
  const version = (before?.version ?? 0) + 1
  await tx.onCallPlan.create({ data: { id: randomUUID(), branchId, version, rules, validFrom: new Date(now) } })
}

async function saveLine(tx: Transaction, branch: StoredBranch, accountId: string): Promise<void> {
  const { branchId, lineNumber } = branch
  await tx.phoneLine.updateMany({
    where: { branchId, use: 'main', NOT: { e164: lineNumber } },
    data: { use: 'former' },
  })
  await tx.phoneLine.upsert({
    where: { e164: lineNumber },
    create: { e164: lineNumber, branchId, accountId, use: 'main' },
    update: { branchId, use: 'main' },
  })
}

async function accountOf(tx: Transaction, branch: StoredBranch, carrier: CarrierLimits, now: Instant): Promise<string> {
  const found = await tx.carrierAccount.findUnique({ where: { name: carrier.account }, select: { id: true } })
  if (found !== null) return found.id
  const id = randomUUID()
  await tx.carrierAccount.create({
    data: {
      id,
      agencyId: branch.agencyId,
      name: carrier.account,
      callSlotMs: Math.round(1_000 / carrier.callsPerSecond),
      textSlotMs: Math.round(1_000 / carrier.textsPerSecond),
      nextCallAt: new Date(now),
      nextTextAt: new Date(now),
    },
  })
  return id
}
