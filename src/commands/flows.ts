import { Command } from 'commander'
import { loadFlows, loadWords } from '../compose/words.ts'
import { drawFlow, drawTree } from '../voice-flow/draw.ts'
import { throughNpm } from './through-npm.ts'

export function flowsCommand(): Command {
  return new Command('flows')
    .description('the conversations on the phone: prove them, draw them')
    .addCommand(
      new Command('check')
        .description('prove every flow, every text and every sentence before it is used')
        .addOption(throughNpm('--json', 'the result as JSON'))
        .action(check),
    )
    .addCommand(
      new Command('draw')
        .description('each flow as a picture')
        .argument('[name]', 'one flow; all of them otherwise')
        .option('--mermaid', 'as Mermaid text, for a page that draws it')
        .action(draw),
    )
}

/** What is wrong is thrown with file, step and remedy, and ends the command with 1. */
function check(options: { json?: boolean }): void {
  const flows = [...loadFlows().values()]
  const words = loadWords()
  const [texts, items] = [Object.keys(words.texts).length, Object.keys(words.items).length]
  if (options.json === true)
    print(JSON.stringify({ ok: true, flows: flows.map(({ name, version }) => ({ name, version })), texts, items }))
  else {
    for (const flow of flows)
      print(`${flow.name}: ${Object.keys(flow.steps).length} steps, proved (version ${flow.version})`)
    print(`${texts} texts: all there, every {name} known`)
    print(`${items} sentences for the office list, and why visits are late: each fits into one text`)
  }
}

function draw(name: string | undefined, options: { mermaid?: boolean }): void {
  const flows = [...loadFlows().values()].filter((flow) => name === undefined || flow.name === name)
  if (flows.length === 0)
    throw new UnknownFlow(`there is no flow called ${name ?? ''}: lateline flows check lists them`)
  for (const flow of flows) print(options.mermaid === true ? drawFlow(flow) : drawTree(flow))
}

class UnknownFlow extends Error {
  override readonly name = 'UnknownFlow'
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
