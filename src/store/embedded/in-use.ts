import { randomUUID } from 'node:crypto'
import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type ProcessMark, isSameAndAlive, ourMark } from './processes.ts'

/** Notes that this program uses the database; the function handed back takes the note away. */
export async function enter(folder: string): Promise<() => Promise<void>> {
  const note = join(folder, `${process.pid}-${randomUUID()}`)
  await writeFile(note, JSON.stringify(ourMark()), { mode: 0o600 })
  return () => rm(note, { force: true })
}

/** Programs that have noted their use and still run. Notes of programs that ended without leaving are removed. */
export async function others(folder: string): Promise<ProcessMark[]> {
  const alive: ProcessMark[] = []
  for (const name of await readdir(folder)) {
    const mark = await readMark(join(folder, name))
    if (mark !== undefined && isSameAndAlive(mark)) alive.push(mark)
    else await rm(join(folder, name), { force: true })
  }
  return alive
}

const Mark = z.object({ pid: z.int(), startedAt: z.string() })

/** The program a note or a lock names; undefined when the file is gone or unreadable. */
export async function readMark(file: string): Promise<ProcessMark | undefined> {
  try {
    return Mark.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return undefined
  }
}
