import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createLog } from '../compose/log.ts'
import { openDatabases } from './databases.ts'
import { describeCommit, describeMachine } from './machine.ts'
import { reaches, type Section, type Stage } from './measure.ts'
import { measureLoop } from './loop.ts'
import { measurePace } from './pace.ts'
import { measureReading } from './reading.ts'
import { measureReaction } from './reaction.ts'
import { asMarkdown, asText } from './table.ts'
import { measureWebhook } from './webhook.ts'

/** Every measurement, by the name that `--only` takes. */
const MEASUREMENTS: Record<string, (stage: Stage) => Promise<Section>> = {
  webhook: measureWebhook,
  reaction: measureReaction,
  pace: measurePace,
  loop: measureLoop,
  reading: measureReading,
}

export const MEASUREMENT_NAMES: readonly string[] = Object.keys(MEASUREMENTS)

export interface BenchArgs {
  /** names of measurements; all of them where none is given */
  only?: readonly string[]
  /** how long each steady part lasts, 2 to 40 */
  seconds?: number
  /** prints one JSON document instead of a table */
  json?: boolean
  /** keeps the table in docs/bench.md */
  write?: boolean
  /** a folder for CPU profiles of the processes that are measured */
  profile?: string
}

/** What was asked for cannot be measured: the message says what can. */
export class BadBench extends Error {
  override readonly name = 'BadBench'
}

/**
 * Measures how fast the program is on this machine, on throw-away databases, and prints each figure beside what it is
 * held against. Never part of the tests: a figure says something about a machine, too.
 *
 * @returns whether every goal was met
 * @throws BadBench when a measurement is named that there is not
 */
export async function runBench(args: BenchArgs = {}): Promise<boolean> {
  const { seconds = 10, json = false, write = false } = args
  const chosen = choose(args.only ?? [])
  if (!(seconds >= 2 && seconds <= 40))
    throw new BadBench(`--seconds: ${seconds} is not possible; give a number from 2 to 40.`)
  const about = [
    ...describeMachine(),
    ...describeCommit(),
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  ]
  const databases = await openDatabases(process.env['DATABASE_URL'] || undefined, createLog('warn'))
  about.splice(1, 0, databases.server)
  const stage: Stage = {
    databases,
    seconds,
    profileTo: args.profile,
    say: (words) => process.stderr.write(`${words}\n`),
  }
  try {
    const sections: Section[] = []
    for (const measure of chosen) sections.push(await measure(stage))
    const command = commandOf(args)
    if (json) console.log(JSON.stringify({ command, about, sections: sections.map(withVerdicts) }))
    else console.log(`${about.join('\n')}\n\n${asText(sections)}`)
    if (write) await keep(command, about, sections)
    return sections.every((section) => section.rows.every((row) => reaches(row) !== false))
  } finally {
    await databases.stop()
  }
}

function choose(only: readonly string[]) {
  const names = only.length === 0 ? MEASUREMENT_NAMES : only
  return names.map((name) => {
    const measure = MEASUREMENTS[name]
    if (measure === undefined)
      throw new BadBench(`--only: there is no measurement "${name}"; there are ${MEASUREMENT_NAMES.join(', ')}.`)
    return measure
  })
}

function commandOf({ only = [], seconds }: BenchArgs): string {
  const options = [...only.map((name) => `--only ${name}`), ...(seconds === undefined ? [] : [`--seconds ${seconds}`])]
  return ['npm run bench', ...(options.length === 0 ? [] : ['--', ...options])].join(' ')
}

function withVerdicts(section: Section) {
  return { ...section, rows: section.rows.map((row) => ({ ...row, met: reaches(row) })) }
}

async function keep(command: string, about: string[], sections: Section[]): Promise<void> {
  const folder = resolve(import.meta.dirname, '../../docs')
  await mkdir(folder, { recursive: true })
  const text = [
    '# How fast it is',
    '',
    `Written by \`${command}${command.includes(' -- ') ? '' : ' --'} --write\`; nothing here is typed by hand. Figures are of one machine, ratios travel further.`,
    '',
    ...about.map((line) => `- ${line}`),
    '',
    asMarkdown(sections),
    '',
  ]
  await writeFile(join(folder, 'bench.md'), text.join('\n'))
}
