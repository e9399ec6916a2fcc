import { Command } from 'commander'
import { examine, type Finding } from '../compose/examination.ts'
import { throughNpm } from './through-npm.ts'

const SIGN: Record<Finding['state'], string> = { well: 'well   ', mind: 'MIND   ', wrong: 'WRONG  ' }

export function doctorCommand(): Command {
  return new Command('doctor')
    .description(
      'check settings, database, queue, carrier and its limits, flows, time zones, and people nobody could reach',
    )
    .addOption(throughNpm('--json', 'the findings as JSON'))
    .action(async (options: { json?: boolean }) => {
      const findings = await examine(process.env)
      if (options.json === true) process.stdout.write(`${JSON.stringify(findings)}\n`)
      else for (const { state, what, note } of findings) process.stdout.write(`${SIGN[state]}${what}: ${note}\n`)
      if (findings.some((f) => f.state === 'wrong')) process.exitCode = 1
    })
}
