import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Clock } from '../cellar/ports.ts'
import type { Phones } from '../pages/phones.ts'
import type { Database } from '../store/database.ts'
import { firstTry, phoneBook } from '../store/phone-book.ts'

/** What the Phones page asks the program: the line, whose phones there are, and what to try first. */
export function phonesOf(database: Database, clock: Clock, line: { number: PhoneNumber; zone: string }): Phones {
  return {
    lineNumber: line.number,
    zone: line.zone,
    suggestion: () => firstTry(database, clock.now()),
    directory: () => phoneBook(database, clock.now(), line.zone),
  }
}
