import { basename } from 'node:path'
import { readFile } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import type { ImportDeps, ImportOptions } from '../rota/act/import-rota.ts'
import { importRota } from '../rota/act/import-rota.ts'
import { FILE_KINDS, MARKS, VISIT_HEADINGS } from '../rota/import/columns.ts'
import type { ImportReport } from '../rota/import/import-report.ts'
import { columnsOf } from '../rota/import/people-rows.ts'
import { decodeText } from '../rota/import/read-csv.ts'
import { importInWords } from './import-words.ts'
import { throughNpm } from './through-npm.ts'

export interface ImportCommandOptions extends ImportOptions {
  json?: boolean
}

export interface ImportCommandDeps extends ImportDeps {
  print(text: string): void
}

/** A file that cannot be opened, in words for whoever typed its name. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

/**
 * Imports files and prints what happened. The exit code says how it went: 0 everything is in, 2 some rows were refused
 * and the rest is in, 1 nothing was written because a file as a whole cannot be read.
 *
 * @throws UnreadableFile when a file is not there or may not be read
 */
export async function runImport(
  paths: readonly string[],
  options: ImportCommandOptions,
  deps: ImportCommandDeps,
): Promise<number> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), text: decodeText(await contentOf(path)) })),
  )
  const report = await importRota(files, options, deps)
  deps.print(options.json === true ? `${JSON.stringify(report, null, 2)}\n` : importInWords(report))
  return exitCodeOf(report)
}

/** `lateline import`; `withDeps` opens what it needs, hands it over and closes it again, whatever happens. */
export function importCommand(
  withDeps: (run: (deps: Omit<ImportCommandDeps, 'print' | 'onProgress'>) => Promise<void>) => Promise<void>,
): Command {
  return new Command('import')
    .description('bring in people, contacts, visits and on-call from the files of a rota system')
    .argument('<file...>', 'CSV files; what each one is shows from its headings, not from its name')
    .addOption(throughNpm('--dry-run', 'show what would change and write nothing'))
    .option('--branch <name>', 'the branch the files are for, where there are several')
    .option('--source <name>', 'the rota system the visits come from, where there are several', 'rota')
    .addOption(throughNpm('--json', 'the whole result as JSON'))
    .addHelpText('after', columnsHelp())
    .action(async (paths: string[], options: ImportCommandOptions) => {
      await withDeps(async (deps) => {
        const bar = progressBar(options)
        try {
          const print = (text: string) => void process.stdout.write(text)
          const code = await runImport(paths, options, { ...deps, print, onProgress: bar.show })
          if (code !== 0) process.exitCode = code
        } finally {
          bar.end()
        }
      })
    })
}

async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const why = code === 'ENOENT' ? 'is not there' : code === 'EISDIR' ? 'is a folder' : `cannot be read (${code})`
    throw new UnreadableFile(`${path} ${why}. Nothing was written; name the files one by one.`)
  }
}

function exitCodeOf(report: ImportReport): number {
  if (report.fileProblems.length > 0) return 1
  return report.problems.length > 0 ? 2 : 0
}

/** A bar on a terminal only: programs and files get clean output. */
function progressBar(options: ImportCommandOptions): { show(done: number, total: number): void; end(): void } {
  if (!process.stderr.isTTY || options.json === true) return { show: () => undefined, end: () => undefined }
  const bar = new SingleBar({
    format: 'Writing {bar} {value} of {total} rows',
    stream: process.stderr,
    clearOnComplete: true,
  })
  let begun = false
  return {
    show(done, total) {
      if (!begun) bar.start(total, 0)
      begun = true
      bar.update(done)
    },
    end: () => bar.stop(),
  }
}

function columnsHelp(): string {
  const kinds = FILE_KINDS.flatMap((kind) => {
    if (kind === 'visits') return []
    const must = MARKS[kind]
    const more = columnsOf(kind).filter((column) => !must.includes(column))
    return [`  ${kind}: ${must.join(', ')}\n    and, where known: ${more.join(', ')}`]
  })
  const visits = Object.keys(VISIT_HEADINGS).join(', ')
  return `
Columns, by the headings that tell a file (the first ones must be there):
${kinds.join('\n')}
  visits: service_user_ref or service_user_name, planned_start, and planned_end or duration
    all columns: ${visits}
    (the headings other rota systems use for these are understood as well)

Dates are day first or YYYY-MM-DD, times are the wall clock of the branch. Rows that cannot be taken are refused one by
one and the rest is imported (exit code 2); a file that cannot be read at all stops everything (exit code 1).`
}
