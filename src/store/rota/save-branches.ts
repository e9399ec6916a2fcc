import { randomUUID } from 'node:crypto'
import type { Instant } from '../../cellar/local-time.ts'
import type { CarrierLimits } from '../../rota/act/rota-store.ts'
import type { BranchChange, StoredBranch } from '../../rota/import/rota-changes.ts'
import type { Transaction } from '../database.ts'
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
