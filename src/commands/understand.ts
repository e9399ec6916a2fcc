import { createInterface } from 'node:readline'
import { Command } from 'commander'
import { understandLine } from '../texts/understand-lines.ts'

export function understandCommand(): Command {
  return new Command('understand')
    .description('show how a text is understood: one reading a line, as JSON, in the order they came')
    .argument('[text...]', 'the text; without it, JSON lines {text, from, context} are read from standard input')
    .option('--from <who>', 'care-worker, service-user, manager or unknown', 'care-worker')
    .option('--jsonl', 'read JSON lines from standard input')
    .action(async (words: string[], options: { from: string; jsonl?: boolean }) => {
      if (words.length > 0 && options.jsonl !== true) {
        print(understandLine(JSON.stringify({ text: words.join(' '), from: options.from })))
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
