import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { understand } from '../texts/parse.ts'
import { sayReading } from '../texts/say-reading.ts'
import { contextOf, Line, understandLine } from '../texts/understand-lines.ts'
import { throughNpm } from './through-npm.ts'

export function understandCommand(): Command {
  return new Command('understand')
    .description('show how a text is understood: one reading a line, as JSON, in the order they came')
    .argument('[text...]', 'the text; without it, JSON lines {text, from, context} are read from standard input')
    .option('--from <who>', 'care-worker, service-user, manager or unknown', 'care-worker')
    .option('--jsonl', 'read JSON lines from standard input')
    .addOption(throughNpm('--json', 'only the JSON, without the words for people on standard error'))
    .action(async (words: string[], options: { from: string; jsonl?: boolean; json?: boolean }) => {
      if (words.length > 0 && options.jsonl !== true) {
        const line = JSON.stringify({ text: words.join(' '), from: options.from })
        print(understandLine(line))
        if (options.json !== true) explain(line)
        return
      }
      for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
        if (line.trim() !== '') print(understandLine(line))
      }
    })
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

const NO_ROTA =
  '(The words alone, without a rota: on the line it is also known who writes, their visits, and what was asked last.)'

/** For people, beside the JSON: what was understood, and whether a time counts from now or from the plan. */
function explain(line: string): void {
  const input = Line.safeParse(JSON.parse(line))
  if (!input.success) return
  const reading = understand(input.data.text, contextOf(input.data))
  for (const said of sayReading(reading)) process.stderr.write(`${said}\n`)
  process.stderr.write(`${NO_ROTA}\n`)
}
