/** The embedded database cannot run. The message says where, what is wrong, and what to do now. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}

const ownServer = 'or set DATABASE_URL to a PostgreSQL of your own'

/** Runs `work`; faults of the disk and the folder become an EmbeddedDatabaseError that names the remedy. */
export async function explained<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error
    throw new EmbeddedDatabaseError(explain(dataDir, textOf(error)), { cause: error })
  }
}

/** What a message of the system, of initdb or of the server means for the person at the terminal. */
export function explain(dataDir: string, what: string): string {
  const where = `The embedded database in ${dataDir} cannot run`
  if (/ENOSPC|No space left on device|EDQUOT|quota exceeded/i.test(what)) {
    return `${where}: the disk is full. Make room (about 200 MB are needed to begin with), set LATELINE_DATA_DIR to a folder on another disk, ${ownServer}.`
  }
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only file system/i.test(what)) {
    return `${where}: this user may not write there (${firstLine(what)}). Give the folder to the user who runs Lateline, set LATELINE_DATA_DIR to a folder that user may write, ${ownServer}.`
  }
  if (/could not resize shared memory|could not map anonymous shared memory|Cannot allocate memory/i.test(what)) {
    return `${where}: not enough memory (${firstLine(what)}). Free some, ${ownServer}.`
  }
  return `${where}: ${what.trim()}. Try once more; if it stays, read ${dataDir}/postgres.log, ${ownServer}.`
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
