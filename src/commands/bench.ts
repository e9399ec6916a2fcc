import { Command, Option } from 'commander'
import { MEASUREMENT_NAMES, runBench } from '../bench/run-bench.ts'
import { throughNpm } from './through-npm.ts'

export function benchCommand(): Command {
  return new Command('bench')
    .description('measure the line beside its floor on this machine, on throw-away databases')
    .addOption(new Option('--only <names...>', 'only these measurements').choices(MEASUREMENT_NAMES))
    .option('--seconds <seconds>', 'how long each steady part lasts, 2 to 40', Number, 10)
    .addOption(throughNpm('--json', 'the figures as JSON'))
    .option('--write', 'keep the table in docs/bench.md')
    .action(async (options: { only?: string[]; seconds: number; json?: boolean; write?: boolean }) => {
      const met = await runBench(options)
      if (!met) process.exitCode = 1
    })
}
