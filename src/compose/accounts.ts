import { saveAccount } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'

/** Saves an account for the command; the words where that does not fit. */
export async function saveAccountFor(
  database: Database,
  account: { name: string; password: string; manager?: string; again: boolean },
): Promise<string | undefined> {
  const { name, password, manager: ref, again } = account
  const [agency, another] = await database.agency.findMany({ orderBy: { createdAt: 'asc' }, take: 2 })
  if (agency === undefined) return 'There is no agency yet: lateline import FILE…'
  const manager = ref === undefined ? undefined : await database.manager.findFirst({ where: { ref } })
  if (manager === null) return `There is no manager of the reference "${ref}". Leave --manager out, or correct it.`
  if (manager === undefined && another !== undefined && !again)
    return 'There are several agencies here: say with --manager whose account this is.'
  const agencyId = manager?.agencyId ?? agency.id
  const saved = await saveAccount(database, { agencyId, name, password, managerId: manager?.id }, again)
  if (saved) return undefined
  return again
    ? `There is no account "${name}": leave --new-password out to make it.`
    : `There is an account "${name}" already: --new-password gives it another.`
}
