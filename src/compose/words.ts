import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'
import { faultsOfTexts, tooLong, type TextWords } from '../contact/text-words.ts'
import { faultsOfReasons, type ReasonWords } from '../lateness/reason-words.ts'
import { faultsOfItems, type ItemWords } from '../office-list/words.ts'
import { explainFault, readFlows } from '../voice-flow/check.ts'
import type { Flow } from '../voice-flow/flow.ts'

const FOLDER = resolve(import.meta.dirname, '../../voice-flows')

/** Flows or words that cannot be used: file, step, what is wrong and what to do. */
export class BadWords extends Error {
  override readonly name = 'BadWords'
}

/** Every flow, read and proved. @throws BadWords */
export function loadFlows(folder = FOLDER): ReadonlyMap<string, Flow> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ file: `voice-flows/${name}`, text: readFileSync(join(folder, name), 'utf8') }))
  const read = readFlows(files)
  if ('faults' in read) throw new BadWords(read.faults.map(explainFault).join('\n'))
  return read.flows
}

/** What a care manager may word: the texts, what is said of things on the office list, and why visits are late. */
export interface Words {
  texts: TextWords
  items: ItemWords
  reasons: ReasonWords
}

/** Every file of words, read and proved. @throws BadWords */
export function loadWords(folder = FOLDER): Words {
  const texts = read<TextWords>(folder, 'texts.en.yaml', faultsOfTexts)
  const items = read<ItemWords>(folder, 'office-list.en.yaml', (words, file) => faultsOfItems(words, texts, file))
  const reasons = read<ReasonWords>(folder, 'reasons.en.yaml', (words, file) =>
    faultsOfReasons(words, file, (reason) => tooLong(texts, 'late-notice', { reason })),
  )
  return { texts, items, reasons }
}

type Faults = (words: Record<string, unknown>, file: string) => string[]

function read<Words>(folder: string, name: string, faultsOf: Faults): Words {
  const file = `voice-flows/words/${name}`
  const words: unknown = parse(readFileSync(join(folder, 'words', name), 'utf8'))
  if (typeof words !== 'object' || words === null)
    throw new BadWords(`${file}: this is no list of words; write "name: 'words'" lines`)
  const faults = faultsOf({ ...words }, file)
  if (faults.length > 0) throw new BadWords(faults.join('\n'))
  return words as Words
}
