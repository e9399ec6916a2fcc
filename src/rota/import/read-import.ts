import type { z } from 'zod'
import type { FileKind } from './columns.ts'
import type { ReadRow, RowNote } from './import-report.ts'
import type { AgencyRow } from './people-rows.ts'
import { agencyRow, careWorkerRow, columnsOf, contactRow, funderRow, onCallRow, serviceUserRow } from './people-rows.ts'
import type { RecognisedFile } from './read-file.ts'
import { readRows } from './read-people.ts'
import type { Directory } from './read-visit-row.ts'
import type { ReadVisits } from './read-visits.ts'
import { readVisits } from './read-visits.ts'
import type { PeopleRows } from './rota-changes.ts'

/** What reading a file gave beside its rows. */
export interface FileReading {
  file: RecognisedFile
  problems: RowNote[]
  warnings: RowNote[]
  rows: number
  duplicates: number
  merged: number
  ignored: number
}

/** Reads every file but the visits, which need to know the people first. */
export function readPeopleFiles(files: readonly RecognisedFile[]): {
  rows: PeopleRows & { agency: ReadRow<AgencyRow>[] }
  readings: FileReading[]
} {
  const readings: FileReading[] = []
  const read = <Row extends object>(
    kind: FileKind,
    schema: z.ZodType<Row>,
    refOf: (row: Row) => string,
  ): ReadRow<Row>[] =>
    files
      .filter((file) => file.kind === kind)
      .flatMap((file) => {
        const { rows, ...rest } = readRows(file, schema, columnsOf(kind), refOf)
        readings.push({ file, ...rest, merged: 0, rows: file.rows.length })
        return rows
      })
  const rows = {
    agency: read('agency', agencyRow, (row) => `${row.agency}, ${row.branch}`),
    funders: read('funders', funderRow, (row) => row.funder_ref),
    careWorkers: read('care-workers', careWorkerRow, (row) => row.worker_ref),
    serviceUsers: read('service-users', serviceUserRow, (row) => row.service_user_ref),
    contacts: read('contacts', contactRow, (row) => row.contact_ref),
    onCall: read('on-call', onCallRow, (row) => row.shift_ref),
  }
  return { rows, readings }
}

/** Reads the visit files, now that everybody is known. */
export function readVisitFiles(
  files: readonly RecognisedFile[],
  directory: Directory,
  zone: string,
): { visits: Pick<ReadVisits, 'visits' | 'refusedRefs'>; readings: FileReading[] } {
  const read = files
    .filter((file) => file.kind === 'visits')
    .map((file) => ({ file, ...readVisits(file, directory, zone) }))
  return {
    visits: { visits: read.flatMap((one) => one.visits), refusedRefs: read.flatMap((one) => one.refusedRefs) },
    readings: read.map(({ file, problems, warnings, passedOver }) => {
      const count = (...why: string[]) => passedOver.filter((one) => why.includes(one.why)).length
      const counts = {
        duplicates: count('duplicate'),
        merged: count('merged'),
        ignored: count('blank', 'total', 'remark'),
      }
      return { file, problems, warnings, rows: file.rows.length, ...counts }
    }),
  }
}
