import { randomUUID } from 'node:crypto'
import { machineClock } from '../clock.ts'
import { BadSetting } from '../settings.ts'
import { flawsWithin } from '../on-call/gaps.ts'
import { flawInWords } from '../on-call/in-words.ts'
import type { Stretch } from '../on-call/plan.ts'
import type { Database } from '../store/database.ts'
import { branchesWithLines, managersOf, readOnCall, recordOverrides, type NewOverride } from '../store/on-call.ts'

/** What the commands about the on-call plan work with, for one branch. @throws BadSetting where none, or several, are meant */
export async function onCallOf(database: Database, name: string | undefined) {
  const branches = await branchesWithLines(database)
  const [branch, another] = name === undefined ? branches : branches.filter((one) => one.name === name)
  if (branch === undefined)
    throw new BadSetting(
      branches.length === 0
        ? 'There is no branch with a line yet: lateline import FILE…'
        : `There is no branch "${name}". Say --branch and one of: ${branches.map((one) => `"${one.name}"`).join(', ')}.`,
    )
  if (another !== undefined)
    throw new BadSetting(`Say which branch: --branch and one of ${branches.map((one) => `"${one.name}"`).join(', ')}.`)
  const now = machineClock.now()
  const load = (stretch: Stretch) => readOnCall(database, branch.id, stretch)
  const { plan } = await load({ from: now, until: now + 1 })
  return {
    zone: plan.zone,
    now,
    load,
    managers: () => managersOf(database, branch.id),
    record: (override: Omit<NewOverride, 'id'>, entered: { by: string; reason: string }) =>
      recordOverrides(database, branch.id, [{ id: randomUUID(), ...override }], { ...entered, at: now }),
  }
}

const WEEK_MS = 7 * 24 * 60 * 60_000

/** What is wrong with every branch's plan in the week to come, in sentences: a standing warning until it is put right. */
export async function onCallFlaws(
  database: Database,
): Promise<{ branches: number; flaws: string[]; uncovered: boolean }> {
  const branches = await branchesWithLines(database)
  const stretch = { from: machineClock.now(), until: machineClock.now() + WEEK_MS }
  const flaws: string[] = []
  let uncovered = false
  for (const { id, name } of branches) {
    const onCall = await readOnCall(database, id, stretch)
    for (const flaw of flawsWithin(onCall, stretch)) {
      flaws.push(`${name}: ${flawInWords(flaw, onCall)}`)
      uncovered ||= flaw.kind === 'uncovered'
    }
  }
  return { branches: branches.length, flaws, uncovered }
}
