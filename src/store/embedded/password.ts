import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, writeFile } from 'node:fs/promises'
import type { Place } from './place.ts'
import type { ServerUser } from './server-user.ts'

/** The password beside the data, readable by its owner only; made on first use and after it was lost. */
export async function readPassword(place: Place, user: ServerUser): Promise<string> {
  const kept = await readFile(place.password, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  if (kept.trim() !== '') return kept.trim()
  const made = randomBytes(24).toString('base64url')
  const half = `${place.password}.half`
  await writeFile(half, `${made}\n`, { mode: 0o600 })
  // initdb reads it, as the user the server runs as
  if (user.as.uid !== undefined && user.as.gid !== undefined) await chown(half, user.as.uid, user.as.gid)
  await rename(half, place.password)
  return made
}
