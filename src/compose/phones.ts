import type { PhoneNumber } from '../cellar/phone-number.ts'
import type { Phones } from '../pages/phones.ts'
import { storyOf } from '../pages/story.ts'
import { lateRecords } from '../store/late-records.ts'
import { firstTry, phoneBook } from '../store/phone-book.ts'
import type { Reading } from './late-visits.ts'

/** What the Phones page asks the program: the line, whose phones there are, what to try first, and how that goes. */
export function phonesOf({ database, clock, reasons }: Reading, line: { number: PhoneNumber; zone: string }): Phones {
  return {
    lineNumber: line.number,
    zone: line.zone,
    suggestion: () => firstTry(database, clock.now()),
    directory: () => phoneBook(database, clock.now(), line.zone),
    async story({ visitRef, at }) {
      const records = await lateRecords(database, { scheduledStart: at }, clock.now(), reasons)
      const record = records.find((one) => one.visitRef === visitRef)
      return record === undefined ? undefined : storyOf(record)
    },
  }
}
