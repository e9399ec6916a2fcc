import { createHmac, randomBytes, randomUUID, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../cellar/local-time.ts'
import type { Database } from './database.ts'

/** Somebody who is signed in. */
export interface SignedIn {
  accountId: string
  agencyId: string
  name: string
  managerId: string | undefined
}

const SESSION_MS = 12 * 60 * 60_000
/** One of OWASP's settings for scrypt: 32 MB and some tenths of a second, once a sign-in. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 }
const KEY_BYTES = 32

/** Adds an account, or gives one that is there a new password (`again`). False where that does not fit. */
export async function saveAccount(
  database: Database,
  account: { agencyId: string; name: string; password: string; managerId: string | undefined },
  again: boolean,
): Promise<boolean> {
  const { name, agencyId, managerId, password } = account
  const known = await database.account.findUnique({ where: { name } })
  if ((known !== null) !== again) return false
  const secretHash = await hashed(password)
  if (known === null)
    await database.account.create({
      data: { id: randomUUID(), agencyId, name, managerId: managerId ?? null, secretHash, role: 'manager' },
    })
  else {
    await database.account.update({ where: { name }, data: { secretHash } })
    // whoever knew the old password is signed out
    await database.session.deleteMany({ where: { accountId: known.id } })
  }
  return true
}

/** Signs somebody in. The token goes into their cookie; what is stored of it opens nothing. Undefined where name or password is wrong. */
export async function signIn(
  database: Database,
  secret: string,
  given: { name: string; password: string },
  now: Instant,
): Promise<string | undefined> {
  const account = await database.account.findUnique({ where: { name: given.name } })
  // as long a look where there is no such account, so that names cannot be found out by the time it takes
  const right = await matches(given.password, account?.secretHash ?? (await nobodysHash()))
  if (account === null || !right) return undefined
  const token = randomBytes(32).toString('base64url')
  await database.session.deleteMany({ where: { expiresAt: { lte: new Date(now) } } })
  await database.session.create({
    data: {
      id: keyed(secret, 'session', token),
      accountId: account.id,
      createdAt: new Date(now),
      expiresAt: new Date(now + SESSION_MS),
    },
  })
  return token
}

/** Who a token belongs to; undefined where it is none, or over. */
export async function whoIsSignedIn(
  database: Database,
  secret: string,
  token: string,
  now: Instant,
): Promise<SignedIn | undefined> {
  const session = await database.session.findUnique({ where: { id: keyed(secret, 'session', token) } })
  if (session === null || session.expiresAt.getTime() <= now) return undefined
  const account = await database.account.findUnique({ where: { id: session.accountId } })
  if (account === null) return undefined
  const { id: accountId, agencyId, name, managerId } = account
  return { accountId, agencyId, name, managerId: managerId ?? undefined }
}

export async function signOut(database: Database, secret: string, token: string): Promise<void> {
  await database.session.deleteMany({ where: { id: keyed(secret, 'session', token) } })
}

/** A value that only this program can have made from a token: a session's key, a form's token. */
export function keyed(secret: string, purpose: string, token: string): string {
  return createHmac('sha256', secret).update(`${purpose} ${token}`).digest('base64url')
}

async function hashed(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await scrypt(password, salt)
  return ['scrypt', salt.toString('base64url'), key.toString('base64url')].join(':')
}

async function matches(password: string, stored: string): Promise<boolean> {
  const [, salt = '', key = ''] = stored.split(':')
  const wanted = Buffer.from(key, 'base64url')
  const given = await scrypt(password, Buffer.from(salt, 'base64url'))
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

let nobody: Promise<string> | undefined
function nobodysHash(): Promise<string> {
  nobody ??= hashed(randomBytes(16).toString('hex'))
  return nobody
}

function scrypt(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scryptWithCallback(password.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
