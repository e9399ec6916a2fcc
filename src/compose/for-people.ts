import { BadSetting } from '../settings.ts'
import { EmbeddedDatabaseError } from '../store/embedded/trouble.ts'
import { MigrationError } from '../store/migrate.ts'
import { PortInUse } from './listen.ts'
import { UnreadableFile } from '../commands/import.ts'
import { AnotherRuns } from './only-one.ts'
import { BadWords } from './words.ts'

/** Whether a fault was written for whoever started the program: where, what, what to do. Then it needs no stack. */
export function isForPeople(error: unknown): error is Error {
  return [BadSetting, BadWords, UnreadableFile, PortInUse, AnotherRuns, EmbeddedDatabaseError, MigrationError].some(
    (kind) => error instanceof kind,
  )
}
