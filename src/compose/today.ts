import { randomBytes } from 'node:crypto'
import { matterId } from '../cellar/ids.ts'
import type { Clock } from '../cellar/ports.ts'
import { todayMatter } from '../matter/today.ts'
import { timelineOf } from '../matter/timeline.ts'
import type { ItemWords } from '../office-list/words.ts'
import type { Accounts, Visitor } from '../pages/signed-in.ts'
import type { Today } from '../pages/today.ts'
import type { Settings } from '../settings.ts'
import { keyed, saveAccount, signIn, signOut, whoIsSignedIn } from '../store/accounts.ts'
import type { Database } from '../store/database.ts'
import { oneMatter, openMatters } from '../store/today.ts'
import type { Acts } from './acts.ts'

interface TodayDeps {
  database: Database
  clock: Clock
  words: ItemWords
  acts: Pick<Acts, 'takeAtTheDesk' | 'closeAtTheDesk'>
}

/** What the Today page asks the program. */
export function todayOf({ database, clock, words, acts }: TodayDeps): Today {
  const who = ({ name, managerId }: Visitor) => ({ name, managerId })
  const isTheirs = async (visitor: Visitor, id: string) =>
    (await database.matter.count({ where: { id, agencyId: visitor.agencyId } })) > 0
  return {
    async list({ agencyId }) {
      const found = await openMatters(database, agencyId, words, clock.now())
      return found.map(({ matter, zone }) => todayMatter(matter, zone, clock.now()))
    },
    async one({ agencyId }, id) {
      const found = await oneMatter(database, agencyId, id, words, clock.now())
      if (found === undefined) return undefined
      const { matter, zone, happened } = found
      return { matter: todayMatter(matter, zone, clock.now()), timeline: timelineOf(happened) }
    },
    take: async (visitor, id) =>
      (await isTheirs(visitor, id)) ? acts.takeAtTheDesk(matterId(id), who(visitor)) : { kind: 'not-open' },
    close: async (visitor, id, evidence) =>
      (await isTheirs(visitor, id)) && acts.closeAtTheDesk(matterId(id), evidence, who(visitor)),
  }
}

/**
 * Accounts and sessions for the pages. Without SESSION_SECRET everybody signs in again after a restart, and two web
 * processes do not know each other's visitors.
 */
export function accountsOf(database: Database, clock: Clock, { sessionSecret, publicUrl }: Settings): Accounts {
  const secret = sessionSecret ?? randomBytes(32).toString('base64url')
  return {
    secure: publicUrl.startsWith('https:'),
    signIn: (name, password) => signIn(database, secret, { name, password }, clock.now()),
    async who(token) {
      const found = await whoIsSignedIn(database, secret, token, clock.now())
      return found && { ...found, formToken: keyed(secret, 'form', token) }
    },
    signOut: (token) => signOut(database, secret, token),
  }
}

/** Everybody may look at the demonstration: its account stands on its sign-in. */
export const READY_ACCOUNT = { name: 'demo', password: 'quillbrook' }

/** Makes the account of the demonstration, if it is not there yet. */
export async function addReadyAccount(database: Database): Promise<void> {
  const agency = await database.agency.findFirst({ orderBy: { createdAt: 'asc' } })
  if (agency !== null)
    await saveAccount(database, { ...READY_ACCOUNT, agencyId: agency.id, managerId: undefined }, false)
}
