import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Clock } from '../cellar/ports.ts'
import type { Database } from './database.ts'
import { anyBranch, branchOfLine } from './load/branches.ts'
import { dutyLadder } from './load/duty.ts'
import { storedNumber } from './load/numbers.ts'

/** Every line of ours, with its agency's name. */
export async function allLines(database: Database): Promise<{ number: PhoneNumber; agency: string; zone: string }[]> {
  const lines = await database.phoneLine.findMany({ orderBy: { e164: 'asc' } })
  const branches = await database.branch.findMany({
    where: { id: { in: lines.map((l) => l.branchId) } },
    include: { agency: true },
  })
  return lines.flatMap((line) => {
    const branch = branches.find((b) => b.id === line.branchId)
    return branch === undefined
      ? []
      : [{ number: storedNumber(line.e164), agency: branch.agency.name, zone: branch.zone }]
  })
}

/** Whom to ring when a call to a line cannot be served: learned by heart while the database is well. */
export async function fallbackNumbers(database: Database, clock: Clock, line: string): Promise<PhoneNumber[]> {
  return database.$transaction(async (tx) => {
    // a line that is not stored is one that was set up wrongly: its callers are led to a person all the same
    const branch = (await branchOfLine(tx, line)) ?? (await anyBranch(tx))
    return branch === undefined ? [] : (await dutyLadder(tx, branch, clock.now())).map((d) => d.number)
  })
}

/** The carrier's limits as they are set now: slots are claimed at this pace. */
export async function setPace(
  database: Database,
  account: string,
  callsPerSecond: number,
  textsPerSecond: number,
): Promise<void> {
  await database.carrierAccount.updateMany({
    where: { name: account },
    data: { callSlotMs: Math.round(1000 / callsPerSecond), textSlotMs: Math.round(1000 / textsPerSecond) },
  })
}
